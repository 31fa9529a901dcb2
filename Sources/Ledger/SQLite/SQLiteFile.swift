import Foundation
import GRDB

/// The file of a ledger on disk: how it comes into being and how it is opened.
struct SQLiteFile {
    static let name = "ledger.sqlite"

    let folder: URL

    var url: URL { folder.appendingPathComponent(Self.name) }
    private var logPath: String { url.path + "-wal" }

    func makeFolder() throws(LedgerError) {
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .storage("\(folder.path): \(error.localizedDescription)")
        }
    }

    /// Makes an empty ledger under another name first: a file of that name is always a whole ledger, so an empty one is
    /// a damaged one.
    func createIfMissing() throws(LedgerError) {
        guard !exists(url) else { return }
        guard size(logPath) == 0 else {
            throw .damaged("\(Self.name) is gone, but its log is there")
        }
        let fresh = folder.appendingPathComponent("ledger.fresh.sqlite")
        do {
            for path in [fresh.path, fresh.path + "-journal", logPath, url.path + "-shm"] where exists(path) {
                try FileManager.default.removeItem(atPath: path)
            }
            try Self.createPrivate(fresh.path)
            let queue = try DatabaseQueue(path: fresh.path)
            try queue.writeWithoutTransaction { try SQLiteSchema.create(in: $0) }
            try queue.close()
            try Self.sync(fresh.path)
            try FileManager.default.moveItem(at: fresh, to: url)
            try Self.sync(folder.path)
        } catch {
            throw LedgerError(error)
        }
    }

    /// An empty file for its owner only: what comes into it are persons' data and digests of passwords.
    static func createPrivate(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .storage("\(path): \(String(cString: strerror(errno)))") }
        Foundation.close(descriptor)
    }

    func checkPresence() throws(LedgerError) {
        guard exists(url) else { throw .notALedger("\(url.path) does not exist") }
        guard size(url.path) > 0 else { throw .damaged("\(url.path) is empty") }
    }

    /// Whether the log a killed process left lacks commits that were synced.
    var hasBrokenLog: Bool {
        guard let log = try? Data(contentsOf: URL(fileURLWithPath: logPath)) else { return false }
        return WriteAheadLog(log).hasLostCommits
    }

    /// Refuses a broken log, or, for who wants what is left, puts a copy of it aside.
    func checkLog(salvaging: Bool, now: Date) throws(LedgerError) {
        guard hasBrokenLog else { return }
        guard salvaging else {
            throw .damaged("its log is broken, and commits behind the broken place cannot be read")
        }
        do {
            try FileManager.default.copyItem(
                atPath: logPath, toPath: "\(logPath).broken-\(now.millisecondsSince1970)")
        } catch {
            throw .storage("\(logPath): \(error.localizedDescription)")
        }
    }

    func openPool(readonly: Bool) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.label = "ledger"
        configuration.maximumReaderCount = 6
        configuration.prepareDatabase { try Self.prepare($0) }
        let pool = try DatabasePool(path: url.path, configuration: configuration)
        if !readonly {
            // The pool has just set NORMAL, which loses the last commits with the power.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            }
        }
        try pool.read { try SQLiteSchema.check($0) }
        return pool
    }

    private static func prepare(_ database: Database) throws {
        // Emptied bodies are overwritten with zeros; REPLACE fires the triggers too; a damaged file is noticed early.
        try database.execute(
            sql: """
                PRAGMA secure_delete = ON; PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON;
                PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 10000
                """)
    }

    /// Asks the disk to keep what was written to a file, or the names in a folder.
    static func sync(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .storage("\(path): \(String(cString: strerror(errno)))") }
        defer { Foundation.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .storage("\(path): \(String(cString: strerror(errno)))") }
    }

    private func exists(_ url: URL) -> Bool { exists(url.path) }
    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
