/// What one side says to an introduction, with its reason (M4).
public struct Reply: Paper {
    public static let kind = PaperKind.reply

    public enum Side: String, Codable, CaseIterable, Sendable { case requester, candidate }
    public enum Stance: String, Codable, CaseIterable, Sendable { case accepts, declines }

    public var request: RequestID
    public var introduction: IntroductionID
    public var side: Side
    public var stance: Stance
    /// Needed with a no, welcome with a yes.
    public var reason: LocalizedText

    public init(
        request: RequestID, introduction: IntroductionID, side: Side, stance: Stance,
        reason: LocalizedText = LocalizedText()
    ) {
        self.request = request
        self.introduction = introduction
        self.side = side
        self.stance = stance
        self.reason = reason
    }

    public func problems() -> [Problem] {
        var check = Check()
        if stance == .declines {
            check.text(reason, "reason", upTo: 3000)
        } else {
            check.optionalText(reason, "reason", upTo: 3000)
        }
        return check.problems
    }
}
