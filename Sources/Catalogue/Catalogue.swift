public import Foundation
import GRDB
public import Ledger
import Synchronization

/// The read model: everything the ledger says, laid out for questions. It follows the ledger and can be thrown away.
///
/// The file is trusted only if it was closed properly: closing writes a seal beside it (`CatalogueSeal`); opening takes it away, and
/// begins anew where it is missing or wrong. Each page is held against it before it is used, those of a small file when it is
/// opened, those of a large one when they are first read. So noise in the file is never served.
public final class Catalogue: Sendable {
    /// Another one once the tables were made anew beside it.
    private let current: Mutex<DatabasePool>
    let folder: URL
    let node: String
    let file: GuardedFile
    private let isReadOnly: Bool
    /// Why the file was begun anew when it was opened; nil if it was used as it lay there.
    public let begunAnew: Reason?

    public enum Reason: String, Sendable {
        case missing, notSealed, sealBroken, otherVersion, otherLedger, unreadable
    }

    public static let fileName = "catalogue.sqlite"

    /// Opens the catalogue of this folder, or begins a new empty one; call `follow` next.
    /// - Parameters:
    ///   - head: where the ledger ends; a catalogue that is ahead of it belongs to another ledger.
    ///   - atOnce: a file of up to so many bytes is looked at as a whole.
    public init(folder: URL, head: Head, node: String, atOnce: Int = 64 << 20) throws(CatalogueError) {
        self.folder = folder
        self.node = node
        let file = GuardedFile(folder)
        self.file = file
        isReadOnly = false
        do {
            var reason = Catalogue.mistrust(folder, file, atOnce: atOnce)
            if reason == nil {
                reason = Catalogue.mismatch(Catalogue.file(in: folder), head: head, node: node)
            }
            if reason != nil {
                file.release()
                try Catalogue.remove(from: folder)
            }
            try? FileManager.default.removeItem(at: folder.appending(path: CatalogueSeal.name))
            let pool = try Catalogue.open(Catalogue.file(in: folder), readOnly: false)
            if reason != nil { try pool.write { try Catalogue.begin($0, node: node) } }
            current = Mutex(pool)
            begunAnew = reason
        } catch {
            throw .storage("\(error)")
        }
    }

    /// Opens the catalogue of a folder that another process keeps, for reading only.
    public init(readingFrom folder: URL) throws(CatalogueError) {
        self.folder = folder
        node = ""
        file = GuardedFile(folder)
        isReadOnly = true
        begunAnew = nil
        do {
            current = Mutex(try Catalogue.open(Catalogue.file(in: folder), readOnly: true))
        } catch {
            throw .storage("\(error)")
        }
    }

    var pool: DatabasePool { current.withLock { $0 } }

    /// Empty tables, for the ledger of this node from its first entry on.
    static func begin(_ db: Database, node: String) throws {
        try Schema.create(db)
        try Notes.write(db, .version, String(Schema.version))
        try Notes.write(db, .node, node)
        try Notes.write(db, .cursor, "0")
    }

    /// Puts a finished file in the place of the tables there are.
    func replace(with fresh: URL) throws {
        try current.withLock { pool in
            try pool.close()
            file.release()
            try Catalogue.remove(from: folder)
            try FileManager.default.moveItem(at: fresh, to: Catalogue.file(in: folder))
            pool = try Catalogue.open(Catalogue.file(in: folder), readOnly: false)
        }
    }

    /// Writes the seal, but not for what was found damaged: that is begun anew the next time. After this nothing can be read.
    public func close() throws(CatalogueError) {
        guard !isReadOnly else { return }
        do {
            let pool = pool
            try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try pool.close()
            defer { file.release() }
            if file.isBroken { return }
            let content = try Data(contentsOf: Catalogue.file(in: folder), options: .mappedIfSafe)
            try CatalogueSeal(of: content, at: file.path).write(to: folder)
        } catch {
            throw .storage("\(error)")
        }
    }

    private static func file(in folder: URL) -> URL { folder.appending(path: fileName) }

    private static func open(_ file: URL, readOnly: Bool) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            // Losing the end of a disposable file costs a rebuild, never data.
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA synchronous = OFF") }
        }
        return try DatabasePool(path: file.path, configuration: configuration)
    }

    /// Why the file in this folder is not to be trusted; nil if it is as it was sealed, or every page of it will be held against
    /// the seal when it is read.
    private static func mistrust(_ folder: URL, _ guarded: GuardedFile, atOnce: Int) -> Reason? {
        let file = file(in: folder)
        guard let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int else {
            return .missing
        }
        let sealPath = folder.appending(path: CatalogueSeal.name).path
        guard FileManager.default.fileExists(atPath: sealPath) else { return .notSealed }
        guard let seal = CatalogueSeal(of: folder), seal.fits(size: size) else { return .sealBroken }
        if size <= atOnce {
            guard let content = try? Data(contentsOf: file, options: .mappedIfSafe) else { return .unreadable }
            guard seal.holds(content) else { return .sealBroken }
        }
        return seal.guardFile(at: guarded.path) ? nil : .unreadable
    }

    /// Why a whole file does not belong to this program and this ledger.
    private static func mismatch(_ file: URL, head: Head, node: String) -> Reason? {
        do {
            let pool = try open(file, readOnly: false)
            defer { try? pool.close() }
            return try pool.read { db in
                guard try Notes.read(db, .version) == String(Schema.version) else { return .otherVersion }
                guard try Notes.read(db, .node) == node else { return .otherLedger }
                let cursor = try Notes.cursor(db)
                if cursor > head.sequence { return .otherLedger }
                if cursor == head.sequence, try Notes.read(db, .digest) != head.digest.hexadecimal {
                    return .otherLedger
                }
                return nil
            }
        } catch {
            return .unreadable
        }
    }

    /// Throws the file away, for a rebuild. Only for who holds the ledger of this folder.
    public static func discard(in folder: URL) throws(CatalogueError) {
        do { try remove(from: folder) } catch { throw .storage("\(error)") }
    }

    private static func remove(from folder: URL) throws {
        for suffix in ["", "-wal", "-shm"] {
            let path = file(in: folder).path + suffix
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        }
    }

    /// A question to the tables. GRDB's errors become ours.
    func read<Value: Sendable>(
        _ question: @escaping @Sendable (Database) throws -> Value
    ) async throws(CatalogueError) -> Value {
        do {
            return try await pool.read(question)
        } catch let error as CatalogueError {
            throw error
        } catch {
            throw isDamaged ? .damaged : .storage("\(error)")
        }
    }
}
