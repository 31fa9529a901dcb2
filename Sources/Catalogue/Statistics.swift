import GRDB

/// What SQLite is told about how many rows a search in each index of the papers finds. Without it, it takes all searches by one
/// value for alike, and goes through every paper of a kind where an index of that kind alone would have led to a few. To measure
/// these numbers in a million papers takes long, and tells no more than is known beforehand.
enum Statistics {
    static func write(_ db: Database) throws {
        // Makes the table in which they stand.
        try db.execute(sql: "ANALYZE")
        func put(_ index: String, _ numbers: String) throws {
            try db.execute(
                sql: "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('paper', ?, ?)", arguments: [index, numbers])
        }
        try db.execute(sql: "DELETE FROM sqlite_stat1 WHERE tbl = 'paper'")
        // Rows in the index; rows for one value of its first column, of its first two, and so on.
        try put("paper_by_listing", "1000000 100000 50000 5 1")
        try put("paper_by_first", "1000000 100000 1")
        try put("opportunity_by_deadline", "100000 100000 50000 500 1")
        try put("paper_by_request", "100000 20 1")
        try put("paper_of_dossier_by_day", "100000 10 1")
        try put("letter_of_account", "100000 1")
        try put("notice_by_place", "100000 1")
        try put("sqlite_autoindex_paper_1", "1000000 1")
        try put("sqlite_autoindex_paper_2", "1000000 1")
        let rest = try Row.fetchAll(
            db,
            sql: """
                SELECT l.name, (SELECT COUNT(*) FROM pragma_index_info(l.name)) AS columns FROM pragma_index_list('paper') l
                WHERE l.name NOT IN (SELECT idx FROM sqlite_stat1 WHERE tbl = 'paper')
                """)
        for row in rest {
            // Of one kind, by what stands in its body.
            let others = String(repeating: " 1", count: max(0, (row["columns"] as Int) - 1))
            try put(row["name"], "10000 3" + others)
        }
        // Read again by this connection; those opened later read them as they open.
        try db.execute(sql: "ANALYZE sqlite_schema")
    }
}
