/// Something about a person's account that she is to be told by letter, besides what the page said: so that she learns of
/// it also where it was not she who did it.
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
        case suspended, returned
        case appointed, relieved
        /// Goes to who invited.
        case invitationAccepted
        /// Goes to who asked an institution to join the roster.
        case invitationDeclined
    }

    public var account: AccountID
    public var matter: Matter
    /// Where it goes, if not to the account's own address.
    public var email: String?
    /// The role given or taken away.
    public var role: Role?

    public init(account: AccountID, matter: Matter, email: String? = nil, role: Role? = nil) {
        self.account = account
        self.matter = matter
        self.email = email
        self.role = role
    }

    public func problems() -> [Problem] {
        var check = Check()
        if let email { check.email(email, "email") }
        return check.problems
    }
}
