/// Who of the help desk has a case: taken by herself, handed over to another, or given back to all. The newest counts.
public struct Charge: Paper {
    public static let kind = PaperKind.charge

    public var request: RequestID
    /// Nil: it is nobody's in particular again.
    public var officer: AccountID?
    /// What the next one should know; only the help desk reads it.
    public var note: LocalizedText
    /// The centre at whose desk that officer serves for the request's country; nil for the global desk.
    public var hub: HubID?

    public init(
        request: RequestID, officer: AccountID?, note: LocalizedText = LocalizedText(), hub: HubID? = nil
    ) {
        self.request = request
        self.officer = officer
        self.note = note
        self.hub = hub
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.optionalText(note, "note", upTo: 3000)
        return check.problems
    }
}
