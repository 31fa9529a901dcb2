public import Cooperation
import GRDB

extension Catalogue {
    /// Drafts of practices that this person writes and that are open, the latest touched first.
    public func practiceDrafts(of owner: AccountID) async throws(CatalogueError) -> [Filed<PracticeDraft>] {
        try await drafts("json_extract(body, '$.owner') = \(owner.rawValue) AND json_extract(body, '$.became') IS NULL")
    }

    /// All drafts of a write-shop, in the order they were begun.
    /// - Parameter withDropped: also those that their writers have put away.
    public func practiceDrafts(
        in shop: WriteShopID, withDropped: Bool = false
    ) async throws(CatalogueError) -> [Filed<PracticeDraft>] {
        try await drafts(
            "json_extract(body, '$.shop') = \(shop.rawValue)", order: "first", withDropped: withDropped)
    }

    /// Whether a write-shop of this node, by its key, has come here.
    public func hasWriteShop(fromNode key: String) async throws(CatalogueError) -> Bool {
        try await read { db in
            try SQLRequest<Bool>(
                literal: """
                    SELECT EXISTS (SELECT 1 FROM paper
                        WHERE kind = 'writeshop' AND json_extract(body, '$.origin.key') = \(key))
                    """
            ).fetchOne(db) ?? false
        }
    }

    private func drafts(
        _ condition: SQL, order: String = "at DESC, id", withDropped: Bool = false
    ) async throws(CatalogueError) -> [Filed<PracticeDraft>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'practicedraft' AND \(condition)
                        AND (\(withDropped) OR json_extract(body, '$.isDropped') = 0) ORDER BY \(sql: order) LIMIT 500
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    /// The write-shops this person opened, the latest day first.
    public func writeShops(of facilitator: AccountID) async throws(CatalogueError) -> [Filed<WriteShop>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE kind = 'writeshop' AND beganBy = \(facilitator.rawValue)
                    ORDER BY json_extract(body, '$.day') DESC, first DESC LIMIT 200
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    public func writeShop(code: String) async throws(CatalogueError) -> Filed<WriteShop>? {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE kind = 'writeshop' AND json_extract(body, '$.code') = \(code) ORDER BY first DESC LIMIT 1
                    """
            ).fetchOne(db).map { try PaperReader.filed($0) }
        }
    }

    /// What was said about a draft, in its order.
    public func notes(on draft: PracticeDraftID) async throws(CatalogueError) -> [Filed<DraftNote>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper
                    WHERE kind = 'draftnote' AND json_extract(body, '$.draft') = \(draft.rawValue) ORDER BY first
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }
}
