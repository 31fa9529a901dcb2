/// A day on which a group writes its practices together. Its author is the facilitator.
public struct WriteShop: Paper {
    public static let kind = PaperKind.writeshop

    public var name: String
    public var day: CalendarDay
    /// Who takes part, in words.
    public var group: String
    /// Whoever has it may begin a draft here: 8 letters and digits that are not mistaken for one another.
    public var code: String
    /// Nobody new can join.
    public var isClosed: Bool
    /// Where it was held, if it came in a bundle.
    public var origin: Provenance?

    public init(
        name: String, day: CalendarDay, group: String = "", code: String, isClosed: Bool = false,
        origin: Provenance? = nil
    ) {
        self.name = name
        self.day = day
        self.group = group
        self.code = code
        self.isClosed = isClosed
        self.origin = origin
    }

    public static let codeLength = 8
    public static let codeLetters = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")

    /// A code as people type it: blanks and hyphens do not count, nor does the case.
    public static func code(typed: String) -> String {
        String(typed.uppercased().filter { codeLetters.contains($0) })
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(name, "name", upTo: 120)
        check.optionalText(group, "group", upTo: 500)
        if WriteShop.code(typed: code) != code || code.count != Self.codeLength { check.wrong("code", .notAChoice) }
        return check.problems
    }
}

/// What a facilitator says to the writer of a draft.
public struct DraftNote: Paper {
    public static let kind = PaperKind.draftnote

    public var draft: PracticeDraftID
    public var text: LocalizedText

    public init(draft: PracticeDraftID, text: LocalizedText) {
        self.draft = draft
        self.text = text
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(text, "text", upTo: 2000)
        return check.problems
    }
}
