import Cooperation
import Foundation
import GRDB

/// Notes which dossiers speak of which practice or resource, while entries are applied: by its lasting address
/// (`…/id/practice-x`), by that of its page (`…/practices/x`), or in the list of an answer.
enum MentionRows {
    private static let kinds: Set<PaperKind> = [.answer, .plan, .report, .closing]

    static func follow(_ kind: PaperKind, _ body: Data, _ request: RequestID?, _ db: Database) throws {
        guard kinds.contains(kind), let request else { return }
        for record in records(in: String(decoding: body, as: UTF8.self)) {
            try db.execute(
                sql: "INSERT OR IGNORE INTO mention VALUES (?, ?)", arguments: [record, request.rawValue])
        }
    }

    /// The identifiers of practices and resources that a text names.
    static func records(in text: String) -> Set<String> {
        var found: Set<String> = []
        for match in text.matches(of: /(practice|resource)(-|s\/)([a-z0-9][a-z0-9-]{0,63})/) {
            let key = "\(match.1)-\(match.3)"
            if PracticeID(rawValue: key) != nil || ResourceID(rawValue: key) != nil { found.insert(key) }
        }
        return found
    }
}
