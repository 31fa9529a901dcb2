/// Something only one paper may have: an e-mail address, the number of a form that was sent, a deadline that was handled.
///
/// A claim is taken once, by the paper that comes first, and is held until it is released; even its holder cannot take
/// it twice. The ledger keeps only the digest of a claim, so that an address used as a key is no copy to be erased.
public struct Claim: Hashable, Codable, Sendable {
    /// What sort of thing is unique, such as `email`. 1 to 200 bytes.
    public let space: String
    /// Which one. Compared byte by byte, so the caller normalises it first. 1 to 4,000 bytes.
    public let key: String

    public init(space: String, key: String) {
        self.space = space
        self.key = key
    }

    /// What the ledger stores.
    var digest: Digest {
        var bytes = CanonicalBytes("biobridge claim 1")
        bytes.append(space)
        bytes.append(key)
        return bytes.digest
    }
}
