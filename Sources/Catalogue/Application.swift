import CMemory
import Cooperation
import Foundation
import GRDB
import Ledger

/// Writes entries of the ledger into the tables.
struct Application {
    let db: Database

    func apply(_ entries: [Entry]) throws -> [Change] {
        let cursor = try Notes.cursor(db)
        let fresh = entries.filter { $0.sequence > cursor }
        guard let first = fresh.first, let last = fresh.last else { return [] }
        guard first.sequence == cursor + 1 else {
            throw CatalogueError.unreadable(sequence: first.sequence, reason: "expected \(cursor + 1)")
        }
        var changes: [Change] = []
        var dossiers: Set<String> = []
        var kept: Set<Kept> = []
        var publications = PublicationRows(db: db)
        for entry in fresh {
            guard let (change, listing) = try apply(entry) else { continue }
            changes.append(change)
            if let request = change.request { dossiers.insert(request.rawValue) }
            if let listing, change.record != nil {
                try publications.begin(change, entry, listing)
            } else {
                try publications.follow(change, entry)
                if let record = change.record { kept.insert(record) }
            }
            if change.kind == .merge {
                let touched = try merge(entry)
                dossiers.formUnion(touched)
                publications.follow(merge: entry, of: touched)
            }
            if change.kind == .rule, let rule = try rule(entry) {
                dossiers.formUnion(
                    try String.fetchAll(
                        db, sql: "SELECT request FROM dossier WHERE country = ?", arguments: [rule.country.description])
                )
            }
        }
        for record in kept { try UpkeepRow.refresh(record, db) }
        for request in dossiers { try DossierRow.refresh(request, db) }
        try publications.refreshKept()
        try publications.refreshRequests()
        try Notes.write(db, .cursor, String(last.sequence))
        try Notes.write(db, .digest, last.digest.hexadecimal)
        return changes
    }

