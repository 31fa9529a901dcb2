public import Foundation
import GRDB

/// A ledger in one file, `ledger.sqlite`, in a folder of its own. The default for one server.
///
/// The file is in WAL mode and synced at each group of commits. Blobs are in it too, so that a backup is one file and one
/// moment. While it is open, `ledger.sqlite-wal` holds what was committed last: copy a ledger in use by `backup(to:)`
/// only. One process writes (`ledger.lock`); any number may read.
public final class SQLiteLedger: Ledger {
    /// Whether there is a ledger in a folder. Who only looks makes neither a folder nor the identity of a node.
    public static func exists(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: SQLiteFile(folder: folder).url.path)
    }

    /// What the process that opens a ledger wants of it.
    public enum Access: Sendable {
        case writing
        /// As `writing`, but goes on without the commits that a broken log has lost. The log is kept beside it as
        /// `ledger.sqlite-wal.broken-…`. Only after a backup was looked for.
        case salvaging
        /// For a program beside the server, such as one that checks or backs up. `heads()` tells only where it ended.
        case reading
    }

    public let folder: URL
    public let options: LedgerOptions
    let pool: DatabasePool
    let notices: HeadNotices
    private let lock: FolderLock?
    let queue: CommitQueue?

    /// Opens the ledger in a folder; for writing, makes folder and ledger where there are none.
    /// - Throws: `heldByAnotherProcess`, `notALedger`, `newerFormat`, `damaged`, `storage`, `invalid`.
    public init(folder: URL, options: LedgerOptions, access: Access = .writing) throws(LedgerError) {
        try Draft.check(name: options.home, field: "home")
        self.folder = folder
        self.options = options
        let file = SQLiteFile(folder: folder)
        switch access {
        case .writing, .salvaging:
            try file.makeFolder()
            lock = try FolderLock(folder: folder, now: options.now())
            try file.createIfMissing()
            try file.checkLog(salvaging: access == .salvaging, now: options.now())
        case .reading:
            lock = nil
        }
        try file.checkPresence()
        do {
            pool = try file.openPool(readonly: access == .reading)
            let notices = HeadNotices(head: try pool.read { try Self.head($0) })
            self.notices = notices
            // Who only reads can look at a broken end, too; nobody writes behind one.
            queue =
                access == .reading
                ? nil
                : CommitQueue(pool: pool, position: try pool.read { try Self.position($0) }) { notices.publish($0) }
        } catch {
            throw LedgerError(error)
        }
    }

    /// Finishes what is waiting, folds the log into the file and lets go of the lock. Then everything throws `closed`.
    public func close() async throws(LedgerError) {
        queue?.close()
        notices.close()
        do {
            if queue != nil {
                try await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
            }
            try pool.close()
        } catch {
            throw LedgerError(error)
        }
        lock?.release()
    }

    deinit { notices.close() }

    func write(
        size: Int, _ work: @escaping @Sendable (Database, inout CommitQueue.Position) throws -> [Entry]
    ) async throws(LedgerError) -> [Entry] {
        guard let queue else { throw .readOnly }
        return try await queue.run(size: size, work)
    }

    func read<Value: Sendable>(
        _ question: @escaping @Sendable (Database) throws -> Value
    ) async throws(LedgerError) -> Value {
        do {
            return try await pool.read(question)
        } catch {
            throw LedgerError(error)
        }
    }

    /// Where the ledger ends. Refuses one whose last entry is not the one its head names.
    private static func position(_ database: Database) throws -> CommitQueue.Position {
        let head = try head(database)
        let last = try Row.fetchOne(
            database, sql: "SELECT \(EntryRecord.columns) FROM entry ORDER BY sequence DESC LIMIT 1")
        let entry = try last.map { try EntryRecord.entry($0) }
        guard Head(sequence: entry?.sequence ?? 0, digest: entry?.digest ?? .zero) == head else {
            throw LedgerError.damaged("its last entry is not number \(head.sequence), which its head names")
        }
        return CommitQueue.Position(head: head, milliseconds: entry?.at.millisecondsSince1970 ?? 0)
    }

    static func head(_ database: Database) throws -> Head {
        guard let row = try Row.fetchOne(database, sql: "SELECT sequence, digest FROM head"),
            let sequence = row[0] as Int64?, let digest = Digest(row, at: 1)
        else { throw LedgerError.damaged("it has no head") }
        return Head(sequence: sequence, digest: digest)
    }
}
