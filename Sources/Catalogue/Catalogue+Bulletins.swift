public import Cooperation
public import Foundation
import GRDB

extension Catalogue {
    /// The records a person was told of by letter, or is about to be, and when the last such letter was begun.
    public func told(_ account: AccountID) async throws(CatalogueError) -> (records: Set<String>, last: Date?) {
        try await read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE kind = 'bulletin' AND json_extract(body, '$.account') = \(account.rawValue)
                    """
            ).fetchAll(db)
            let bulletins: [Filed<Bulletin>] = try rows.map { try PaperReader.filed($0) }
            return (
                Set(bulletins.flatMap(\.body.records)), bulletins.map(\.body.firstTried).max()
            )
        }
    }

    /// Postponed bulletins whose time has come, the longest waiting first.
    public func bulletinsDue(at now: Date, limit: Int) async throws(CatalogueError) -> [Filed<Bulletin>] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(PaperReader.columns) FROM paper
                    WHERE kind = 'bulletin' AND json_extract(body, '$.outcome') = 'postponed'
                        AND json_extract(body, '$.next') <= ?
                    ORDER BY at LIMIT ?
                    """, arguments: [now.milliseconds, limit])
            return try rows.map { try PaperReader.filed($0) }
        }
    }

    /// How many bulletins stand at each outcome.
    public func bulletinCounts() async throws(CatalogueError) -> [Dispatch.Outcome: Int] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT json_extract(body, '$.outcome') AS outcome, COUNT(*) AS number FROM paper
                    WHERE kind = 'bulletin' GROUP BY outcome
                    """)
            return Dictionary(
                rows.compactMap { row in Dispatch.Outcome(rawValue: row["outcome"]).map { ($0, row["number"]) } }
            ) { first, _ in first }
        }
    }
}
