public import Foundation

/// An enquiry passed on to one person by mail: to whom, and what came of it. It holds no address. Filed before the mail
/// leaves, as a `Dispatch` is, and for the same reason.
public struct Relay: Paper {
    public static let kind = PaperKind.relay

    public var enquiry: ID<Enquiry>
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
        enquiry: ID<Enquiry>, account: AccountID, outcome: Dispatch.Outcome = .begun, attempt: Int = 1,
        firstTried: Date, next: Date? = nil, trouble: String = ""
    ) {
        self.enquiry = enquiry
        self.account = account
        self.outcome = outcome
        self.attempt = attempt
        self.firstTried = firstTried
        self.next = next
        self.trouble = trouble
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.number(attempt, "attempt", 1...1000)
        check.optionalText(trouble, "trouble", upTo: 200)
        return check.problems
    }
}
