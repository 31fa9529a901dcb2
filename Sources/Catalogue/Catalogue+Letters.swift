public import Cooperation
public import Foundation
import GRDB
public import Vocabulary

/// A paper of a dossier and where it stands in the ledger.
public struct DossierPaper: Hashable, Sendable {
    public var sequence: Int64
    public var paper: String
    public var request: RequestID
}

/// One person and the paper she is written to about: nobody gets two letters about one paper.
public struct LetterKey: Hashable, Sendable {
    public var about: String
    public var account: AccountID

    public init(about: String, account: AccountID) {
        self.about = about
        self.account = account
    }
}

extension Catalogue {
    /// Papers of dossiers, other than the requests themselves, that were filed behind a place in the ledger and not before
    /// a moment, in the order of the ledger.
    public func dossierPapers(
        after sequence: Int64, since moment: Date, limit: Int
    ) async throws(CatalogueError) -> [DossierPaper] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT first, id, request FROM paper
                    WHERE request IS NOT NULL AND begun >= ? AND first > ? AND kind <> 'request'
                    ORDER BY begun, first LIMIT ?
                    """, arguments: [moment.milliseconds, sequence, limit])
            return rows.compactMap { row in
                RequestID(rawValue: row["request"]).map {
                    DossierPaper(sequence: row["first"], paper: row["id"], request: $0)
                }
            }
        }
    }

    /// Everybody who may have to be written to about a request of this country: who has or had a role for the country, for
    /// one of the institutions, or at the help desk. Whether the role is still held is for the caller to see.
    public func correspondents(
        country: CountryCode, organisations: Set<OrganisationID>
    ) async throws(CatalogueError) -> Set<AccountID> {
        try await read { db in
            let names = organisations.map(\.rawValue).sorted()
            let accounts = try SQLRequest<String>(
                literal: """
                    SELECT json_extract(body, '$.account') FROM paper
                        WHERE kind = 'appointment' AND json_extract(body, '$.country') = \(country.description)
                    UNION SELECT json_extract(body, '$.account') FROM paper
                        WHERE kind = 'appointment' AND json_extract(body, '$.organisation') IN \(names)
                    UNION SELECT json_extract(body, '$.account') FROM paper
                        WHERE kind = 'appointment' AND json_extract(body, '$.role') = \(Role.helpDesk.rawValue)
                    """
            ).fetchAll(db)
            return Set(accounts.compactMap(AccountID.init(rawValue:)))
        }
    }

    /// The institution behind each introduction of a request; those of practices, for which nobody speaks, are left out.
    public func institutions(introducedIn request: RequestID) async throws(CatalogueError)
        -> [IntroductionID: OrganisationID]
    {
        try await read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT introduction, organisation FROM introduced WHERE request = ?",
                arguments: [request.rawValue])
            var institutions: [IntroductionID: OrganisationID] = [:]
            for row in rows {
                guard let introduction = IntroductionID(rawValue: row["introduction"]) else { continue }
                institutions[introduction] = OrganisationID(rawValue: row["organisation"])
            }
            return institutions
        }
    }

    /// The letters about these papers that were begun, whatever came of them.
    public func lettersBegun(about papers: [String]) async throws(CatalogueError) -> Set<LetterKey> {
        try await read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT json_extract(body, '$.about') AS about, json_extract(body, '$.account') AS account FROM paper
                    WHERE kind = 'dispatch' AND json_extract(body, '$.request') IS NOT NULL AND json_extract(body, '$.about') IN \(papers)
                    """
            ).fetchAll(db)
            return Set(
                rows.compactMap { row in
                    AccountID(rawValue: row["account"]).map { LetterKey(about: row["about"], account: $0) }
                })
        }
    }

    /// Dispatches with one of these outcomes, the newest first.
    public func dispatches(
        _ outcomes: Set<Dispatch.Outcome>, limit: Int, offset: Int = 0
    ) async throws(CatalogueError) -> Page<Filed<Dispatch>> {
        try await read { db in
            let names = outcomes.map(\.rawValue).sorted()
            let condition: SQL = "kind = 'dispatch' AND json_extract(body, '$.outcome') IN \(names)"
            let total = try SQLRequest<Int>(literal: "SELECT COUNT(*) FROM paper WHERE \(condition)").fetchOne(db)
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE \(condition)
                    ORDER BY at DESC, id LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db)
            return Page(items: try rows.map { try PaperReader.filed($0) }, total: total ?? 0, offset: offset)
        }
    }

    /// Postponed dispatches whose time has come, the longest waiting first.
    /// - Parameter aboutAccounts: those about accounts, else those about requests.
    public func dispatchesDue(
        at now: Date, limit: Int, aboutAccounts: Bool = false
    ) async throws(CatalogueError) -> [Filed<Dispatch>] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(PaperReader.columns) FROM paper
                    WHERE kind = 'dispatch' AND json_extract(body, '$.outcome') = 'postponed'
                        AND json_extract(body, '$.next') <= ?
                        AND (json_extract(body, '$.matter') IS NOT NULL) = ?
                    ORDER BY at LIMIT ?
                    """, arguments: [now.milliseconds, aboutAccounts, limit])
            return try rows.map { try PaperReader.filed($0) }
        }
    }
}
