/// A practice that is being written: nothing in it is demanded yet, and only its writer and, in a write-shop, the facilitator
/// read it.
public struct PracticeDraft: Paper {
    public static let kind = PaperKind.practicedraft

    /// Who writes it; nil for somebody in a write-shop who has no account here and writes by her link.
    public var owner: AccountID?
    /// Whom the facilitator sees behind it.
    public var writer: String
    public var practice: Practice
    public var shop: WriteShopID?
    /// Its writer or the facilitator handed it in: it goes on as this practice.
    public var became: PracticeID?
    /// Its writer put it away.
    public var isDropped: Bool
    /// Where it was written, if it came in a bundle: who took it in goes on writing it.
    public var origin: Provenance?

    public init(
        owner: AccountID?, writer: String = "", practice: Practice, shop: WriteShopID? = nil,
        became: PracticeID? = nil, isDropped: Bool = false, origin: Provenance? = nil
    ) {
        self.owner = owner
        self.writer = writer
        self.practice = practice
        self.shop = shop
        self.became = became
        self.isDropped = isDropped
        self.origin = origin
    }

    public var isOpen: Bool { became == nil && !isDropped }

    /// What is missing is no problem of a draft; what is too long or cannot be read is.
    public func problems() -> [Problem] {
        var check = Check()
        check.optionalText(writer, "writer", upTo: 120)
        return check.problems + practice.problems().filter { $0.code != .missing && $0.code != .tooFew }
    }
}

extension Practice {
    /// One in which nothing is said yet.
    public static var empty: Practice {
        Practice(
            title: LocalizedText(), summary: LocalizedText(), problem: LocalizedText(), whatWasDone: LocalizedText(),
            results: LocalizedText(), countries: [], subjects: [])
    }

    /// How many parts of the template there are: those a practice must have, and those that make it full.
    public static let mostProgress = 7 + TemplatePart.allCases.count

    /// How many of them say something.
    public var progress: Int {
        let needed = [title, summary, problem, whatWasDone, results].count { !$0.isEmpty }
        return needed + (countries.isEmpty ? 0 : 1) + (subjects.isEmpty ? 0 : 1)
            + (TemplatePart.allCases.count - missingParts.count)
    }
}
