import GRDB

/// What the catalogue knows about itself.
enum Notes {
    enum Name: String { case version, node, cursor, digest }

    static func read(_ db: Database, _ name: Name) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM note WHERE name = ?", arguments: [name.rawValue])
    }

    static func write(_ db: Database, _ name: Name, _ value: String) throws {
        try db.execute(
            sql: "INSERT INTO note VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            arguments: [name.rawValue, value])
    }

    /// The last entry of the ledger that was applied.
    static func cursor(_ db: Database) throws -> Int64 { try read(db, .cursor).flatMap(Int64.init) ?? 0 }
}
