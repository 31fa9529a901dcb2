public import Cooperation
import Foundation
import GRDB
public import Vocabulary

extension Catalogue {
    /// The newest revision of one paper; nil where there is none.
    public func paper<Body: Paper>(_ id: ID<Body>) async throws(CatalogueError) -> Filed<Body>? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT \(PaperReader.columns) FROM paper WHERE id = ?", arguments: [id.rawValue]
            ).map { try PaperReader.filed($0) }
        }
    }

    /// Several papers of one kind at once, in the order asked for; those that do not exist are left out.
    public func papers<Body: Paper>(_ ids: [ID<Body>]) async throws(CatalogueError) -> [Filed<Body>] {
        try await read { db in
            let rows = try SQLRequest<Row>(
                literal: "SELECT \(sql: PaperReader.columns) FROM paper WHERE id IN \(ids.map(\.rawValue))"
            ).fetchAll(db)
            var found: [ID<Body>: Filed<Body>] = [:]
            for row in rows {
                let filed: Filed<Body> = try PaperReader.filed(row)
                found[filed.id] = filed
            }
            return ids.compactMap { found[$0] }
        }
    }

    /// Those of these papers that stand in public lists, in the order asked for.
    public func listed<Body: Paper>(_ ids: [ID<Body>]) async throws(CatalogueError) -> [Filed<Body>] {
        let names = ids.map(\.rawValue)
        let found: Set<String> = try await read { db in
            try SQLRequest<String>(
                literal: "SELECT id FROM paper WHERE id IN \(names) AND \(Listing.condition(Body.kind))"
            ).fetchSet(db)
        }
        return try await papers(ids.filter { found.contains($0.rawValue) })
    }

    /// Papers of one kind that stand in public lists, the newest first. For kinds that everybody may read, and for the indexes.
    public func all<Body: Paper>(
        _: Body.Type, limit: Int = 1000, offset: Int = 0
    ) async throws(CatalogueError) -> Page<Filed<Body>> {
        try await read { db in
            let condition: SQL = "kind = \(Body.kind.rawValue) AND \(Listing.condition(Body.kind))"
            let total = try Totals.listed(Body.kind, db)
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE \(condition)
                    ORDER BY \(Listing.order(Body.kind))at DESC, id LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db)
            return Page(items: try rows.map { try PaperReader.filed($0) }, total: total, offset: offset)
        }
    }

    /// Papers of one kind that stand in public lists, by name, those behind a name: for going through all of them, however many.
    public func listed<Body: Paper>(
        _: Body.Type, after name: ID<Body>?, limit: Int = 1000
    ) async throws(CatalogueError) -> [Filed<Body>] {
        try await read { db in
            // Names begin with the kind and a hyphen; the full stop comes right behind it.
            let first = name?.rawValue ?? "\(Body.kind.rawValue)-"
            let end = "\(Body.kind.rawValue)."
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE id > \(first) AND id < \(end) AND +kind = \(Body.kind.rawValue)
                        AND \(Listing.condition(Body.kind))
                    ORDER BY id LIMIT \(limit)
                    """
            ).fetchAll(db)
            return try rows.map { try PaperReader.filed($0) }
        }
    }

    /// What an institution has put down of one kind (its offers, its opportunities, its hubs).
    /// - Parameter listed: only what stands in public lists.
    public func papers<Body: Paper>(
        _: Body.Type, of organisations: Set<OrganisationID>, listed: Bool = false
    ) async throws(CatalogueError) -> [Filed<Body>] {
        try await read { db in
            let names = organisations.map(\.rawValue).sorted()
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE \(ParticipantRows.offering(Body.kind)) AND json_extract(body, '$.organisation') IN \(Merged.family(of: names))
                        AND \(listed ? Listing.condition(Body.kind) : "1")
                    ORDER BY at DESC, id
                    """
            ).fetchAll(db)
            return try rows.map { try PaperReader.filed($0) }
        }
    }

    /// How many papers of each kind there are; of kept records, those that everybody sees and that somebody stands by.
    public func counts() async throws(CatalogueError) -> [PaperKind: Int] {
        try await read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT kind, number AS count FROM total WHERE listing = 1 AND number > 0")
            var counts: [PaperKind: Int] = [:]
            for row in rows {
                if let kind = PaperKind(rawValue: row["kind"]) { counts[kind] = row["count"] }
            }
            return counts
        }
    }

    /// The rule of a country's window; the standard one where it has set none.
    public func rule(of country: CountryCode) async throws(CatalogueError) -> NonObjectionRule {
        guard let id = NonObjectionRule.id(of: country), let filed = try await paper(id) else {
            return .standard(country)
        }
        return filed.body
    }
}
