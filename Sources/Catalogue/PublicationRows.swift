import Cooperation
import Foundation
import GRDB
import Ledger

/// Keeps the list of what everybody may read while entries are applied: one row for each record, also for those that are
/// gone, so that who copies the list hears of it.
struct PublicationRows {
    let db: Database
    private var requests: [String: Move] = [:]
    private var kept: [Kept: Entry] = [:]

    init(db: Database) { self.db = db }

    /// What a batch of entries did to one request.
    private struct Move {
        var last: Entry
        /// The last entry that changes what the public sees of it.
        var seen: Entry?
    }

    /// Kinds of a dossier by which what the public sees may change.
    private static let seen = PaperKind.ofDossier.subtracting([.message, .reminder])

    mutating func follow(_ change: Change, _ entry: Entry) throws {
        if change.kind == .request || change.request != nil {
            let key = change.request?.rawValue ?? change.paper
            let isSeen = PublicationRows.seen.contains(change.kind)
            requests[key] = Move(last: entry, seen: isSeen ? entry : requests[key]?.seen)
        } else if let record = change.record {
            kept[record] = entry
        } else if PaperKind.published.contains(change.kind) {
            // The entry is the record's own, or one that took it away.
            let isOwn = entry.paper.rawValue == change.paper && entry.redaction == nil
            let body = isOwn ? entry.body.map { String(decoding: $0, as: UTF8.self) } : nil
            try put(change.paper, change.kind, entry, subjects: body, isGone: body == nil)
        }
    }

    /// A kept record that is new, and where it stands.
    func begin(_ change: Change, _ entry: Entry, _ listing: Listing) throws {
        guard listing != .hidden, let body = entry.body else { return }
        try put(
            change.paper, change.kind, entry, subjects: String(decoding: body, as: UTF8.self), isGone: false)
    }

    /// Requests that lead on to another from now on, or stand for themselves again.
    mutating func follow(merge entry: Entry, of touched: Set<String>) {
        for request in touched { requests[request] = Move(last: entry, seen: entry) }
    }

    /// After the rows of the kept records were made anew: a provider or a practice is public while it is listed.
    func refreshKept() throws {
        for (record, entry) in kept.sorted(by: { $0.value.sequence < $1.value.sequence }) {
            let body = try SQLRequest<String>(
                literal: "SELECT body FROM paper WHERE id = \(record.name) AND listing <> 0",
                cached: true
            ).fetchOne(db)
            let known = try isGone(record.name)
            if let body {
                try put(record.name, record.kind, entry, subjects: body, isGone: false)
            } else if let known {
                if !known { try put(record.name, record.kind, entry, subjects: nil, isGone: true) }
            } else {
                // Admitted once and gone since, both before this batch was applied.
                let admitted = try Int64.fetchOne(
                    db, sql: "SELECT admitted FROM upkeep WHERE record = ? AND admitted IS NOT NULL",
                    arguments: [record.name])
                if admitted != nil {
                    try put(record.name, record.kind, entry, subjects: nil, isGone: true)
                }
            }
        }
    }

    private func isGone(_ key: String) throws -> Bool? {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT isGone FROM publication WHERE key = ?"), arguments: [key])
    }

    /// After the rows of the dossiers were made anew.
    func refreshRequests() throws {
        for (request, move) in requests.sorted(by: { $0.value.last.sequence < $1.value.last.sequence }) {
            let known = try isGone(request)
            let sent = try Row.fetchOne(
                db,
                sql: """
                    SELECT s.body FROM dossier d
                    JOIN requestRevision s ON s.request = d.request AND s.revision = d.sentRevision
                    WHERE d.request = ? AND d.passed IS NOT NULL AND d.confidential = 0 AND d.merged IS NULL
                    """, arguments: [request])
            if let sent {
                guard (known ?? true) || move.seen != nil else { continue }
                try put(request, .request, move.seen ?? move.last, subjects: sent["body"], isGone: false)
            } else if let known {
                if !known { try put(request, .request, move.last, subjects: nil, isGone: true) }
            } else if try wasPublic(request) {
                try put(request, .request, move.last, subjects: nil, isGone: true)
            }
        }
    }

    private func put(_ key: String, _ kind: PaperKind, _ entry: Entry, subjects body: String?, isGone: Bool) throws {
        try db.executeCached(
            """
            INSERT INTO publication (key, kind, sequence, at, isGone, subjects)
            VALUES (?1, ?2, ?3, ?4, ?5, ifnull(json_extract(?6, '$.subjects'), '[]'))
            ON CONFLICT (key) DO UPDATE SET sequence = ?3, at = ?4, isGone = ?5,
                subjects = CASE WHEN ?5 THEN subjects ELSE excluded.subjects END
            """,
            [key, kind.rawValue, entry.sequence, entry.at.milliseconds, isGone, body])
    }

    /// Whether a request that the public cannot read now was once public: the same answer from the papers alone, in however
    /// many steps they were applied.
    private func wasPublic(_ request: String) throws -> Bool {
        guard let dossier = try DossierReader.dossier(request, db),
            let passed = dossier.positions.first(where: {
                $0.body.stance == .endorsement || $0.body.stance == .silence
            })?.at
        else { return false }
        let rows = try Row.fetchAll(
            db, sql: "SELECT revision, at, body FROM requestRevision WHERE request = ? ORDER BY revision",
            arguments: [request])
        let revisions = try rows.map { row in
            let body: String = row["body"]
            return (number: row["revision"] as Int, at: Date(milliseconds: row["at"]), isOpen: try isOpen(body))
        }
        let moments = [passed] + (revisions.map(\.at) + dossier.submissions.map(\.at)).filter { $0 > passed }
        return moments.contains { moment in
            guard let written = revisions.last(where: { $0.at <= moment }),
                let number = dossier.submissions.last(where: { $0.at <= moment })?.body.revision,
                let sent = revisions.first(where: { $0.number == number })
            else { return false }
            return written.isOpen && sent.isOpen
        }
    }

    private func isOpen(_ body: String) throws -> Bool {
        if case .everybody = try Request.decoded(from: Data(body.utf8)).visibility { true } else { false }
    }
}
