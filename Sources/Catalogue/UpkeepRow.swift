import Cooperation
import Foundation
import GRDB

/// What the papers about a kept record add up to, as its row for lists and for the clock has it. It holds what the papers
/// say and nothing of the clock: a term ends by a notice that the clock files.
enum UpkeepRow {
    static func refresh(_ record: Kept, _ db: Database) throws {
        guard let upkeep = try UpkeepReader.upkeep(of: record, db) else {
            try db.execute(sql: "DELETE FROM upkeep WHERE record = ?", arguments: [record.name])
            return
        }
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
            sql: """
                SELECT begun, beganBy, at, revision, json_extract(body, '$.reviewOn') AS reviewOn,
                    ifnull(json_type(body, '$.expert'), 'null') <> 'null' AS isExpert,
                    ifnull(json_type(body, '$.origin'), 'null') <> 'null' AS hasOrigin
                FROM paper WHERE id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [record.name]) else { return nil }
        let reviewOn = (row["reviewOn"] as String?).flatMap { CalendarDay($0) }
        let years: Int
        switch record {
        case .provider: years = Upkeep.years(ofExpert: row["isExpert"])
        case .practice: years = Upkeep.yearsOfPractice
        case .resource: years = Upkeep.yearsOfResource
        }
        let (reviews, confirmations, notices) = try about(record, db)
        return Upkeep(
            record: record, years: years, begun: Date(milliseconds: row["begun"]),
            author: Author(name: row["beganBy"]) ?? .office, revised: Date(milliseconds: row["at"]),
            revision: row["revision"],
            reviewOn: record.kind == .provider ? nil : reviewOn,
            isFromElsewhere: record.kind == .resource && row["hasOrigin"], reviews: reviews,
            confirmations: confirmations, notices: notices)
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
