public import Foundation
import GRDB

extension Catalogue {
    /// The last moment at which the clock alone changed how a request is shown (its window passed, it grew late), in
    /// milliseconds since 1970 (0: never), and the next such moment (the far future where there is none).
    public func turnsOfTheClock(around now: Date) async throws(CatalogueError) -> (last: Int64, next: Date) {
        try await read { db in
            let moment = now.milliseconds
            let last = try Int64.fetchOne(
                db,
                sql: """
                    SELECT MAX(turn) FROM (SELECT MAX(passes) AS turn FROM dossier WHERE passes <= ?1
                        UNION ALL SELECT MAX(due) FROM dossier WHERE due <= ?1)
                    """, arguments: [moment])
            let next = try Int64.fetchOne(
                db,
                sql: """
                    SELECT MIN(turn) FROM (SELECT MIN(passes) AS turn FROM dossier WHERE passes > ?1
                        UNION ALL SELECT MIN(due) FROM dossier WHERE due > ?1)
                    """, arguments: [moment])
            return (last ?? 0, next.map { Date(milliseconds: $0) } ?? .distantFuture)
        }
    }
}
