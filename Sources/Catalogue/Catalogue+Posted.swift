public import Cooperation
public import Foundation
import GRDB

extension Catalogue {
    /// Postponed letters of one kind whose time has come, the longest waiting first.
    public func due<Record: Posted>(
        _: Record.Type, at now: Date, limit: Int
    ) async throws(CatalogueError) -> [Filed<Record>] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(PaperReader.columns) FROM paper
                    WHERE kind = '\(Record.kind.rawValue)' AND json_extract(body, '$.outcome') = 'postponed'
                        AND json_extract(body, '$.next') <= ?
                    ORDER BY at LIMIT ?
                    """, arguments: [now.milliseconds, limit]
            ).map { try PaperReader.filed($0) }
        }
    }

    /// How many letters of one kind stand at each outcome.
    public func counts<Record: Posted>(of _: Record.Type) async throws(CatalogueError) -> [Dispatch.Outcome: Int] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT json_extract(body, '$.outcome') AS outcome, COUNT(*) AS number FROM paper
                    WHERE kind = ? GROUP BY outcome
                    """, arguments: [Record.kind.rawValue])
            return Dictionary(
                rows.compactMap { row in Dispatch.Outcome(rawValue: row["outcome"]).map { ($0, row["number"]) } }
            ) { first, _ in first }
        }
    }
}
