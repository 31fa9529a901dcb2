/// What who asked says of the help a partner gave, once it was given. It stands on the partner's page.
public struct Feedback: Paper {
    public static let kind = PaperKind.feedback

    /// 1 (no help) to 5 (more than was hoped for).
    public static let bounds = 1...5

    public var request: RequestID
    public var introduction: IntroductionID
    public var points: Int
    public var text: LocalizedText

    public init(
        request: RequestID, introduction: IntroductionID, points: Int, text: LocalizedText = LocalizedText()
    ) {
        self.request = request
        self.introduction = introduction
        self.points = points
        self.text = text
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.number(points, "points", Feedback.bounds)
        check.optionalText(text, "text", upTo: 2000)
        return check.problems
    }
}
