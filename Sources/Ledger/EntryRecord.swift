import Foundation

/// An entry as an engine stores it, with what is needed to check it by itself and as a link of the chain.
struct EntryRecord: Equatable {
    var sequence: Int64
    var paper: String
    var revision: Int64
    var kind: String
    var author: String
    var home: String
    var milliseconds: Int64
    /// Whether the body stays when a newer revision comes.
    var isLasting: Bool
    var redaction: String?
    var body: Data?
    var bodyDigest: Digest
    /// The digest of the claims taken and released with this entry; nil where there are none.
    var claimsDigest: Digest?
    var previous: Digest
    var digest: Digest

    /// SHA-256 over the canonical bytes of, in this order: the previous digest, sequence, paper, revision, kind, author,
    /// home, milliseconds since 1970, 1 if the body lasts (else 0), 1 and the reason for a redaction (else 0), the body's
    /// digest, 1 and the claims' digest where there are claims (else 0). The body itself is not covered but through its
    /// digest: it can be emptied without touching the chain.
    var computedDigest: Digest {
        var bytes = CanonicalBytes("biobridge entry 1")
        bytes.append(previous)
        bytes.append(sequence)
        bytes.append(paper)
        bytes.append(revision)
        bytes.append(kind)
        bytes.append(author)
        bytes.append(home)
        bytes.append(milliseconds)
        bytes.append(isLasting ? 1 : 0)
        bytes.append(redaction == nil ? 0 : 1)
        if let redaction { bytes.append(redaction) }
        bytes.append(bodyDigest)
        bytes.append(claimsDigest == nil ? 0 : 1)
        if let claimsDigest { bytes.append(claimsDigest) }
        return bytes.digest
    }

    var hasRightDigest: Bool { computedDigest == digest }

    /// True also where the body is gone; whether it may be gone is the chain's question.
    var hasRightBody: Bool {
        guard let body else { return true }
        return redaction == nil && Digest.of(body) == bodyDigest
    }

    var entry: Entry {
        Entry(
            sequence: sequence, paper: PaperID(paper), revision: Int(revision), kind: kind, author: author, home: home,
            at: Date(millisecondsSince1970: milliseconds), body: body, bodyDigest: bodyDigest, redaction: redaction,
            digest: digest)
    }
}

/// One claim taken or released with an entry.
struct ClaimChange: Equatable {
    var claim: Digest
    var isTaken: Bool

    /// The digest an entry carries for its changes; nil where there are none.
    static func digest(of changes: [ClaimChange]) -> Digest? {
        guard !changes.isEmpty else { return nil }
        var bytes = CanonicalBytes("biobridge claims 1")
        for change in changes {
            bytes.append(change.claim)
            bytes.append(change.isTaken ? 1 : 0)
        }
        return bytes.digest
    }
}
