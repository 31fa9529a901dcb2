public import Foundation

/// A letter on its way to one person about what is new and fits what she watches: which records it tells of and what came
/// of it. It holds no address and no words. It is filed before the letter leaves; a record told once is not told again.
public struct Bulletin: Paper {
    public static let kind = PaperKind.bulletin

    public var account: AccountID
    /// The identifiers of the records it tells of, best fit first.
    public var records: [String]
    public var outcome: Dispatch.Outcome
    /// 1 for the first.
    public var attempt: Int
    public var firstTried: Date
    /// When it is tried again; only while postponed.
    public var next: Date?
    /// What was in the way, as a code such as `smtp.550`; empty where nothing was.
    public var trouble: String

    public init(
        account: AccountID, records: [String], outcome: Dispatch.Outcome = .begun, attempt: Int = 1, firstTried: Date,
        next: Date? = nil, trouble: String = ""
    ) {
        self.account = account
        self.records = records
        self.outcome = outcome
        self.attempt = attempt
        self.firstTried = firstTried
        self.next = next
        self.trouble = trouble
    }

    public static let mostRecords = 50

    public func problems() -> [Problem] {
        var check = Check()
        check.count(records, "records", 1...Bulletin.mostRecords)
        check.optionalText(trouble, "trouble", upTo: 200)
        check.number(attempt, "attempt", 1...1000)
        return check.problems
    }
}
