import Cooperation
import Foundation
import GRDB

/// Puts a dossier together from the papers about one request.
enum DossierReader {
    /// Nil where there is no such request.
    static func dossier(_ request: String, _ db: Database) throws -> Dossier? {
        let rows = try Row.fetchAll(
            db, sql: "SELECT \(PaperReader.columns) FROM paper WHERE request = ? ORDER BY first", arguments: [request])
        guard let sheet = rows.first(where: { $0["id"] == request }) else { return nil }
        let filed: Filed<Request> = try PaperReader.filed(sheet)
        var dossier = Dossier(
            request: filed, begun: Date(milliseconds: sheet["begun"]),
            rule: try rule(filed.body.country.description, db))
        for row in rows { try add(row, to: &dossier) }
        dossier.authorsOfMerged = try authorsOfMerged(request, db)
        if let sent = dossier.submissions.last?.body.revision, sent != filed.revision {
            dossier.sent = try revision(sent, of: filed, db)
        }
        return dossier
    }

    /// Who wrote the requests that lead on to this one: they read it as their own.
    private static func authorsOfMerged(_ request: String, _ db: Database) throws -> Set<AccountID> {
        let names = try String.fetchAll(
            db, sql: "SELECT p.author FROM merged m JOIN paper p ON p.id = m.record WHERE m.target = ?",
            arguments: [request])
        return Set(names.compactMap(AccountID.init(rawValue:)))
    }

    private static func revision(_ number: Int, of request: Filed<Request>, _ db: Database) throws -> Filed<Request>? {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM requestRevision WHERE request = ? AND revision = ?",
            arguments: [request.id.rawValue, number])
        return try row.map { row in
            let body: String = row["body"]
            return Filed(
                id: request.id, revision: number, author: Author(name: row["author"]) ?? request.author,
                at: Date(milliseconds: row["at"]), body: try Request.decoded(from: Data(body.utf8)))
        }
    }

    private static func rule(_ country: String, _ db: Database) throws -> NonObjectionRule? {
        let id = PaperKind.rule.rawValue + "-" + country.lowercased()
        let row = try Row.fetchOne(db, sql: "SELECT \(PaperReader.columns) FROM paper WHERE id = ?", arguments: [id])
        return try row.map { try PaperReader.filed($0, as: NonObjectionRule.self).body }
    }

    private static func add(_ row: Row, to dossier: inout Dossier) throws {
        switch PaperKind(rawValue: row["kind"]) {
        case .submission: dossier.submissions.append(try PaperReader.filed(row))
        case .position: dossier.positions.append(try PaperReader.filed(row))
        case .assessment: dossier.assessments.append(try PaperReader.filed(row))
        case .answer: dossier.answers.append(try PaperReader.filed(row))
        case .introduction: dossier.introductions.append(try PaperReader.filed(row))
        case .reply: dossier.replies.append(try PaperReader.filed(row))
        case .plan: dossier.plans.append(try PaperReader.filed(row))
        case .pledge: dossier.pledges.append(try PaperReader.filed(row))
        case .report: dossier.reports.append(try PaperReader.filed(row))
        case .message: dossier.messages.append(try PaperReader.filed(row))
        case .reminder: dossier.reminders.append(try PaperReader.filed(row))
        case .closing: dossier.closings.append(try PaperReader.filed(row))
        case .charge: dossier.charges.append(try PaperReader.filed(row))
        case .hold:
            let hold: Filed<Hold> = try PaperReader.filed(row)
            dossier.holds.append(hold)
            dossier.holdsBegun[hold.id] = Date(milliseconds: row["begun"])
        case .task: dossier.tasks.append(try PaperReader.filed(row))
        case .nudge: dossier.nudges.append(try PaperReader.filed(row))
        case .referral: dossier.referrals.append(try PaperReader.filed(row))
        case .feedback: dossier.feedback.append(try PaperReader.filed(row))
        default: break
        }
    }
}
