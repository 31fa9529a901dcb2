public import Foundation

/// One revision of one paper, where it stands in the ledger.
public struct Entry: Sendable, Equatable {
    /// The place in the ledger: 1, 2, 3 … without a gap.
    public let sequence: Int64
    public let paper: PaperID
    /// 1 for the paper's first revision, then without a gap.
    public let revision: Int
    public let kind: String
    public let author: String
    /// The node that writes this paper.
    public let home: String
    /// When it was committed, in whole milliseconds; never before the entry in front of it.
    public let at: Date
    /// What was written. Nil when the paper was redacted, when a newer revision replaced a body of a kind that keeps no
    /// old ones, and in the entry that records a redaction.
    public let body: Data?
    /// The SHA-256 of the body as it was committed, also when the body is gone.
    public let bodyDigest: Digest
    /// Why the paper was redacted, in the entry that records it: followers forget the paper when they meet it.
    public let redaction: String?
    /// Covers everything above (the body through its digest), the claims taken and released, and the entry before.
    public let digest: Digest
}

/// Where a ledger ends.
public struct Head: Sendable, Hashable, Codable {
    /// The last entry's place; 0 in an empty ledger.
    public let sequence: Int64
    /// The last entry's digest. Who keeps it elsewhere can prove later that nothing before it was changed.
    public let digest: Digest

    public init(sequence: Int64, digest: Digest) {
        self.sequence = sequence
        self.digest = digest
    }

    public static let empty = Head(sequence: 0, digest: .zero)
}

/// Names a blob by its content.
public struct BlobID: Hashable, Codable, Sendable, CustomStringConvertible {
    public let digest: Digest

    public init(_ digest: Digest) {
        self.digest = digest
    }

    /// Nil unless there are exactly 64 hexadecimal digits.
    public init?(_ hexadecimal: String) {
        guard let digest = Digest(hexadecimal: hexadecimal) else { return nil }
        self.digest = digest
    }

    public init(of content: Data) {
        digest = Digest.of(content)
    }

    public var description: String { digest.hexadecimal }
}
