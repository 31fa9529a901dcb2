import Foundation
import GRDB

/// Reads a whole ledger in one snapshot and judges it; damage is reported, not thrown.
struct SQLiteVerifier {
    private let database: Database
    private var chain = ChainCheck()

    /// - Throws: only where the question was withdrawn.
    static func verify(_ database: Database) throws -> Verification {
        var verifier = SQLiteVerifier(database: database)
        try verifier.attempt("entries") { try $0.examineEntries() }
        try verifier.attempt("revisions") { try $0.examineRevisions() }
        try verifier.attempt("blobs") { try $0.examineBlobs() }
        try verifier.attempt("file") { try $0.examineFile() }
        return verifier.chain.verification
    }

    private init(database: Database) {
        self.database = database
    }

    private mutating func attempt(_ part: String, _ examination: (inout SQLiteVerifier) throws -> Void) throws {
        do {
            try examination(&self)
        } catch {
            guard LedgerError(error) != .cancelled else { throw error }
            chain.report(damage: "\(part): \(error)")
        }
    }

    private mutating func examineEntries() throws {
        let head = try SQLiteLedger.head(database)
        var claims = try ClaimCursor(database)
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(EntryRecord.columns) FROM entry ORDER BY sequence")
        while let row = try rows.next() {
            let sequence = row[0] as Int64? ?? 0
            for stray in try claims.changes(before: sequence) { chain.report(.claims, at: stray) }
            let changes = try claims.changes(of: sequence)
            guard let record = EntryRecord(row) else {
                chain.examineUnreadable(at: sequence)
                continue
            }
            chain.examine(record, claims: changes, absence: try absence(of: record))
        }
        for stray in try claims.changes(before: .max) { chain.report(.claims, at: stray) }
        chain.examine(head: head)
    }

    /// Why a body may be gone: a later entry says so. Nil where it is there, or where there never was one.
    private func absence(of record: EntryRecord) throws -> ChainCheck.Absence? {
        guard record.body == nil, record.redaction == nil else { return nil }
        let statement = try database.cachedStatement(
            sql: "SELECT max(redaction IS NOT NULL) FROM entry WHERE paper = ? AND revision > ?")
        let later = try Optional<Int64>.fetchOne(statement, arguments: [record.paper, record.revision]) ?? nil
        switch later {
        case 1: return .redacted
        case 0 where !record.isLasting: return .replaced
        default: return .unexplained
        }
    }

    private mutating func examineRevisions() throws {
        let gaps = try Optional<Int64>.fetchAll(
            database,
            sql: """
                SELECT max(sequence) FROM entry GROUP BY paper
                HAVING count(*) <> max(revision) OR min(revision) <> 1 LIMIT \(Verification.longestList)
                """)
        for sequence in gaps { chain.report(.revision, at: sequence ?? 0) }
    }

    private mutating func examineBlobs() throws {
        let rows = try Row.fetchCursor(database, sql: "SELECT digest, content FROM blob ORDER BY rowid")
        while let row = try rows.next() {
            chain.countBlob()
            let content = row[1] as Data?
            guard let digest = Digest(row, at: 0), let content, Digest.of(content) == digest else {
                chain.report(damage: "blob \((row[0] as Data?)?.base64EncodedString() ?? "?") is not as it was stored")
                continue
            }
        }
    }

    private mutating func examineFile() throws {
        try SQLiteSchema.check(database)
        for problem in try String.fetchAll(database, sql: "PRAGMA integrity_check(100)") where problem != "ok" {
            chain.report(damage: problem)
        }
        for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
            chain.report(damage: "a row of \(row[0] as String? ?? "?") belongs to no entry")
        }
    }
}

/// The changes of claims, read beside the entries.
private struct ClaimCursor {
    private let rows: RowCursor
    private var next: (sequence: Int64, change: ClaimChange)?

    init(_ database: Database) throws {
        rows = try Row.fetchCursor(database, sql: "SELECT sequence, claim, taken FROM claim_change ORDER BY change")
        try advance()
    }

    /// The places named by changes that belong to no entry.
    mutating func changes(before sequence: Int64) throws -> [Int64] {
        var strays: [Int64] = []
        while let change = next, change.sequence < sequence {
            strays.append(change.sequence)
            try advance()
        }
        return strays
    }

    mutating func changes(of sequence: Int64) throws -> [ClaimChange] {
        var changes: [ClaimChange] = []
        while let change = next, change.sequence == sequence {
            changes.append(change.change)
            try advance()
        }
        return changes
    }

    private mutating func advance() throws {
        next = try rows.next().map { row in
            // What cannot be read gives a change that no digest covers.
            let change = ClaimChange(claim: Digest(row, at: 1) ?? .zero, isTaken: row[2] as Int64? ?? 0 == 1)
            return (row[0] as Int64? ?? 0, change)
        }
    }
}
