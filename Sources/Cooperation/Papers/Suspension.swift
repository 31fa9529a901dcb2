/// An account that an administrator has shut for a time. One per account; while it holds, nobody signs in with the account
/// and it has no roles.
public struct Suspension: Paper {
    public static let kind = PaperKind.suspension

    public var account: AccountID
    /// Read by administrators only.
    public var reason: String
    /// Lifted again: the account is as it was.
    public var isLifted: Bool

    public init(account: AccountID, reason: String, isLifted: Bool = false) {
        self.account = account
        self.reason = reason
        self.isLifted = isLifted
    }

    /// The same for every revision: one account, one suspension.
    public static func id(of account: AccountID) -> ID<Suspension>? { ID(own: account.own) }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(reason, "reason", upTo: 1000)
        return check.problems
    }
}
