public import Cooperation
import GRDB
public import Ledger

/// A paper that changed, as followers of the catalogue (the match index, the page cache) need to know it.
public struct Change: Hashable, Sendable {
    public var sequence: Int64
    public var paper: String
    public var kind: PaperKind
    /// The request of whose dossier it is a part.
    public var request: RequestID?
    /// The kept record whose standing it may have changed.
    public var record: Kept?
    /// Institutions that take part in a partnership, or did before the change.
    public var partners: Set<OrganisationID> = []
}

extension Catalogue {
    /// The last entry of the ledger that was applied.
    public func cursor() async throws(CatalogueError) -> Int64 {
        try await read { db in try Notes.cursor(db) }
    }

    /// Applies these entries, which must follow the cursor without a gap; entries before it are passed over.
    /// One transaction: all or none.
    @discardableResult
    public func apply(_ entries: [Entry]) async throws(CatalogueError) -> [Change] {
        do {
            return try await pool.write { db in try Application(db: db).apply(entries) }
        } catch let error as CatalogueError {
            throw error
        } catch {
            throw .storage("\(error)")
        }
    }
}
