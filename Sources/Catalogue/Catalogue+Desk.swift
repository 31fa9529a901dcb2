public import Cooperation
public import Foundation
import GRDB

/// What the help desk asks about its own work.
extension Catalogue {
    /// How many requests each of these filters finds.
    public func counts(
        _ filters: [RequestFilter], for viewer: Viewer, at now: Date
    ) async throws(CatalogueError) -> [Int] {
        try await read { db in
            try filters.map { filter in
                let condition = filter.condition(for: viewer, at: now.milliseconds)
                return try SQLRequest<Int>(literal: "SELECT COUNT(*) FROM dossier d WHERE \(condition)").fetchOne(db)
                    ?? 0
            }
        }
    }

    /// Everybody who has or had a place at a help desk.
    public func peopleAtTheDesk() async throws(CatalogueError) -> [AccountID] {
        try await read { db in
            let names = try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT json_extract(body, '$.account') FROM paper
                    WHERE kind = 'appointment' AND json_extract(body, '$.role') = 'helpDesk' ORDER BY 1
                    """)
            return names.compactMap(AccountID.init(rawValue:))
        }
    }

    /// When requests came to the help desk since a moment: those this person may read, oldest first.
    public func arrivals(
        for viewer: Viewer, since moment: Date, at now: Date
    ) async throws(CatalogueError) -> [Date] {
        try await read { db in
            let condition = RequestFilter().condition(for: viewer, at: now.milliseconds)
            let times = try SQLRequest<Int64>(
                literal: """
                    SELECT d.passed FROM dossier d WHERE \(condition) AND d.passed >= \(moment.milliseconds) ORDER BY 1
                    """
            ).fetchAll(db)
            return times.map { Date(milliseconds: $0) }
        }
    }

    /// Sentences of the interface in other words, those taken back too, in the order of their names.
    public func rewordings() async throws(CatalogueError) -> [Filed<Rewording>] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(PaperReader.columns) FROM paper WHERE kind = 'rewording'
                    ORDER BY json_extract(body, '$.sentence'), json_extract(body, '$.language')
                    """
            ).map { try PaperReader.filed($0) }
        }
    }

    /// Ready texts of the help desk, those no longer offered too, in the order of their first writing.
    public func wordings() async throws(CatalogueError) -> [Filed<Wording>] {
        try await read { db in
            try Row.fetchAll(
                db, sql: "SELECT \(PaperReader.columns) FROM paper WHERE kind = 'wording' ORDER BY first"
            ).map { try PaperReader.filed($0) }
        }
    }
}
