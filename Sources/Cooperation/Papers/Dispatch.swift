public import Foundation

/// A letter on its way to one person about one paper of a dossier or of an account: who was written to, why, and what came of it. It holds
/// no address and no words. It is filed before the letter leaves and revised with what came of it.
public struct Dispatch: Paper {
    public static let kind = PaperKind.dispatch

    public enum Outcome: String, Codable, CaseIterable, Sendable {
        /// Handed to the mail server, or about to be. Where it stays so, the program died meanwhile and nobody knows
        /// whether it was sent; it is not sent again.
        case begun
        /// The mail server has taken it.
        case sent
        /// Not sent for a passing reason; tried again at `next`.
        case postponed
        /// The mail server will not take it for this address.
        case refused
        /// The connection broke after the letter was handed over and before the server said yes.
        case uncertain
        /// Postponed for too many days.
        case givenUp
        /// No longer called for when it could be sent.
        case dropped
    }

    /// Nil for a letter about an account.
    public var request: RequestID?
    /// The identifier of the paper that called for it.
    public var about: String
    /// Why, and as what, somebody is written to about a request; nil for a letter about an account.
    public var occasion: Occasion?
    public var addressee: Addressee?
    /// What a letter about an account is about; nil for a letter about a request.
    public var matter: LetterMatter?
    /// Nil for who has no account yet.
    public var account: AccountID?
    public var outcome: Outcome
    /// 1 for the first.
    public var attempt: Int
    public var firstTried: Date
    /// When it is tried again; only while postponed.
    public var next: Date?
    /// What was in the way, as a code such as `smtp.550`; empty where nothing was.
    public var trouble: String

    public init(
        request: RequestID, about: String, occasion: Occasion, addressee: Addressee, account: AccountID,
        outcome: Outcome = .begun, attempt: Int = 1, firstTried: Date, next: Date? = nil, trouble: String = ""
    ) {
        self.request = request
        self.about = about
        self.occasion = occasion
        self.addressee = addressee
        self.account = account
        self.outcome = outcome
        self.attempt = attempt
        self.firstTried = firstTried
        self.next = next
        self.trouble = trouble
    }

    /// A letter about an account.
    public init(about: String, matter: LetterMatter, account: AccountID?, firstTried: Date) {
        self.about = about
        self.matter = matter
        self.account = account
        self.firstTried = firstTried
        outcome = .begun
        attempt = 1
        trouble = ""
    }

    /// What it is about, as logs and lists name it.
    public var subject: String { occasion?.rawValue ?? matter?.name ?? "" }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(about, "about", upTo: 200)
        check.optionalText(trouble, "trouble", upTo: 200)
        check.number(attempt, "attempt", 1...1000)
        return check.problems
    }
}
