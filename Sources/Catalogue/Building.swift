import Foundation
import GRDB
import Ledger

/// Tables made anew from the first entry of a ledger, in a file of their own that nobody reads before it is whole. Whatever ends
/// the work before that loses all of it and nothing else: so there is no journal, and nothing waits for the disk.
struct Building {
    private static let name = "catalogue.fresh.sqlite"
    /// Pages kept in memory while it is written, in KiB: most of what is written goes to a few places of each index.
    private static let memory = 256 << 10

    private let file: URL
    private let queue: DatabaseQueue

    /// Begins it; what an earlier one left is thrown away.
    init(in folder: URL, node: String) throws {
        file = folder.appending(path: Building.name)
        try Building.discard(in: folder)
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA cache_size = -\(Building.memory)
                    """)
        }
        queue = try DatabaseQueue(path: file.path, configuration: configuration)
        try queue.inTransaction { db in
            try Catalogue.begin(db, node: node)
            return .commit
        }
    }

    func apply(_ entries: [Entry]) async throws {
        try await queue.write { db in _ = try Application(db: db).apply(entries) }
    }

    /// The finished file.
    func finish() throws -> URL {
        try queue.close()
        return file
    }

    static func discard(in folder: URL) throws {
        for suffix in ["", "-journal", "-wal", "-shm"] {
            let path = folder.appending(path: name).path + suffix
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        }
    }
}

extension Catalogue {
    /// How many entries are read and applied at once while everything is made anew.
    private static let manyTogether = 4_000

    /// Makes the tables anew from the whole ledger and puts them in the place of the empty ones.
    func buildAnew(from ledger: any Ledger) async throws -> Int64 {
        let building = try Building(in: folder, node: node)
        var cursor: Int64 = 0
        do {
            var entries = try await ledger.entries(after: 0, limit: Self.manyTogether)
            while let last = entries.last {
                async let next = ledger.entries(after: last.sequence, limit: Self.manyTogether)
                try await building.apply(entries)
                cursor = last.sequence
                entries = try await next
            }
            try replace(with: try building.finish())
        } catch {
            try? Building.discard(in: folder)
            throw error
        }
        return cursor
    }
}
