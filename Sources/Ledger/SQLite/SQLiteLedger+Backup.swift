public import Foundation
import GRDB

extension SQLiteLedger {
    public func verify() async throws(LedgerError) -> Verification {
        var verification = try await read { try SQLiteVerifier.verify($0) }
        // Where another process may be writing, the log changes while it is read; not twice in the same way.
        let file = SQLiteFile(folder: folder)
        if queue == nil, file.hasBrokenLog, file.hasBrokenLog {
            verification.damage.append("the log is broken, and commits behind the broken place cannot be read")
        }
        return verification
    }

    public func backup(to file: URL) async throws(LedgerError) {
        guard Self.path(of: file.deletingLastPathComponent()) != Self.path(of: folder) else {
            throw .invalid(field: "file")
        }
        let partial = file.appendingPathExtension("partial")
        try await read { database in
            try Self.removeFile(partial)
            do {
                try SQLiteFile.createPrivate(partial.path)
                let copy = try DatabaseQueue(path: partial.path)
                try copy.writeWithoutTransaction { copy in
                    try database.backup(to: copy)
                    // One file, complete by itself.
                    try copy.execute(sql: "PRAGMA journal_mode = DELETE")
                    let verification = try SQLiteVerifier.verify(copy)
                    guard verification.isClean else { throw LedgerError.brokenBackup(verification) }
                }
                try copy.close()
                try SQLiteFile.sync(partial.path)
                try Self.rename(partial, to: file)
            } catch {
                try? Self.removeFile(partial)
                throw error
            }
        }
    }

    /// Puts a backup in the place of the ledger in a folder, which no process may have open.
    ///
    /// The backup is copied and the copy checked from end to end before anything is replaced. What was there is kept in a
    /// folder `replaced-…` beside the ledger.
    /// - Throws: `brokenBackup`, `notALedger`, `newerFormat`, `heldByAnotherProcess`, `storage`.
    @discardableResult
    public static func restore(
        _ backup: URL, into folder: URL, now: Date
    ) throws(LedgerError) -> Verification {
        let target = SQLiteFile(folder: folder)
        try target.makeFolder()
        let lock = try FolderLock(folder: folder, now: now)
        defer { lock.release() }
        let copy = folder.appendingPathComponent("ledger.restoring.sqlite")
        do {
            for suffix in ["", "-wal", "-shm", "-journal"] { try removeFile(URL(fileURLWithPath: copy.path + suffix)) }
            try FileManager.default.copyItem(at: backup, to: copy)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy.path)
            let verification = try check(copy)
            try setAside(target, now: now)
            try rename(copy, to: target.url)
            return verification
        } catch {
            try? removeFile(copy)
            throw LedgerError(error)
        }
    }

    private static func check(_ copy: URL) throws -> Verification {
        let queue = try DatabaseQueue(path: copy.path)
        let verification = try queue.writeWithoutTransaction { database in
            try SQLiteSchema.check(database)
            try database.execute(sql: "PRAGMA journal_mode = DELETE")
            return try SQLiteVerifier.verify(database)
        }
        try queue.close()
        guard verification.isClean else { throw LedgerError.brokenBackup(verification) }
        try SQLiteFile.sync(copy.path)
        return verification
    }

    /// The file goes before its log: a log without its file is refused at the next start, a new file with an old log
    /// would be taken for one ledger.
    private static func setAside(_ target: SQLiteFile, now: Date) throws {
        let present = ["", "-wal", "-shm"].map { URL(fileURLWithPath: target.url.path + $0) }
            .filter { FileManager.default.fileExists(atPath: $0.path) }
        guard !present.isEmpty else { return }
        let aside = target.folder.appendingPathComponent("replaced-\(now.millisecondsSince1970)")
        try FileManager.default.createDirectory(at: aside, withIntermediateDirectories: true)
        for file in present { try rename(file, to: aside.appendingPathComponent(file.lastPathComponent)) }
    }

    /// As text, because two addresses of one folder differ by a slash at their end.
    private static func path(of folder: URL) -> String {
        folder.standardizedFileURL.resolvingSymlinksInPath().path
    }

    private static func rename(_ file: URL, to name: URL) throws(LedgerError) {
        guard Foundation.rename(file.path, name.path) == 0 else {
            throw .storage("\(name.path): \(String(cString: strerror(errno)))")
        }
        try SQLiteFile.sync(name.deletingLastPathComponent().path)
    }

    private static func removeFile(_ file: URL) throws {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        try FileManager.default.removeItem(at: file)
    }
}
