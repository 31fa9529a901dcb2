/// A letter in the conversation about a request.
public struct Message: Paper {
    public static let kind = PaperKind.message

    public enum Audience: String, Codable, CaseIterable, Sendable {
        /// The requester, her focal point, the help desk, and those introduced.
        case parties
        /// Only the help desk.
        case desk
    }

    public var request: RequestID
    public var audience: Audience
    public var text: LocalizedText
    /// The focal point's question this answers: it sets the window going again.
    public var answers: PositionID?

    public init(request: RequestID, audience: Audience = .parties, text: LocalizedText, answers: PositionID? = nil) {
        self.request = request
        self.audience = audience
        self.text = text
        self.answers = answers
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(text, "text", upTo: 8000)
        return check.problems
    }
}
