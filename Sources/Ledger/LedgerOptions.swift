public import Foundation

/// What a ledger is told by who opens it.
public struct LedgerOptions: Sendable {
    /// This node's name: it writes the papers whose home it is. 1 to 200 bytes.
    public var home: String
    /// Kinds of which only the newest body is kept, because the old ones are secrets (passwords, keys of sessions).
    public var kindsWithoutHistory: Set<String>
    /// The largest body, in bytes.
    public var bodyLimit: Int
    /// The largest blob, in bytes.
    public var blobLimit: Int
    /// The clock.
    public var now: @Sendable () -> Date

    public init(
        home: String, kindsWithoutHistory: Set<String> = [], bodyLimit: Int = 1 << 20, blobLimit: Int = 16 << 20,
        now: @escaping @Sendable () -> Date
    ) {
        self.home = home
        self.kindsWithoutHistory = kindsWithoutHistory
        self.bodyLimit = bodyLimit
        self.blobLimit = blobLimit
        self.now = now
    }
}
