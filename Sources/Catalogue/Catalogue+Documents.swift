public import Cooperation
import Foundation
import GRDB
public import Vocabulary

extension Catalogue {
    /// The documents of these countries, the newest first.
    public func documents(
        of countries: Set<CountryCode>?, limit: Int = 30, offset: Int = 0
    ) async throws(CatalogueError) -> Page<Filed<NationalDocument>> {
        let isMeant: SQL =
            countries.map { codes in
                "json_extract(body, '$.country') IN \(codes.map(\.description).sorted())"
            } ?? "1"
        return try await read { db in
            let total = try SQLRequest<Int>(
                literal: "SELECT COUNT(*) FROM paper WHERE kind = 'document' AND \(isMeant)"
            ).fetchOne(db)
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'document' AND \(isMeant)
                    ORDER BY begun DESC, first DESC LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db)
            return Page(items: try rows.map { try PaperReader.filed($0) }, total: total ?? 0, offset: offset)
        }
    }

    /// The papers of one kind about a document (readings, potential needs, decisions), in the order of their first writing.
    public func papers<Body: Paper>(
        _: Body.Type, about document: DocumentID
    ) async throws(CatalogueError) -> [Filed<Body>] {
        try await papers(Body.self, about: [document])[document] ?? []
    }

    public func papers<Body: Paper>(
        _: Body.Type, about documents: [DocumentID]
    ) async throws(CatalogueError) -> [DocumentID: [Filed<Body>]] {
        try await read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns), json_extract(body, '$.document') AS document FROM paper
                    WHERE kind = \(Body.kind.rawValue) AND kind IN ('reading', 'potential', 'decision')
                        AND json_extract(body, '$.document') IN \(documents.map(\.rawValue)) ORDER BY first
                    """
            ).fetchAll(db)
            var found: [DocumentID: [Filed<Body>]] = [:]
            for row in rows {
                guard let document = DocumentID(rawValue: row["document"]) else { continue }
                found[document, default: []].append(try PaperReader.filed(row))
            }
            return found
        }
    }

    /// Readings that are asked for or begun and not over, the oldest first.
    public func openReadings() async throws(CatalogueError) -> [Filed<Reading>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE kind = 'reading' AND json_extract(body, '$.state') IN ('waiting', 'begun') ORDER BY first
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    /// The document that follows this one as its newer version; nil where there is none.
    public func successor(of document: DocumentID) async throws(CatalogueError) -> Filed<NationalDocument>? {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'document'
                        AND json_extract(body, '$.follows') = \(document.rawValue) ORDER BY first DESC LIMIT 1
                    """
            ).fetchOne(db).map { try PaperReader.filed($0) }
        }
    }

    /// All decisions that stand, the oldest first: what people taught.
    public func standingDecisions() async throws(CatalogueError) -> [Filed<Decision>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE kind = 'decision' AND json_extract(body, '$.isUndone') = 0 ORDER BY first
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }
}
