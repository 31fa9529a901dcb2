public import Foundation
import GRDB
import GRDBSQLite

extension SQLiteLedger {
    public func store(contentsOf file: URL, as id: BlobID) async throws(LedgerError) {
        guard let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? NSNumber else {
            throw .storage("\(file.path) cannot be read")
        }
        let bytes = size.intValue
        guard bytes <= options.blobLimit else { throw .tooLarge(bytes: bytes, limit: options.blobLimit) }
        _ = try await write(size: bytes) { database, _ in
            let isKept = try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM blob WHERE digest = ?)", arguments: [id.digest.bytes])
            if isKept == true { return [] }
            try database.execute(
                sql: "INSERT INTO blob (digest, content) VALUES (?, zeroblob(?))",
                arguments: [id.digest.bytes, bytes])
            let content = try StoredContent(database, row: database.lastInsertedRowID, writes: true)
            guard try content.fill(from: file) == id.digest else {
                throw LedgerError.storage("\(file.path) is not what its digest says")
            }
            return []
        }
    }

    public func copy(_ id: BlobID, to file: URL) async throws(LedgerError) -> Bool {
        try await read { database in
            let row = try Int64.fetchOne(
                database, sql: "SELECT rowid FROM blob WHERE digest = ?", arguments: [id.digest.bytes])
            guard let row else { return false }
            let content = try StoredContent(database, row: row, writes: false)
            guard try content.pour(into: file) == id.digest else {
                throw LedgerError.damaged("blob \(id) is not as it was stored")
            }
            return true
        }
    }
}

/// The content of one row of `blob`, a piece at a time: however long it is, memory holds one piece.
private final class StoredContent {
    private static let piece = 1 << 20

    private let database: Database
    private var handle: OpaquePointer?

    init(_ database: Database, row: Int64, writes: Bool) throws {
        self.database = database
        try check(
            sqlite3_blob_open(database.sqliteConnection, "main", "blob", "content", row, writes ? 1 : 0, &handle))
    }

    deinit { sqlite3_blob_close(handle) }

    /// The digest of what was written.
    func fill(from file: URL) throws -> Digest {
        let source = try FileHandle(forReadingFrom: file)
        defer { try? source.close() }
        var digest = DigestStream()
        let size = Int(sqlite3_blob_bytes(handle))
        var place = 0
        while place < size {
            guard let bytes = try source.read(upToCount: min(Self.piece, size - place)), !bytes.isEmpty else {
                throw LedgerError.storage("\(file.path) has become shorter")
            }
            digest.add(bytes)
            try bytes.withUnsafeBytes {
                try check(sqlite3_blob_write(handle, $0.baseAddress, Int32($0.count), Int32(place)))
            }
            place += bytes.count
        }
        return digest.value
    }

    /// The digest of what was read.
    func pour(into file: URL) throws -> Digest {
        try SQLiteFile.createPrivate(file.path)
        let target = try FileHandle(forWritingTo: file)
        defer { try? target.close() }
        var digest = DigestStream()
        let size = Int(sqlite3_blob_bytes(handle))
        var piece = Data(count: min(size, Self.piece))
        var place = 0
        while place < size {
            let count = min(Self.piece, size - place)
            if piece.count != count { piece = Data(count: count) }
            try piece.withUnsafeMutableBytes {
                try check(sqlite3_blob_read(handle, $0.baseAddress, Int32(count), Int32(place)))
            }
            digest.add(piece)
            try target.write(contentsOf: piece)
            place += count
        }
        return digest.value
    }

    private func check(_ code: Int32) throws {
        guard code != SQLITE_OK else { return }
        throw DatabaseError(
            resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(database.sqliteConnection)))
    }
}
