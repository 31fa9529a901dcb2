import Cooperation
import Foundation
import GRDB
import Ledger

/// Keeps which institutions have a part in a record beside the one that put it down (who takes part in it, who pays for it),
/// while entries are applied: asked of the bodies, each record of a kind would have to be read.
enum ParticipantRows {
    static func follow(_ kind: PaperKind, _ entry: Entry, _ body: Data, _ db: Database) throws {
        guard PaperKind.published.contains(kind) else { return }
        let record = entry.paper.rawValue
        if entry.revision > 1 { try db.executeCached("DELETE FROM participant WHERE record = ?", [record]) }
        guard body.holds("\"organisations\":[\"") || body.holds("\"donors\":[\"") else { return }
        try db.executeCached(
            """
            INSERT OR IGNORE INTO participant (record, organisation)
            SELECT ?1, value FROM json_each(?2, '$.organisations') UNION SELECT ?1, value FROM json_each(?2, '$.donors')
            """, [record, String(decoding: body, as: UTF8.self)])
    }

    /// The condition under which one of these institutions has put a paper down or has a part in it. Only papers of some kinds
    /// are put down by one: of others, all that is said of institutions is in the table.
    static func isOf(_ names: [String], _ kind: PaperKind) -> SQL {
        let own: SQL =
            offered.contains(kind)
            ? """
            UNION ALL SELECT id FROM paper WHERE \(offering(kind))
                AND json_extract(body, '$.organisation') IN \(Merged.family(of: names))
            """ : ""
        return "id IN (SELECT record FROM participant WHERE organisation IN \(Merged.family(of: names)) \(own))"
    }

    /// Kinds that one institution puts down.
    private static let offered: Set<PaperKind> = [.provider, .opportunity, .hub, .event]

    /// The condition of papers of one kind, in the words of the index by which they are found by their institution.
    static func offering(_ kind: PaperKind) -> SQL {
        let own: SQL = "kind = '\(sql: kind.rawValue)'"
        return offered.contains(kind) ? "kind IN ('provider', 'opportunity', 'hub', 'event') AND \(own)" : own
    }
}
