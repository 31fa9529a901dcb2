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

    /// Applies what the ledger holds beyond the catalogue. The next entries are read and checked while these are written.
    /// - Parameters:
    ///   - anewFrom: a catalogue without a single entry is made anew apart from the tables in use (`Building`) where the ledger
    ///     has at least so many.
    ///   - took: hears what each part changed, in order; not of what was made anew, after which followers ask for everything.
    /// - Returns: the last entry that was applied.
    @discardableResult
    public func follow(
        _ ledger: any Ledger, anewFrom: Int64 = 5_000, isolation: isolated (any Actor)? = #isolation,
        _ took: ([Change]) async throws -> Void = { _ in }
    ) async throws -> Int64 {
        var cursor = try await cursor()
        if cursor == 0, try await ledger.head().sequence >= anewFrom { cursor = try await buildAnew(from: ledger) }
        var entries = try await ledger.entries(after: cursor, limit: Self.together)
        while let last = entries.last {
            async let next = ledger.entries(after: last.sequence, limit: Self.together)
            try await took(try await apply(entries))
            cursor = last.sequence
            entries = try await next
        }
        return cursor
    }

    /// How many entries are applied at once.
    static let together = 1_000
}
