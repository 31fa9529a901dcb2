import Foundation
import GRDB

extension EntryRecord {
    static let columns = """
        sequence, paper, revision, kind, author, home, at, lasting, redaction, body_digest, claims_digest, previous,
        digest, body
        """

    /// Nil where a value is missing or has the wrong form; nothing in a damaged file may end the program.
    init?(_ row: Row) {
        guard let sequence = row[0] as Int64?, let paper = row[1] as String?, let revision = row[2] as Int64?,
            let kind = row[3] as String?, let author = row[4] as String?, let home = row[5] as String?,
            let milliseconds = row[6] as Int64?, let lasting = row[7] as Int64?, lasting == 0 || lasting == 1,
            let bodyDigest = Digest(row, at: 9), let previous = Digest(row, at: 11), let digest = Digest(row, at: 12)
        else { return nil }
        let claimsDigest = Digest(row, at: 10)
        guard claimsDigest != nil || row.hasNull(atIndex: 10) else { return nil }
        self.init(
            sequence: sequence, paper: paper, revision: revision, kind: kind, author: author, home: home,
            milliseconds: milliseconds, isLasting: lasting == 1, redaction: row[8] as String?, body: row[13] as Data?,
            bodyDigest: bodyDigest, claimsDigest: claimsDigest, previous: previous, digest: digest)
    }

    /// The entry of a row, checked against its own digest: what is not as it was written is never served.
    static func entry(_ row: Row) throws -> Entry {
        guard let record = EntryRecord(row), record.hasRightDigest, record.hasRightBody else {
            throw LedgerError.damaged("entry \(row[0] as Int64? ?? 0) is not as it was written")
        }
        return record.entry
    }

    var arguments: StatementArguments {
        [
            sequence, paper, revision, kind, author, home, milliseconds, isLasting, redaction, bodyDigest.bytes,
            claimsDigest?.bytes, previous.bytes, digest.bytes, body,
        ]
    }
}

extension Digest {
    init?(_ row: Row, at index: Int) {
        let digest: Digest?? = try? row.withUnsafeData(atIndex: index) { $0.flatMap { Digest($0) } }
        guard let digest, let digest else { return nil }
        self = digest
    }
}

extension LedgerError {
    /// What an error of SQLite or of the system means to who asked the ledger.
    init(_ error: any Error) {
        switch error {
        case let error as LedgerError: self = error
        case is CancellationError: self = .cancelled
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: self = .damaged(error.description)
            case .SQLITE_NOTADB: self = .notALedger(error.description)
            case .SQLITE_MISUSE: self = .closed
            case .SQLITE_INTERRUPT: self = .cancelled
            default: self = .storage(error.description)
            }
        default: self = .storage("\(error)")
        }
    }
}
