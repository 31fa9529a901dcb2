import Foundation

extension LedgerError: CustomStringConvertible {
    /// For logs and the command line, in English; a claim's key is left out, because it may be an address.
    public var description: String {
        switch self {
        case .nothingToCommit: "a commit needs at least one draft"
        case .conflict(let paper, let base, let current):
            "\(paper) was written on revision \(base), but is at revision \(current)"
        case .claimed(let claim, let holder): "the claim in \(claim.space) is held by \(holder)"
        case .notClaimed(let claim): "nobody holds the claim in \(claim.space)"
        case .tooLarge(let bytes, let limit): "\(bytes) bytes, \(limit) are allowed"
        case .invalid(let field): "\(field) cannot be taken"
        case .notHome(let paper, let home): "\(paper) is written by node \(home) only"
        case .redacted(let paper): "\(paper) was redacted"
        case .unknown(let paper): "there is no paper \(paper)"
        case .heldByAnotherProcess(let pid, let since):
            "the ledger is in use by process \(pid.map(String.init) ?? "?")"
                + (since.map { ", since \($0.ISO8601Format())" } ?? "")
        case .readOnly: "the ledger is open for reading only"
        case .closed: "the ledger is closed"
        case .notALedger(let reason): "not a ledger: \(reason)"
        case .newerFormat(let format): "the ledger has format \(format), which needs a newer program"
        case .damaged(let reason): "the ledger is damaged: \(reason)"
        case .brokenBackup(let verification): "the backup is not whole: \(verification.summary)"
        case .storage(let reason): "the disk or system refused: \(reason)"
        case .cancelled: "cancelled"
        }
    }
}
