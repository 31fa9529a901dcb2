import Cooperation
import Foundation
import GRDB

/// What a dossier adds up to, as its row for lists has it.
enum DossierRow {
    /// The row holds what the papers say, at a moment before the clock has a say: it is the same whenever it is computed.
    /// A window that the clock alone closes is left to `passes`.
    static func refresh(_ request: String, _ db: Database) throws {
        guard let dossier = try DossierReader.dossier(request, db) else { return }
        let moment = dossier.window?.opened ?? dossier.begun
        let (state, since) = dossier.standing(at: moment)
        let passed = dossier.positions.first { $0.body.stance == .endorsement || $0.body.stance == .silence }
        let matched = dossier.introductions.first { dossier.fate(of: $0) == .accepted }
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO dossier (request, country, organisation, author, state, since, due, passes, begun,
                    submitted, sentRevision, passed, bySilence, matched, ended, confidential, officer, held, merged,
                    referred)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                request, dossier.request.body.country.description, dossier.request.body.organisation.rawValue,
                dossier.request.author.name, state.rawValue, since.milliseconds,
                dossier.expectation(at: moment).due?.endEverywhere.milliseconds,
                state == .submitted ? dossier.window?.deadline.endEverywhere.milliseconds : nil,
                dossier.begun.milliseconds,
                dossier.submissions.first?.at.milliseconds, dossier.submissions.last?.body.revision,
                passed?.at.milliseconds, passed?.body.stance == .silence,
                (dossier.answers.first?.at ?? matched?.at)?.milliseconds, dossier.closings.last?.at.milliseconds,
                dossier.isConfidential, dossier.officer?.rawValue, dossier.openHold != nil && state.isHeldByDesk,
                try String.fetchOne(db, sql: "SELECT target FROM merged WHERE record = ?", arguments: [request]),
                dossier.isReferred,
            ])
        try refreshReaders(dossier, db)
        try refreshIntroduced(dossier, db)
    }

    private static func refreshReaders(_ dossier: Dossier, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM reader WHERE request = ?", arguments: [dossier.id.rawValue])
        var readers = dossier.authorsOfMerged
        if case .named(let named) = dossier.request.body.visibility { readers.formUnion(named) }
        for reader in readers {
            try db.execute(sql: "INSERT INTO reader VALUES (?, ?)", arguments: [dossier.id.rawValue, reader.rawValue])
        }
    }

    private static func refreshIntroduced(_ dossier: Dossier, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM introduced WHERE request = ?", arguments: [dossier.id.rawValue])
        for introduction in dossier.introductions {
            let candidate = introduction.body.candidate.name
            let organisation = try String.fetchOne(
                db, sql: "SELECT json_extract(body, '$.organisation') FROM paper WHERE id = ?", arguments: [candidate])
            try db.execute(
                sql: "INSERT INTO introduced VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    dossier.id.rawValue, organisation ?? "", introduction.id.rawValue, candidate,
                    name(dossier.fate(of: introduction)),
                ])
        }
    }

    private static func name(_ fate: IntroductionFate) -> String {
        switch fate {
        case .accepted: "accepted"
        case .declined: "declined"
        case .open(_, let awaitingCandidate): awaitingCandidate ? "awaitingCandidate" : "awaitingRequester"
        }
    }
}
