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
        try db.execute(
            sql:
                """
                INSERT OR REPLACE INTO upkeep (record, kind, standing, admitted, lastWord, until, notice)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
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
        guard
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT \(PaperReader.columns), beganBy FROM paper WHERE id = ?
                    """, arguments: [record.name])
        else { return nil }
        let years: Int
        var reviewOn: CalendarDay?
        var isFromElsewhere = false
        switch record {
        case .provider:
            years = Upkeep.years(of: try PaperReader.filed(row, as: ProviderProfile.self).body)
        case .practice:
            years = Upkeep.yearsOfPractice
            reviewOn = try PaperReader.filed(row, as: Practice.self).body.reviewOn
        case .resource:
            years = Upkeep.yearsOfResource
            let resource = try PaperReader.filed(row, as: Resource.self).body
            reviewOn = resource.reviewOn
            isFromElsewhere = resource.origin != nil
        }
        return Upkeep(
            record: record, years: years, begun: Date(milliseconds: row["begun"]),
            author: Author(name: row["beganBy"]) ?? .office, revised: Date(milliseconds: row["at"]),
            revision: row["revision"],
            reviewOn: reviewOn, isFromElsewhere: isFromElsewhere, reviews: try about(record, db),
            confirmations: try about(record, db),
            notices: try about(record, db))
    }

    private static func about<Body: Paper>(_ record: Kept, _ db: Database) throws -> [Filed<Body>] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT \(PaperReader.columns) FROM paper
                WHERE kind = ? AND json_extract(body, '$.record') = ? ORDER BY first
                """, arguments: [Body.kind.rawValue, record.name])
        return try rows.map { try PaperReader.filed($0) }
    }
}
