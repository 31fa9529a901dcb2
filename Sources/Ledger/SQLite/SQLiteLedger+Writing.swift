public import Foundation
import GRDB

extension SQLiteLedger {
    @discardableResult
    public func commit(
        _ drafts: [Draft], claiming: [Claim], releasing: [Claim]
    ) async throws(LedgerError) -> [Entry] {
        guard !drafts.isEmpty else { throw .nothingToCommit }
        for draft in drafts { try draft.check(bodyLimit: options.bodyLimit) }
        for claim in claiming + releasing { try claim.check() }
        let options = options
        let size = drafts.reduce(0) { $0 + $1.body.count + 1000 }
        return try await write(size: size) { database, position in
            let writer = EntryWriter(database: database, options: options, time: options.now())
            return try drafts.indices.map { index in
                let isFirst = index == drafts.startIndex
                return try writer.write(
                    drafts[index], claiming: (isFirst ? claiming : []) + drafts[index].claims,
                    releasing: isFirst ? releasing : [], at: &position)
            }
        }
    }

    @discardableResult
    public func redact(_ paper: PaperID, author: String, reason: String) async throws(LedgerError) -> Entry {
        try Draft.check(name: author, field: "author")
        try Draft.check(name: reason, field: "reason", limit: 4000)
        let options = options
        let entries = try await write(size: 1000) { database, position in
            let writer = EntryWriter(database: database, options: options, time: options.now())
            return [try writer.redact(paper, author: author, reason: reason, at: &position)]
        }
        // The log still has the bodies until it is folded into the file; readers may put that off, never forbid it.
        try? await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        guard let entry = entries.first else { throw .unknown(paper) }
        return entry
    }

    public func store(_ blob: Data) async throws(LedgerError) -> BlobID {
        guard blob.count <= options.blobLimit else { throw .tooLarge(bytes: blob.count, limit: options.blobLimit) }
        let id = BlobID(of: blob)
        _ = try await write(size: blob.count) { database, _ in
            try database.cachedStatement(sql: "INSERT INTO blob (digest, content) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .execute(arguments: [id.digest.bytes, blob])
            return []
        }
        return id
    }
}
