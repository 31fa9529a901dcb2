/// What one side says to an introduction, with its reason (M4).
public struct Reply: Paper {
    public static let kind = PaperKind.reply

    public enum Side: String, Codable, CaseIterable, Sendable { case requester, candidate }
    public enum Stance: String, Codable, CaseIterable, Sendable { case accepts, declines }

    /// Why not now, in short: it tells the help desk whom to ask next, and when to ask again.
    public enum Ground: String, Codable, CaseIterable, Sendable {
        case noCapacity, notOurField, language, noFunding, timing
    }

    public var request: RequestID
    public var introduction: IntroductionID
    public var side: Side
    public var stance: Stance
    /// With a no, this or the ground is needed; welcome with a yes.
    public var reason: LocalizedText
    public var ground: Ground?

    public init(
        request: RequestID, introduction: IntroductionID, side: Side, stance: Stance,
        reason: LocalizedText = LocalizedText(), ground: Ground? = nil
    ) {
        self.request = request
        self.introduction = introduction
        self.side = side
        self.stance = stance
        self.reason = reason
        self.ground = ground
    }

    public func problems() -> [Problem] {
        var check = Check()
        if stance == .declines && ground == nil {
            check.text(reason, "reason", upTo: 3000)
        } else {
            check.optionalText(reason, "reason", upTo: 3000)
        }
        return check.problems
    }
}
