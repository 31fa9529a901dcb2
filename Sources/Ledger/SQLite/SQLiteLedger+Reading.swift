public import Foundation
import GRDB

extension SQLiteLedger {
    public func entries(after sequence: Int64, limit: Int) async throws(LedgerError) -> [Entry] {
        try await fetch("WHERE sequence > ? ORDER BY sequence LIMIT ?", [sequence, min(max(limit, 1), 10_000)])
    }

    public func current(_ paper: PaperID) async throws(LedgerError) -> Entry? {
        try await fetch("WHERE paper = ? ORDER BY revision DESC LIMIT 1", [paper.rawValue]).first
    }

    public func history(of paper: PaperID) async throws(LedgerError) -> [Entry] {
        try await fetch("WHERE paper = ? ORDER BY revision", [paper.rawValue])
    }

    public func holder(of claim: Claim) async throws(LedgerError) -> PaperID? {
        try await read { try SQLiteClaims.holder(of: claim.digest, $0) }
    }

    public func head() async throws(LedgerError) -> Head {
        try await read { try Self.head($0) }
    }

    public func heads() -> AsyncStream<Head> {
        notices.listen()
    }

    public func blob(_ id: BlobID) async throws(LedgerError) -> Data? {
        try await read { database in
            let statement = try database.cachedStatement(sql: "SELECT content FROM blob WHERE digest = ?")
            guard let content = try Data.fetchOne(statement, arguments: [id.digest.bytes]) else { return nil }
            guard BlobID(of: content) == id else { throw LedgerError.damaged("blob \(id) is not as it was stored") }
            return content
        }
    }

    private func fetch(_ condition: String, _ arguments: StatementArguments) async throws(LedgerError) -> [Entry] {
        try await read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT \(EntryRecord.columns) FROM entry \(condition)")
            let rows = try Row.fetchCursor(statement, arguments: arguments)
            var entries: [Entry] = []
            while let row = try rows.next() { entries.append(try EntryRecord.entry(row)) }
            return entries
        }
    }
}
