/// What one side says of the other once help was given. What who asked says of the help stands on the partner's page; what
/// the partner says of working together is for those who take part in the request.
public struct Feedback: Paper {
    public static let kind = PaperKind.feedback

    /// 1 (no help) to 5 (more than was hoped for).
    public static let bounds = 1...5

    public var request: RequestID
    public var introduction: IntroductionID
    public var points: Int
    public var text: LocalizedText
    /// Nil: the requester, as in papers older than the partner's say.
    public var by: Reply.Side?

    public var side: Reply.Side { by ?? .requester }

    public init(
        request: RequestID, introduction: IntroductionID, points: Int, text: LocalizedText = LocalizedText(),
        by: Reply.Side? = nil
    ) {
        self.request = request
        self.introduction = introduction
        self.points = points
        self.text = text
        self.by = by
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.number(points, "points", Feedback.bounds)
        check.optionalText(text, "text", upTo: 2000)
        return check.problems
    }
}
