public import Cooperation
import Foundation
import GRDB
public import Vocabulary

/// A paper that came with an import.
public struct TakenInPaper: Hashable, Sendable {
    public var key: String
    public var kind: PaperKind
    /// 1 while nobody has revised it.
    public var revision: Int
    /// Another paper, not of the import, names it.
    public var isInUse: Bool
}

extension Catalogue {
    /// Imports, the newest first.
    /// - Parameter countries: only those of records of these countries alone; nil for all.
    public func intakes(
        of countries: Set<CountryCode>?, limit: Int, offset: Int = 0
    ) async throws(CatalogueError) -> Page<Filed<Intake>> {
        let isMeant: SQL =
            countries.map { countries in
                """
                json_array_length(body, '$.countries') > 0 AND NOT EXISTS (SELECT 1 FROM json_each(body, '$.countries')
                    WHERE value NOT IN \(countries.map(\.description).sorted()))
                """
            } ?? "1"
        return try await read { db in
            let total =
                try SQLRequest<Int>(
                    literal: "SELECT COUNT(*) FROM paper WHERE kind = 'intake' AND \(isMeant)"
                ).fetchOne(db) ?? 0
            let items = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'intake' AND \(isMeant)
                    ORDER BY at DESC, id LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db).map { try PaperReader.filed($0, as: Intake.self) }
            return Page(items: items, total: total, offset: offset)
        }
    }

    /// The records an import brought and that are still here. They were filed in one commit right behind it.
    public func papers(of intake: IntakeID) async throws(CatalogueError) -> [TakenInPaper] {
        try await read { db in
            guard
                let row = try Row.fetchOne(
                    db, sql: "SELECT first, json_extract(body, '$.made') AS made FROM paper WHERE id = ?",
                    arguments: [intake.rawValue])
            else { return [] }
            let first: Int64 = row["first"]
            let last = first + (row["made"] as Int64? ?? 0)
            // Every identifier that a paper outside the import names, in one pass.
            let named = Set(
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT t.value FROM paper p, json_tree(p.body) t
                        WHERE NOT (p.first > ? AND p.first <= ?) AND t.type = 'text' AND t.value GLOB '*-*'
                            AND p.kind NOT IN ('session', 'credential', 'account')
                        """, arguments: [first, last]))
            let rows = try Row.fetchAll(
                db, sql: "SELECT id, kind, revision FROM paper WHERE first > ? AND first <= ? ORDER BY first",
                arguments: [first, last])
            return rows.compactMap { row in
                PaperKind(rawValue: row["kind"]).map {
                    TakenInPaper(
                        key: row["id"], kind: $0, revision: row["revision"], isInUse: named.contains(row["id"]))
                }
            }
        }
    }

    /// The resource that came from a source under this name.
    public func resource(of source: SourceID, key: String) async throws(CatalogueError) -> Filed<Resource>? {
        try await resource(
            """
            json_extract(body, '$.origin.source') = \(source.rawValue) AND json_extract(body, '$.origin.key') = \(key)
            """)
    }

    /// Resources with this DOI, or with one of these addresses as their first link.
    public func resources(doi: DOI?, addresses: [String]) async throws(CatalogueError) -> [Filed<Resource>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'resource'
                        AND (json_extract(body, '$.doi') = \(doi?.description ?? "")
                            OR json_extract(body, '$.links[0].address') IN \(addresses))
                    ORDER BY first
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    private func resource(_ condition: SQL) async throws(CatalogueError) -> Filed<Resource>? {
        try await read { db in
            try SQLRequest<Row>(
                literal: "SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'resource' AND \(condition)"
            ).fetchOne(db).map { try PaperReader.filed($0) }
        }
    }
}
