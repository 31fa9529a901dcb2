/// The end of a request, with what came of it.
public struct Closing: Paper {
    public static let kind = PaperKind.closing

    public enum Outcome: String, Codable, CaseIterable, Sendable {
        case fulfilled, partlyFulfilled, unfulfilled
        /// By the requester, before anything came of it.
        case withdrawn
        /// By the help desk, with its reason.
        case declined
        /// By the clock: those who had it did not act in time.
        case lapsed
    }

    public var request: RequestID
    public var outcome: Outcome
    public var text: LocalizedText

    public init(request: RequestID, outcome: Outcome, text: LocalizedText = LocalizedText()) {
        self.request = request
        self.outcome = outcome
        self.text = text
    }

    public func problems() -> [Problem] {
        var check = Check()
        if outcome == .declined || outcome == .unfulfilled {
            check.text(text, "text", upTo: 3000)
        } else {
            check.optionalText(text, "text", upTo: 3000)
        }
        return check.problems
    }
}
