import GRDB

extension Catalogue {
    /// Every row of every table as text, in order: two catalogues of one ledger have the same, in however many steps each came
    /// to be. Reads everything; for tests and for who doubts.
    public func contents() async throws(CatalogueError) -> [String: [String]] {
        try await read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            )
            var contents: [String: [String]] = [:]
            for table in tables {
                let rows = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
                contents[table] = rows.map { row in
                    row.map { name, value in "\(name)=\(value)" }.joined(separator: " ")
                }.sorted()
            }
            return contents
        }
    }
}
