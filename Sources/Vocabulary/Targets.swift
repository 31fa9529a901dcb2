/// One of the twenty Aichi Biodiversity Targets (decision X/2), written `AICHI-TARGET-01` to `AICHI-TARGET-20`.
public struct AichiTarget: KnownCode, CaseIterable, Labelled {
    public static var listName: String { "Aichi targets" }
    public static var allCases: [AichiTarget] { (1...20).compactMap(AichiTarget.init(number:)) }

    /// 1 to 20.
    public let number: Int

    public init?(number: Int) {
        guard (1...20).contains(number) else { return nil }
        self.number = number
    }

    public init?(_ text: String) {
        guard let target = TargetCode.number(in: text, prefix: "AICHI-TARGET-") else { return nil }
        self.init(number: target)
    }

    public var description: String { TargetCode.text("AICHI-TARGET-", number) }
    public var labels: Labels { Vocabulary.standard.targets.aichi[number - 1] }

    /// The targets of the Kunming-Montreal framework that took up its subject, closest first.
    public var successors: [Crosswalk] {
        Vocabulary.standard.crosswalk.filter { $0.aichi == self }.sorted { $0.relation < $1.relation }
    }

    public static func < (left: AichiTarget, right: AichiTarget) -> Bool { left.number < right.number }
}

/// One of the twenty-three targets of the Kunming-Montreal Global Biodiversity Framework (decision 15/4), written
/// `GBF-TARGET-01` to `GBF-TARGET-23`.
public struct FrameworkTarget: KnownCode, CaseIterable, Labelled {
    public static var listName: String { "framework targets" }
    public static var allCases: [FrameworkTarget] { (1...23).compactMap(FrameworkTarget.init(number:)) }

    /// 1 to 23.
    public let number: Int

    public init?(number: Int) {
        guard (1...23).contains(number) else { return nil }
        self.number = number
    }

    public init?(_ text: String) {
        guard let target = TargetCode.number(in: text, prefix: "GBF-TARGET-") else { return nil }
        self.init(number: target)
    }

    public var description: String { TargetCode.text("GBF-TARGET-", number) }
    public var labels: Labels { Vocabulary.standard.targets.framework[number - 1] }

    /// What it is about, sentence by sentence: decision 15/4, annex, section H, in our own words; not the official text.
    public var about: [Labels] { Vocabulary.standard.aims.targets[number - 1] }

    /// The Aichi targets whose subject it took up, closest first.
    public var predecessors: [Crosswalk] {
        Vocabulary.standard.crosswalk.filter { $0.framework == self }.sorted { $0.relation < $1.relation }
    }

    public static func < (left: FrameworkTarget, right: FrameworkTarget) -> Bool { left.number < right.number }
}

/// One of the four goals for 2050 of the Kunming-Montreal framework.
public enum FrameworkGoal: String, Codable, CaseIterable, Labelled, Sendable {
    case a
    case b
    case c
    case d

    public var labels: Labels { Vocabulary.standard.targets.goals[self] }

    /// What it is about, sentence by sentence: decision 15/4, annex, section G, in our own words; not the official text.
    public var about: [Labels] { Vocabulary.standard.aims.goals[self, default: []] }
}

/// How the identifiers of targets are written: a prefix and two digits.
private enum TargetCode {
    static func text(_ prefix: String, _ number: Int) -> String {
        prefix + (number < 10 ? "0" : "") + String(number)
    }

    static func number(in text: String, prefix: String) -> Int? {
        guard text.hasPrefix(prefix), let number = Int(text.dropFirst(prefix.count)) else { return nil }
        return Self.text(prefix, number) == text ? number : nil
    }
}
