public import Foundation

/// Why the ledger refused or could not do something. Nothing was changed when one is thrown.
public enum LedgerError: Error, Equatable, Sendable {
    /// A commit without a draft.
    case nothingToCommit
    /// The paper has moved on since its author saw revision `base`; it is at `current` now (0: it does not exist).
    case conflict(paper: PaperID, base: Int, current: Int)
    /// Another paper, or this one before, has the claim.
    case claimed(Claim, by: PaperID)
    /// Nobody has the claim that was to be released.
    case notClaimed(Claim)
    /// A body or blob over its limit, in bytes.
    case tooLarge(bytes: Int, limit: Int)
    /// A value the ledger cannot take: empty, too long, with control characters, or not the paper's own.
    case invalid(field: String)
    /// Only the paper's home node writes it.
    case notHome(paper: PaperID, home: String)
    /// The paper was redacted and takes no more revisions.
    case redacted(PaperID)
    /// There is no such paper.
    case unknown(PaperID)
    /// Another process writes this ledger. Number and time are nil where they could not be read.
    case heldByAnotherProcess(pid: Int32?, since: Date?)
    /// The ledger was opened for reading.
    case readOnly
    /// The ledger was closed.
    case closed
    /// The file is not a ledger.
    case notALedger(String)
    /// The file was written by a newer program.
    case newerFormat(Int)
    /// The file is not as it was written.
    case damaged(String)
    /// A backup that is not whole; it replaced nothing.
    case brokenBackup(Verification)
    /// The operating system or disk refused.
    case storage(String)
    /// The task that asked was cancelled.
    case cancelled

    /// A name for programs, which does not change.
    public var code: String {
        switch self {
        case .nothingToCommit: "ledger.nothing-to-commit"
        case .conflict: "ledger.conflict"
        case .claimed: "ledger.claimed"
        case .notClaimed: "ledger.not-claimed"
        case .tooLarge: "ledger.too-large"
        case .invalid: "ledger.invalid"
        case .notHome: "ledger.not-home"
        case .redacted: "ledger.redacted"
        case .unknown: "ledger.unknown"
        case .heldByAnotherProcess: "ledger.held-by-another-process"
        case .readOnly: "ledger.read-only"
        case .closed: "ledger.closed"
        case .notALedger: "ledger.not-a-ledger"
        case .newerFormat: "ledger.newer-format"
        case .damaged: "ledger.damaged"
        case .brokenBackup: "ledger.broken-backup"
        case .storage: "ledger.storage"
        case .cancelled: "ledger.cancelled"
        }
    }
}
