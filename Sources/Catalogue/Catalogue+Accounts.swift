public import Cooperation
import Foundation
import GRDB
public import Vocabulary

extension Catalogue {
    public func account(email: String) async throws(CatalogueError) -> Filed<Account>? {
        try await one("kind = 'account' AND json_extract(body, '$.email') = ?", email)
    }

    public func credential(of account: AccountID) async throws(CatalogueError) -> Filed<Credential>? {
        try await one("kind = 'credential' AND json_extract(body, '$.account') = ?", account.rawValue)
    }

    public func session(tokenHash: String) async throws(CatalogueError) -> Filed<Session>? {
        try await one("kind = 'session' AND json_extract(body, '$.tokenHash') = ?", tokenHash)
    }

    public func pass(tokenHash: String) async throws(CatalogueError) -> Filed<Pass>? {
        try await one("kind = 'pass' AND json_extract(body, '$.tokenHash') = ?", tokenHash)
    }

    /// The second factor set up last, also where it has ended.
    public func factor(of account: AccountID) async throws(CatalogueError) -> Filed<Factor>? {
        try await one(
            "kind = 'factor' AND json_extract(body, '$.account') = ? ORDER BY first DESC LIMIT 1", account.rawValue)
    }

    /// The last time an administrator let somebody in without her second factor, also where that has ended.
    public func release(of account: AccountID) async throws(CatalogueError) -> Filed<Release>? {
        try await one(
            "kind = 'release' AND json_extract(body, '$.account') = ? ORDER BY first DESC LIMIT 1", account.rawValue)
    }

    /// All sessions of a person, ended ones too.
    public func sessions(of account: AccountID) async throws(CatalogueError) -> [Filed<Session>] {
        try await several("kind = 'session' AND json_extract(body, '$.account') = \(account.rawValue)")
    }

    /// All appointments of a person, ended ones too.
    public func appointments(of account: AccountID) async throws(CatalogueError) -> [Filed<Appointment>] {
        try await several("kind = 'appointment' AND json_extract(body, '$.account') = \(account.rawValue)")
    }

    /// Everybody who has or had this role.
    public func holders(of role: Role) async throws(CatalogueError) -> Set<AccountID> {
        let filed: [Filed<Appointment>] = try await several(
            "kind = 'appointment' AND json_extract(body, '$.role') = \(role.rawValue)")
        return Set(filed.map(\.body.account))
    }

    /// Roles held for a country, or for an institution seated in it; ended ones too.
    public func appointments(for country: CountryCode) async throws(CatalogueError) -> [Filed<Appointment>] {
        let code = country.description
        return try await several(
            """
            kind = 'appointment' AND (json_extract(body, '$.country') = \(code)
                OR json_extract(body, '$.organisation') IN
                    (SELECT id FROM paper WHERE kind = 'organisation' AND json_extract(body, '$.country') = \(code)))
            """)
    }

    /// Invitations the newest first: all of them, or those for a country and the institutions seated in it.
    public func invitations(
        for country: CountryCode? = nil, limit: Int = 200
    ) async throws(CatalogueError) -> [Filed<Invitation>] {
        guard let code = country?.description else { return try await several("kind = 'invitation'", newest: limit) }
        return try await several(
            """
            kind = 'invitation' AND (json_extract(body, '$.country') = \(code)
                OR json_extract(body, '$.organisation') IN
                    (SELECT id FROM paper WHERE kind = 'organisation' AND json_extract(body, '$.country') = \(code)))
            """, newest: limit)
    }

    public func invitations(to email: String) async throws(CatalogueError) -> [Filed<Invitation>] {
        try await several("kind = 'invitation' AND json_extract(body, '$.email') = \(email)")
    }

    /// Which of these invitations were accepted, and by whom.
    public func acceptances(
        of invitations: [InvitationID]
    ) async throws(CatalogueError) -> [InvitationID: AccountID] {
        let filed: [Filed<Appointment>] = try await several(
            "kind = 'appointment' AND json_extract(body, '$.invitation') IN \(invitations.map(\.rawValue))")
        return Dictionary(filed.compactMap { paper in paper.body.invitation.map { ($0, paper.body.account) } }) { $1 }
    }

    /// Accounts whose name or address holds a text, in the order of their names.
    /// - Parameter role: only who has or had that role.
    public func accounts(
        holding text: String, role: Role? = nil, limit: Int, offset: Int = 0
    ) async throws(CatalogueError) -> Page<Filed<Account>> {
        try await read { db in
            var condition: SQL = "kind = 'account'"
            if !text.isEmpty {
                let wanted = text.lowercased()
                condition +=
                    " AND (instr(lower(json_extract(body, '$.name')), \(wanted)) OR instr(json_extract(body, '$.email'), \(wanted)))"
            }
            if let role {
                condition += """
                     AND id IN (SELECT json_extract(body, '$.account') FROM paper
                        WHERE kind = 'appointment' AND json_extract(body, '$.role') = \(role.rawValue))
                    """
            }
            let total = try SQLRequest<Int>(literal: "SELECT COUNT(*) FROM paper WHERE \(condition)").fetchOne(db) ?? 0
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE \(condition)
                    ORDER BY json_extract(body, '$.name'), id LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db)
            return Page(items: try rows.map { try PaperReader.filed($0) }, total: total, offset: offset)
        }
    }

    private func one<Body: Paper>(_ condition: String, _ key: String) async throws(CatalogueError) -> Filed<Body>? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT \(PaperReader.columns) FROM paper WHERE \(condition)", arguments: [key]
            ).map { try PaperReader.filed($0) }
        }
    }

    /// In the order of the ledger; with a limit, the newest first.
    private func several<Body: Paper>(
        _ condition: SQL, newest limit: Int? = nil
    ) async throws(CatalogueError) -> [Filed<Body>] {
        let order: SQL = limit.map { "ORDER BY first DESC LIMIT \($0)" } ?? "ORDER BY first"
        return try await read { db in
            try SQLRequest<Row>(
                literal: "SELECT \(sql: PaperReader.columns) FROM paper WHERE \(condition) \(order)"
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }
}
