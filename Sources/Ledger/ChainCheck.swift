import Foundation

/// Walks the chain entry by entry and notes what is wrong. It is the same for every engine.
struct ChainCheck {
    /// What the engine knows of why a body is gone.
    enum Absence {
        case redacted, replaced, unexplained
    }

    private(set) var verification = Verification()
    private var expected: Int64 = 1
    /// The digest the next entry must name; nil where that is not known.
    private var previous: Digest? = .zero
    private var milliseconds = Int64.min

    /// The next entry, with the claims stored for it and, where the body is gone, why.
    mutating func examine(_ record: EntryRecord, claims: [ClaimChange], absence: Absence?) {
        pass(to: record.sequence)
        if let previous, record.previous != previous { verification.report(.link, at: record.sequence) }
        if !record.hasRightDigest { verification.report(.content, at: record.sequence) }
        if !record.hasRightBody { verification.report(.body, at: record.sequence) }
        if record.milliseconds < milliseconds { verification.report(.time, at: record.sequence) }
        if ClaimChange.digest(of: claims) != record.claimsDigest { verification.report(.claims, at: record.sequence) }
        switch absence {
        case .redacted: verification.redactedBodies += 1
        case .replaced: verification.replacedBodies += 1
        case .unexplained: verification.report(.missingBody, at: record.sequence)
        case nil: break
        }
        milliseconds = record.milliseconds
        previous = record.digest
        verification.entries += 1
        verification.head = Head(sequence: record.sequence, digest: record.digest)
    }

    /// An entry whose values cannot be read.
    mutating func examineUnreadable(at sequence: Int64) {
        pass(to: sequence)
        verification.report(.unreadable, at: sequence)
        previous = nil
        verification.entries += 1
    }

    mutating func report(_ fault: Verification.Fault, at sequence: Int64) {
        verification.report(fault, at: sequence)
    }

    mutating func report(damage: String) {
        verification.damage.append(damage)
    }

    mutating func countBlob() {
        verification.blobs += 1
    }

    /// The place and digest the engine noted as the last one.
    mutating func examine(head: Head) {
        if head != verification.head { verification.report(.head, at: head.sequence) }
    }

    private mutating func pass(to sequence: Int64) {
        if sequence > expected {
            verification.report(.missing(through: sequence - 1), at: expected)
            previous = nil
        }
        expected = max(expected, sequence) + 1
    }
}
