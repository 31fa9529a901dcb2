public import Cooperation
import GRDB

/// Records that were found to be one and the same, as parts of queries.
enum Merged {
    /// These records, and all that were merged into them.
    static func family(of names: [String]) -> SQL {
        """
        (WITH RECURSIVE family (name) AS (
            SELECT value FROM json_each(\(json(names)))
            UNION SELECT m.record FROM merged m JOIN family f ON m.target = f.name)
        SELECT name FROM family)
        """
    }

    /// Identifiers hold nothing that would have to be escaped.
    private static func json(_ names: [String]) -> String {
        "[" + names.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
}

extension Catalogue {
    /// Where a record leads on to in the end; nil where it was not merged.
    public func target(of record: String) async throws(CatalogueError) -> String? {
        try await read { db in
            try String.fetchOne(
                db,
                sql: """
                    WITH RECURSIVE way (name, step) AS (
                        SELECT target, 1 FROM merged WHERE record = ?
                        UNION ALL SELECT m.target, w.step + 1 FROM merged m JOIN way w ON m.record = w.name
                        WHERE w.step < 20)
                    SELECT name FROM way ORDER BY step DESC LIMIT 1
                    """, arguments: [record])
        }
    }

    /// Those of these records that lead on to another.
    public func merged(among records: [String]) async throws(CatalogueError) -> Set<String> {
        try await read { db in
            Set(
                try SQLRequest<String>(literal: "SELECT record FROM merged WHERE record IN \(records)").fetchAll(db))
        }
    }

    /// The records that lead on to this one, near and far, in the order of their names.
    public func sources(of record: String) async throws(CatalogueError) -> [String] {
        try await read { db in
            try SQLRequest<String>(
                literal: "SELECT name FROM \(Merged.family(of: [record])) WHERE name <> \(record) ORDER BY 1"
            ).fetchAll(db)
        }
    }

    /// An institution and all that are one with it: those merged into it, and those it was merged into.
    public func family(of organisation: OrganisationID) async throws(CatalogueError) -> Set<OrganisationID> {
        let head = try await target(of: organisation.rawValue) ?? organisation.rawValue
        let names = try await sources(of: head) + [head]
        return Set(names.compactMap(OrganisationID.init(rawValue:)))
    }

    /// Every merge that holds, the newest first.
    public func merges() async throws(CatalogueError) -> [Filed<Merge>] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(PaperReader.columns) FROM paper
                    WHERE kind = 'merge' AND id IN (SELECT paper FROM merged) ORDER BY at DESC, id
                    """
            ).map { try PaperReader.filed($0) }
        }
    }
}

extension Catalogue {
    /// How often a record was merged so far, undone merges too.
    public func mergesEver(of record: String) async throws(CatalogueError) -> Int {
        try await read { db in
            try SQLRequest<Int>(
                literal: """
                    SELECT COUNT(*) FROM paper WHERE kind = 'merge' AND json_extract(body, '$.merged') = \(record)
                    """
            ).fetchOne(db) ?? 0
        }
    }
}
