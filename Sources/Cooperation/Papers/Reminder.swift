/// The clock wrote to somebody who has not acted yet. Kept so that all can see that it did, and that it happened once.
public struct Reminder: Paper {
    public static let kind = PaperKind.reminder

    public var request: RequestID
    /// The submission the reminder is about, counted from 1.
    public var submission: Int
    /// 1 for the first reminder of that submission.
    public var number: Int

    public init(request: RequestID, submission: Int, number: Int) {
        self.request = request
        self.submission = submission
        self.number = number
    }

    public func problems() -> [Problem] { [] }
}
