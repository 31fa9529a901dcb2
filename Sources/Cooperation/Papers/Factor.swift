public import Foundation

/// A second proof that it is her: codes of a program on her telephone (RFC 6238), and recovery codes for the day it is
/// lost. A secret kind. The key of the codes is not in it: it is derived from the node's key and this paper's identifier.
public struct Factor: Paper {
    public static let kind = PaperKind.factor

    public var account: AccountID
    /// When she showed by a first code that her telephone has the key; until then it is not asked for.
    public var confirmed: Date?
    /// The time step of the last code that was taken: it and those before are not taken again.
    public var lastStep: Int64
    /// The recovery codes that are left, hashed with the node's key; hexadecimal.
    public var recovery: [String]
    /// Set when she turned it off.
    public var ended: Date?

    public init(
        account: AccountID, confirmed: Date? = nil, lastStep: Int64 = 0, recovery: [String] = [], ended: Date? = nil
    ) {
        self.account = account
        self.confirmed = confirmed
        self.lastStep = lastStep
        self.recovery = recovery
        self.ended = ended
    }

    /// Whether signing in asks for it.
    public var isOn: Bool { confirmed != nil && ended == nil }

    /// How many recovery codes one is given.
    public static let recoveryCount = 10

    public func problems() -> [Problem] {
        var check = Check()
        check.count(recovery, "recovery", 0...Factor.recoveryCount)
        return check.problems
    }
}
