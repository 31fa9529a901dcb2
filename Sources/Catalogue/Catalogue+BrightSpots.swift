public import Cooperation
import GRDB

extension Catalogue {
    /// Bright spots whose practices everybody can read, the latest begun first.
    /// - Parameter day: only those shown on this day.
    public func brightSpots(
        on day: CalendarDay? = nil, limit: Int, offset: Int = 0
    ) async throws(CatalogueError) -> Page<Filed<BrightSpot>> {
        try await read { db in
            var condition: SQL = """
                kind = 'brightspot' AND EXISTS (SELECT 1 FROM paper practice
                    WHERE practice.id = json_extract(paper.body, '$.practice') AND practice.listing >= 1)
                """
            if let day {
                condition +=
                    " AND json_extract(body, '$.from') <= \(day.description) AND json_extract(body, '$.until') >= \(day.description)"
            }
            let total = try SQLRequest<Int>(literal: "SELECT COUNT(*) FROM paper WHERE \(condition)").fetchOne(db)
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE \(condition)
                    ORDER BY json_extract(body, '$.from') DESC, first DESC LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db)
            return Page(items: try rows.map { try PaperReader.filed($0) }, total: total ?? 0, offset: offset)
        }
    }

    /// Listed practices that were begun from this one, the newest first.
    public func practices(
        begunFrom id: PracticeID, limit: Int
    ) async throws(CatalogueError) -> [Filed<Practice>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE kind = 'practice' AND json_extract(body, '$.begunFrom') = \(id.rawValue)
                        AND \(Listing.condition(.practice)) ORDER BY at DESC, id LIMIT \(limit)
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    /// Those of one practice, the latest begun first.
    public func brightSpots(of practice: PracticeID) async throws(CatalogueError) -> [Filed<BrightSpot>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE kind = 'brightspot' AND json_extract(body, '$.practice') = \(practice.rawValue)
                    ORDER BY json_extract(body, '$.from') DESC, first DESC
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }
}
