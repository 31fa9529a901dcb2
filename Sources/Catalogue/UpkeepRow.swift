import Cooperation
import Foundation
import GRDB
import Ledger

/// What the papers about a kept record add up to, as its row for lists and for the clock has it. It holds what the papers
/// say and nothing of the clock: a term ends by a notice that the clock files.
enum UpkeepRow {
    static func refresh(_ record: Kept, _ db: Database) throws {
        guard let upkeep = try UpkeepReader.upkeep(of: record, db) else {
            try db.execute(sql: "DELETE FROM upkeep WHERE record = ?", arguments: [record.name])
            return
        }
        try write(upkeep, db)
        let listing = Listing(record.kind, upkeep.standing).rawValue
        try db.executeCached("UPDATE paper SET listing = ?2 WHERE id = ?1 AND listing <> ?2", [record.name, listing])
    }

    /// Writes the row of a record that is new and of which no other paper speaks, from its entry alone; of a million nearly all
    /// are so. Returns where it stands; nil where it takes more.
    static func begin(_ record: Kept, _ entry: Entry, _ body: Data, _ db: Database) throws -> Listing? {
        guard entry.revision == 1, try !UpkeepReader.isSpokenOf(record, db) else { return nil }
        let upkeep = try UpkeepReader.upkeep(ofNew: record, entry, body, db)
        try write(upkeep, db)
        return Listing(record.kind, upkeep.standing)
    }

    private static func write(_ upkeep: Upkeep, _ db: Database) throws {
        let record = upkeep.record
        try db.executeCached(
            """
            INSERT OR REPLACE INTO upkeep (record, kind, standing, admitted, lastWord, until, notice)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                record.name, record.kind.rawValue, upkeep.standing.rawValue, upkeep.admitted?.milliseconds,
                upkeep.lastWord?.milliseconds,
                upkeep.until?.description,
                upkeep.nextNotice?.day.description,
            ])
    }

    /// The record whose row a paper changes; nil for papers that change none.
    static func record(changedBy kind: PaperKind, id: String, body: Data) throws -> Kept? {
        switch kind {
        case .provider, .practice, .resource: Kept(name: id)
        case .review, .confirmation, .notice: try JSONDecoder().decode(Belonging.self, from: body).record
        default: nil
        }
    }

    private struct Belonging: Decodable { let record: Kept }
}

/// Gathers the papers about a kept record.
enum UpkeepReader {
    static func upkeep(of record: Kept, _ db: Database) throws -> Upkeep? {
        // Of the record itself three things: reading all of it back took longer than everything else here.
        let statement = try db.cachedStatement(
            sql: "SELECT begun, beganBy, at, revision, \(Terms.columns(of: "body")) FROM paper WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [record.name]) else { return nil }
        let terms = Terms(record, row)
        let (reviews, confirmations, notices) = try about(record, db)
        return Upkeep(
            record: record, years: terms.years, begun: Date(milliseconds: row["begun"]),
            author: Author(name: row["beganBy"]) ?? .office, revised: Date(milliseconds: row["at"]),
            revision: row["revision"], reviewOn: terms.reviewOn, isFromElsewhere: terms.isFromElsewhere,
            reviews: reviews, confirmations: confirmations, notices: notices)
    }

    /// The same of a record's first entry, when no other paper speaks of it.
    static func upkeep(ofNew record: Kept, _ entry: Entry, _ body: Data, _ db: Database) throws -> Upkeep {
        let terms = try Terms(record, body, db)
        return Upkeep(
            record: record, years: terms.years, begun: Date(milliseconds: entry.at.milliseconds),
            author: Author(name: entry.author) ?? .office, revised: Date(milliseconds: entry.at.milliseconds),
            revision: entry.revision, reviewOn: terms.reviewOn, isFromElsewhere: terms.isFromElsewhere)
    }

    /// Whether there is a review, confirmation or notice of this record.
    static func isSpokenOf(_ record: Kept, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT 1 FROM paper
                WHERE kind IN ('review', 'confirmation', 'notice') AND json_extract(body, '$.record') = ? LIMIT 1
                """)
        return try Row.fetchOne(statement, arguments: [record.name]) != nil
    }

    /// What the record's own body says about its term.
    private struct Terms {
        var years: Int
        var reviewOn: CalendarDay?
        var isFromElsewhere: Bool

        static func columns(of body: String) -> String {
            """
            json_extract(\(body), '$.reviewOn') AS reviewOn,
            ifnull(json_type(\(body), '$.expert'), 'null') <> 'null' AS isExpert,
            ifnull(json_type(\(body), '$.origin'), 'null') <> 'null' AS hasOrigin
            """
        }

        init(_ record: Kept, _ row: Row) {
            let day = (row["reviewOn"] as String?).flatMap { CalendarDay($0) }
            self.init(record, reviewOn: day, isExpert: row["isExpert"], hasOrigin: row["hasOrigin"])
        }

        /// Bodies are written without what they leave open: where no name of the three stands in it, there is nothing to read.
        init(_ record: Kept, _ body: Data, _ db: Database) throws {
            guard body.holds("\"reviewOn\":") || body.holds("\"expert\":") || body.holds("\"origin\":") else {
                self.init(record, reviewOn: nil, isExpert: false, hasOrigin: false)
                return
            }
            let statement = try db.cachedStatement(sql: "SELECT \(Terms.columns(of: "?1"))")
            let row = try Row.fetchOne(statement, arguments: [String(decoding: body, as: UTF8.self)])
            guard let row else { throw CatalogueError.storage("no answer about a body") }
            self.init(record, row)
        }

        private init(_ record: Kept, reviewOn: CalendarDay?, isExpert: Bool, hasOrigin: Bool) {
            switch record {
            case .provider: years = Upkeep.years(ofExpert: isExpert)
            case .practice: years = Upkeep.yearsOfPractice
            case .resource: years = Upkeep.yearsOfResource
            }
            self.reviewOn = record.kind == .provider ? nil : reviewOn
            isFromElsewhere = record.kind == .resource && hasOrigin
        }
    }

    /// All three in one question, whose condition names the kinds as the index does: otherwise it is not used, and every
    /// review, confirmation and notice of the node is looked at.
    private static func about(
        _ record: Kept, _ db: Database
    ) throws -> (reviews: [Filed<Review>], confirmations: [Filed<Confirmation>], notices: [Filed<UpkeepNotice>]) {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(PaperReader.columns) FROM paper
                WHERE kind IN ('review', 'confirmation', 'notice') AND json_extract(body, '$.record') = ? ORDER BY first
                """)
        let rows = try Row.fetchAll(statement, arguments: [record.name])
        func filed<Body: Paper>(_: Body.Type) throws -> [Filed<Body>] {
            try rows.filter { ($0["kind"] as String) == Body.kind.rawValue }.map { try PaperReader.filed($0) }
        }
        return (try filed(Review.self), try filed(Confirmation.self), try filed(UpkeepNotice.self))
    }
}
