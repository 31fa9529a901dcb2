/// What a country says about a request made in it: its focal point's word, or her silence written down by the clock.
public struct Position: Paper {
    public static let kind = PaperKind.position

    public enum Stance: String, Codable, CaseIterable, Sendable {
        case endorsement
        /// Needs a reason; the request goes back to its author.
        case objection
        /// Needs a text; the window stands still until it is answered.
        case question
        /// Written by the clock when the window has passed: non-objection (Q2; stocktaking §25(e)).
        case silence
    }

    public var request: RequestID
    /// The submission it is about, counted from 1.
    public var submission: Int
    public var stance: Stance
    public var reason: LocalizedText
    /// Given by the link of a letter, without signing in; nil or false for all others.
    public var byLetter: Bool?

    public init(
        request: RequestID, submission: Int, stance: Stance, reason: LocalizedText = LocalizedText(),
        byLetter: Bool? = nil
    ) {
        self.request = request
        self.submission = submission
        self.stance = stance
        self.reason = reason
        self.byLetter = byLetter
    }

    public func problems() -> [Problem] {
        var check = Check()
        switch stance {
        case .objection, .question: check.text(reason, "reason", upTo: 3000)
        case .endorsement, .silence: check.optionalText(reason, "reason", upTo: 3000)
        }
        return check.problems
    }
}
