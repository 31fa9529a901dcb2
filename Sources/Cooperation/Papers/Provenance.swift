/// Where a paper of a write-shop was written that came here in a bundle.
public struct Provenance: Hashable, Codable, Sendable {
    /// The node it was written at, by its public key: 64 hexadecimal digits.
    public var key: String
    /// How often it had been changed there. A bundle that tells of fewer changes is older.
    public var version: Int
    /// The revision it got here by that. A later one means that somebody has changed it here since.
    public var revision: Int

    public init(key: String, version: Int, revision: Int) {
        self.key = key
        self.version = version
        self.revision = revision
    }
}
