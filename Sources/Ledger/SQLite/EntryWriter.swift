import Foundation
import GRDB

/// Writes one entry behind the others, inside a transaction that somebody else begins and ends.
struct EntryWriter {
    let database: Database
    let options: LedgerOptions
    /// What the clock says; an entry's time is this or, when the clock went back, that of the entry before.
    let time: Date

    /// What a new revision has to be judged against.
    private struct Newest {
        var sequence: Int64
        var revision: Int64
        var kind: String
        var home: String
        var isLasting: Bool
        var isRedaction: Bool
    }

    func write(
        _ draft: Draft, claiming: [Claim], releasing: [Claim], at position: inout CommitQueue.Position
    ) throws -> Entry {
        let newest = try newest(draft.paper)
        if let newest { try check(newest, draft.paper) }
        guard Int64(draft.base) == newest?.revision ?? 0 else {
            throw LedgerError.conflict(paper: draft.paper, base: draft.base, current: Int(newest?.revision ?? 0))
        }
        guard newest?.kind ?? draft.kind == draft.kind else { throw LedgerError.invalid(field: "kind") }
        let changes = try changes(claiming: claiming, releasing: releasing)
        let record = record(
            draft.paper, revision: Int64(draft.base) + 1, kind: draft.kind, author: draft.author, body: draft.body,
            claims: changes, position)
        try insert(record, &position)
        try SQLiteClaims.write(changes, with: record.sequence, database)
        if let newest, !newest.isLasting {
            try database.cachedStatement(sql: "UPDATE entry SET body = NULL WHERE sequence = ?")
                .execute(arguments: [newest.sequence])
        }
        return record.entry
    }

    func redact(
        _ paper: PaperID, author: String, reason: String, at position: inout CommitQueue.Position
    ) throws -> Entry {
        guard let newest = try newest(paper) else { throw LedgerError.unknown(paper) }
        try check(newest, paper)
        let record = record(
            paper, revision: newest.revision + 1, kind: newest.kind, author: author, body: nil, redaction: reason,
            claims: [], position)
        try insert(record, &position)
        try database.cachedStatement(sql: "UPDATE entry SET body = NULL WHERE paper = ? AND body IS NOT NULL")
            .execute(arguments: [paper.rawValue])
        return record.entry
    }

    private func newest(_ paper: PaperID) throws -> Newest? {
        let statement = try database.cachedStatement(
            sql: """
                SELECT sequence, revision, kind, home, lasting, redaction IS NOT NULL
                FROM entry WHERE paper = ? ORDER BY revision DESC LIMIT 1
                """)
        guard let row = try Row.fetchOne(statement, arguments: [paper.rawValue]) else { return nil }
        guard let sequence = row[0] as Int64?, let revision = row[1] as Int64?, let kind = row[2] as String?,
            let home = row[3] as String?, let lasting = row[4] as Int64?, let redaction = row[5] as Int64?
        else { throw LedgerError.damaged("the newest revision of \(paper) cannot be read") }
        return Newest(
            sequence: sequence, revision: revision, kind: kind, home: home, isLasting: lasting == 1,
            isRedaction: redaction == 1)
    }

    private func check(_ newest: Newest, _ paper: PaperID) throws {
        guard newest.home == options.home else { throw LedgerError.notHome(paper: paper, home: newest.home) }
        guard !newest.isRedaction else { throw LedgerError.redacted(paper) }
    }

    /// Releases come first, so that a claim can pass from one paper to another in one commit.
    private func changes(claiming: [Claim], releasing: [Claim]) throws -> [ClaimChange] {
        for claim in releasing where try SQLiteClaims.holder(of: claim.digest, database) == nil {
            throw LedgerError.notClaimed(claim)
        }
        for claim in claiming where !releasing.contains(claim) {
            if let holder = try SQLiteClaims.holder(of: claim.digest, database) {
                throw LedgerError.claimed(claim, by: holder)
            }
        }
        guard Set(claiming).count == claiming.count, Set(releasing).count == releasing.count else {
            throw LedgerError.invalid(field: "claim")
        }
        return releasing.map { ClaimChange(claim: $0.digest, isTaken: false) }
            + claiming.map { ClaimChange(claim: $0.digest, isTaken: true) }
    }

    private func record(
        _ paper: PaperID, revision: Int64, kind: String, author: String, body: Data?, redaction: String? = nil,
        claims: [ClaimChange], _ position: CommitQueue.Position
    ) -> EntryRecord {
        var record = EntryRecord(
            sequence: position.head.sequence + 1, paper: paper.rawValue, revision: revision, kind: kind, author: author,
            home: options.home, milliseconds: max(time.millisecondsSince1970, position.milliseconds),
            isLasting: !options.kindsWithoutHistory.contains(kind), redaction: redaction, body: body,
            bodyDigest: Digest.of(body ?? Data()), claimsDigest: ClaimChange.digest(of: claims),
            previous: position.head.digest, digest: .zero)
        record.digest = record.computedDigest
        return record
    }

    private func insert(_ record: EntryRecord, _ position: inout CommitQueue.Position) throws {
        try database.cachedStatement(
            sql: "INSERT INTO entry (\(EntryRecord.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(arguments: record.arguments)
        position = CommitQueue.Position(
            head: Head(sequence: record.sequence, digest: record.digest), milliseconds: record.milliseconds)
    }
}
