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
}
