public import Foundation

/// Something about a person's account, or a record she keeps, that she is to be told by letter, besides what the page said:
/// so that she learns of it also where it was not she who did it.
public struct Tidings: Paper {
    public static let kind = PaperKind.tidings

    /// The raw value stands in the ledger and in the names of the messages: it never changes.
    public enum Matter: String, Codable, CaseIterable, Sendable {
        /// Somebody wanted to register with her address, which has an account.
        case joinedAgain
        case passwordChanged
        /// Goes to the old address.
        case addressChanged
        case factorOn, factorOff, recoveryCodeUsed
        /// An administrator will let her in without the second factor; or will not after all.
        case factorRelease, factorReleaseStopped
        case suspended, returned
        case appointed, relieved
        /// Goes to who invited.
        case invitationAccepted
        /// Goes to who asked an institution to join the roster.
        case invitationDeclined
        /// A link of a record she keeps leads nowhere.
        case deadLink
        /// The practice of work that has ended well was begun for her.
        case practiceBegun
    }

    public var account: AccountID
    public var matter: Matter
    /// Where it goes, if not to the account's own address.
    public var email: String?
    /// The role given or taken away.
    public var role: Role?
    /// When what is told takes effect, if not at once.
    public var effective: Date?
    /// The record it is about, by its identifier.
    public var record: String?

    public init(
        account: AccountID, matter: Matter, email: String? = nil, role: Role? = nil, effective: Date? = nil,
        record: String? = nil
    ) {
        self.effective = effective
        self.account = account
        self.matter = matter
        self.email = email
        self.role = role
        self.record = record
    }

    public func problems() -> [Problem] {
        var check = Check()
        if let email { check.email(email, "email") }
        return check.problems
    }
}
