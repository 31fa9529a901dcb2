import Cooperation
import Foundation
import GRDB
import Ledger

/// Keeps which addresses records lead to, and what was found there, while entries are applied.
enum LinkRows {
    /// Kinds whose links everybody sees.
    private static let kinds: Set<PaperKind> = [
        .organisation, .hub, .provider, .opportunity, .practice, .resource, .partnership, .event, .project,
    ]

    static func follow(_ kind: PaperKind, _ entry: Entry, _ body: Data, _ db: Database) throws {
        if kind == .linkround { return try note(try LinkRound.decoded(from: body), at: entry.at, db) }
        guard kinds.contains(kind) else { return }
        let record = entry.paper.rawValue
        if entry.revision > 1 {
            try db.executeCached("DELETE FROM recordLink WHERE record = ?", [record])
        }
        if kind == .event { try followRegistration(record, body, db) }
        guard body.holds("\"links\":[{") else { return }
        try db.executeCached(
            """
            INSERT OR IGNORE INTO recordLink (record, address)
            SELECT ?, json_extract(value, '$.address') FROM json_each(?, '$.links')
            WHERE substr(json_extract(value, '$.address'), 1, 4) = 'http'
            """, [record, String(decoding: body, as: UTF8.self)])
    }

    /// Where one registers is an address of its own.
    private static func followRegistration(_ record: String, _ body: Data, _ db: Database) throws {
        let address = try Event.decoded(from: body).registration
        guard address.lowercased().hasPrefix("http") else { return }
        try db.execute(
            sql: "INSERT OR IGNORE INTO recordLink (record, address) VALUES (?, ?)", arguments: [record, address])
    }

    /// A server may be away for an evening, and somebody may look at its link again and again: what fails within so many
    /// milliseconds of the first time has failed once.
    private static let evening: Int64 = 20 * 3_600_000

    private static func note(_ round: LinkRound, at moment: Date, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO linkState (address, checked, outcome, trouble, failures, since, movedTo)
                VALUES (?1, ?2, ?3, ?4, ?5, CASE WHEN ?5 THEN ?2 END, ?6)
                ON CONFLICT (address) DO UPDATE SET checked = ?2, outcome = ?3, trouble = ?4, movedTo = ?6,
                    failures = CASE WHEN ?3 = 'alive' THEN 0 WHEN ?3 = 'unknown' THEN failures
                        WHEN failures > 0 AND ?2 - since < ?7 THEN failures ELSE failures + 1 END,
                    since = CASE ?3 WHEN 'alive' THEN NULL WHEN 'unknown' THEN since ELSE ifnull(since, ?2) END
                """)
        for finding in round.findings {
            let hasFailed = finding.outcome == .gone || finding.outcome == .broken
            try statement.execute(arguments: [
                finding.address, moment.milliseconds, finding.outcome.rawValue, finding.trouble, hasFailed ? 1 : 0,
                finding.movedTo, evening,
            ])
        }
    }
}