    /// What an entry changes; nil for kinds of a newer program, which are kept in the ledger and passed over here. With a kept
    /// record that is new and of which no other paper speaks, its place in the lists: everything about it is written then.
    private func apply(_ entry: Entry) throws -> (change: Change, settled: Listing?)? {
        guard let kind = PaperKind(rawValue: entry.kind) else { return nil }
        if entry.redaction != nil { return (try forget(entry, kind), nil) }
        // An old secret whose body is gone: a newer revision follows.
        guard let body = entry.body else { return nil }
        if kind == .withdrawal { return try withdraw(entry, body).map { ($0, nil) } }
        let request: RequestID?
        let record: Kept?
        do {
            request = try PaperReader.requestOfDossier(kind, id: entry.paper.rawValue, body: body)
            record = try UpkeepRow.record(changedBy: kind, id: entry.paper.rawValue, body: body)
        } catch {
            throw CatalogueError.unreadable(sequence: entry.sequence, reason: "\(error)")
        }
        var partners: Set<OrganisationID> = []
        if kind == .partnership {
            partners = try self.partners(entry.paper.rawValue)
            if let partnership = try? Partnership.decoded(from: body) { partners.formUnion(partnership.organisations) }
        }
        var settled: Listing?
        if let record, record.kind == kind { settled = try UpkeepRow.begin(record, entry, body, db) }
        // Of other kept records it is said when all their papers are there.
        let listing = settled ?? (record?.kind == kind ? .hidden : .listed)
        try db.executeCached(
            """
            INSERT INTO paper (id, kind, revision, author, beganBy, begun, at, first, request, listing, body)
            VALUES (?1, ?2, ?3, ?4, ?4, ?5, ?5, ?6, ?7, ?8, ?9)
            ON CONFLICT (id) DO UPDATE SET revision = ?3, author = ?4, at = ?5, request = ?7, body = ?9
            """,
            [
                entry.paper.rawValue, kind.rawValue, entry.revision, entry.author, entry.at.milliseconds,
                entry.sequence,
                request?.rawValue, listing.rawValue, String(decoding: body, as: UTF8.self),
            ])
        try LinkRows.follow(kind, entry, body, db)
        try ParticipantRows.follow(kind, entry, body, db)
        try MentionRows.follow(kind, body, request, db)
        if kind == .event { try EventRows.follow(try Event.decoded(from: body), entry.paper.rawValue, db) }
        if kind == .request {
            try db.execute(
                sql: "INSERT INTO requestRevision VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    entry.paper.rawValue, entry.revision, entry.author, entry.at.milliseconds,
                    String(decoding: body, as: UTF8.self),
                ])
        }
        let change = Change(
            sequence: entry.sequence, paper: entry.paper.rawValue, kind: kind, request: request, record: record,
            partners: partners)
        return (change, settled)
    }

    /// Who takes part in a partnership as it stands.
    private func partners(_ partnership: String) throws -> Set<OrganisationID> {
        let names = try String.fetchAll(
            db, sql: "SELECT o.value FROM paper p, json_each(p.body, '$.organisations') o WHERE p.id = ?",
            arguments: [partnership])
        return Set(names.compactMap(OrganisationID.init(rawValue:)))
    }

    /// The record is gone from every list; what refers to it finds nothing. Kinds of dossiers are never withdrawn so.
    private func withdraw(_ entry: Entry, _ body: Data) throws -> Change? {
        guard let withdrawal = try? Withdrawal.decoded(from: body),
            let name = try String.fetchOne(
                db, sql: "SELECT kind FROM paper WHERE id = ?", arguments: [withdrawal.record]),
            let kind = PaperKind(rawValue: name), PaperKind.published.contains(kind)
        else { return nil }
        let partners = kind == .partnership ? try partners(withdrawal.record) : []
        try db.execute(sql: "DELETE FROM paper WHERE id = ?", arguments: [withdrawal.record])
        try db.execute(sql: "DELETE FROM recordLink WHERE record = ?", arguments: [withdrawal.record])
        try db.execute(sql: "DELETE FROM participant WHERE record = ?", arguments: [withdrawal.record])
        try EventRows.forget(withdrawal.record, db)
        return Change(
            sequence: entry.sequence, paper: withdrawal.record, kind: kind, request: nil,
            record: Kept(name: withdrawal.record), partners: partners)
    }

    private func forget(_ entry: Entry, _ kind: PaperKind) throws -> Change {
        let id = entry.paper.rawValue
        let request = try String.fetchOne(db, sql: "SELECT request FROM paper WHERE id = ?", arguments: [id])
        if kind == .request {
            for table in ["dossier", "reader", "introduced", "requestRevision"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE request = ?", arguments: [id])
            }
        }
        try db.execute(sql: "DELETE FROM paper WHERE id = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM recordLink WHERE record = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM participant WHERE record = ?", arguments: [id])
        try EventRows.forget(id, db)
        if kind == .account { try db.execute(sql: "INSERT OR IGNORE INTO erased VALUES (?)", arguments: [id]) }
        return Change(
            sequence: entry.sequence, paper: id, kind: kind,
            request: kind == .request ? nil : request.flatMap(RequestID.init(rawValue:)), record: Kept(name: id))
    }

    /// Notes what leads on to what. Returns the requests that are touched by it.
    private func merge(_ entry: Entry) throws -> Set<String> {
        guard let body = entry.body else { return [] }
        let merge = try Merge.decoded(from: body)
        if merge.isUndone {
            try db.execute(sql: "DELETE FROM merged WHERE paper = ?", arguments: [entry.paper.rawValue])
        } else {
            try db.execute(
                sql: "INSERT OR REPLACE INTO merged VALUES (?, ?, ?)",
                arguments: [merge.merged.name, merge.into.name, entry.paper.rawValue])
        }
        return Set(
            [merge.merged, merge.into].compactMap { subject in
                if case .request(let id) = subject { id.rawValue } else { nil }
            })
    }

    private func rule(_ entry: Entry) throws -> NonObjectionRule? {
        try entry.body.map { try NonObjectionRule.decoded(from: $0) }
    }
}

extension Database {
    /// As `execute(sql:arguments:)`, for what is said for every entry: a paper has so many indexes that making its statement
    /// ready takes longer than carrying it out.
    func executeCached(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension Data {
    /// Whether this text stands in it.
    func holds(_ text: StaticString) -> Bool {
        withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return false }
            return cm_holds(start, bytes.count, text.utf8Start, text.utf8CodeUnitCount)
        }
    }
}

extension Date {
    /// Whole milliseconds since 1970, the catalogue's time.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
