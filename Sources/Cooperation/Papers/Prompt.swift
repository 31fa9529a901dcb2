public import Foundation

/// A letter on its way to one keeper about one notice of the clock: that the term of her record ends, or has ended. It holds
/// no address and no words. It is filed before the letter leaves; nobody is written to twice about one notice.
public struct Prompt: Paper {
    public static let kind = PaperKind.prompt

    public var notice: NoticeID
    public var account: AccountID
    public var outcome: Dispatch.Outcome
    /// 1 for the first.
    public var attempt: Int
    public var firstTried: Date
    /// When it is tried again; only while postponed.
    public var next: Date?
    /// What was in the way, as a code such as `smtp.550`; empty where nothing was.
    public var trouble: String

    public init(
        notice: NoticeID, account: AccountID, outcome: Dispatch.Outcome = .begun, attempt: Int = 1, firstTried: Date,
        next: Date? = nil, trouble: String = ""
    ) {
        self.notice = notice
        self.account = account
        self.outcome = outcome
        self.attempt = attempt
        self.firstTried = firstTried
        self.next = next
        self.trouble = trouble
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.optionalText(trouble, "trouble", upTo: 200)
        check.number(attempt, "attempt", 1...1000)
        return check.problems
    }
}
