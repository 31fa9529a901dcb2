public import Foundation
import GRDB
public import Ledger
import SearchIndex

/// The read model: everything the ledger says, laid out for questions. It follows the ledger and can be thrown away.
///
/// The file is trusted only if it was closed properly: closing writes a seal beside it (checksums of the file); opening
/// checks the seal, takes it away, and begins anew where it is missing or wrong. So noise in the file is never served.
public final class Catalogue: Sendable {
    let pool: DatabasePool
    private let folder: URL
    private let isReadOnly: Bool
    /// Why the file was begun anew when it was opened; nil if it was used as it lay there.
    public let begunAnew: Reason?

    public enum Reason: String, Sendable {
        case missing, notSealed, sealBroken, otherVersion, otherLedger, unreadable
    }

    public static let fileName = "catalogue.sqlite"
    static let sealName = "catalogue.seal"

    /// Opens the catalogue of this folder, or begins a new empty one; call `follow` next.
    /// - Parameter head: where the ledger ends; a catalogue that is ahead of it belongs to another ledger.
    public init(folder: URL, head: Head, node: String) throws(CatalogueError) {
        self.folder = folder
        isReadOnly = false
        do {
            var reason = Catalogue.mistrust(folder)
            if reason == nil {
                reason = Catalogue.mismatch(Catalogue.file(in: folder), head: head, node: node)
            }
            if reason != nil { try Catalogue.remove(from: folder) }
            try? FileManager.default.removeItem(at: folder.appending(path: Catalogue.sealName))
            pool = try Catalogue.open(Catalogue.file(in: folder), readOnly: false)
            if reason != nil {
                try pool.write { db in
                    try Schema.create(db)
                    try Notes.write(db, .version, String(Schema.version))
                    try Notes.write(db, .node, node)
                    try Notes.write(db, .cursor, "0")
                }
            }
            begunAnew = reason
        } catch {
            throw .storage("\(error)")
        }
    }

    /// Opens the catalogue of a folder that another process keeps, for reading only.
    public init(readingFrom folder: URL) throws(CatalogueError) {
        self.folder = folder
        isReadOnly = true
        begunAnew = nil
        do {
            pool = try Catalogue.open(Catalogue.file(in: folder), readOnly: true)
        } catch {
            throw .storage("\(error)")
        }
    }

    /// Writes the seal. After this nothing can be read.
    public func close() throws(CatalogueError) {
        guard !isReadOnly else { return }
        do {
            try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            try pool.close()
            let content = try Data(contentsOf: Catalogue.file(in: folder), options: .mappedIfSafe)
            try Catalogue.seal(of: content).write(to: folder.appending(path: Catalogue.sealName), options: .atomic)
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

    /// Why the file in this folder is not to be trusted; nil if its seal is whole.
    private static func mistrust(_ folder: URL) -> Reason? {
        guard FileManager.default.fileExists(atPath: file(in: folder).path) else { return .missing }
        guard let seal = try? Data(contentsOf: folder.appending(path: sealName)) else { return .notSealed }
        guard let content = try? Data(contentsOf: file(in: folder), options: .mappedIfSafe) else { return .unreadable }
        return self.seal(of: content) == seal ? nil : .sealBroken
    }

    /// Its size and checksums. Not a digest: of gigabytes that takes longer than anything else at the start.
    private static func seal(of content: Data) -> Data {
        Data("\(content.count) \(Checksum.pieces(of: content))".utf8)
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
            throw .storage("\(error)")
        }
    }
}
