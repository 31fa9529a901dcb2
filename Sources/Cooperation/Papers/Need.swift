public import Vocabulary

/// Something a Party lacks, said in the standard way (N1), whether or not anybody has asked for help with it yet.
public struct Need: Paper {
    public static let kind = PaperKind.need

    public enum Lack: String, Codable, CaseIterable, Sendable {
        case technology, capacity, information, finance, institution, research
    }

    /// The three levels of a National Capacity Self-Assessment.
    public enum Level: String, Codable, CaseIterable, Sendable { case individual, institutional, systemic }

    public enum Priority: String, Codable, CaseIterable, Sendable { case high, medium, low }

    public var country: CountryCode
    public var statement: LocalizedText
    public var lack: Lack
    public var level: Level?
    public var priority: Priority?
    public var subjects: [SubjectID]
    public var targets: [FrameworkTarget]
    public var assistance: [AssistanceTypeID]
    /// Where it is said: a document and place, in words.
    public var source: String
    /// The request that asks for it, if there is one.
    public var request: RequestID?

    public init(
        country: CountryCode, statement: LocalizedText, lack: Lack, level: Level? = nil, priority: Priority? = nil,
        subjects: [SubjectID] = [], targets: [FrameworkTarget] = [], assistance: [AssistanceTypeID] = [],
        source: String = "",
        request: RequestID? = nil
    ) {
        self.country = country
        self.statement = statement
        self.lack = lack
        self.level = level
        self.priority = priority
        self.subjects = subjects
        self.targets = targets
        self.assistance = assistance
        self.source = source
        self.request = request
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(statement, "statement", upTo: 3000)
        check.count(subjects, "subjects", 0...10)
        check.count(targets, "targets", 0...23)
        check.count(assistance, "assistance", 0...6)
        check.optionalText(source, "source", upTo: 500)
        return check.problems
    }
}
