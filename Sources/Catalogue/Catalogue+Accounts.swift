public import Cooperation
import Foundation
import GRDB

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

    /// All appointments of a person, ended ones too.
    public func appointments(of account: AccountID) async throws(CatalogueError) -> [Filed<Appointment>] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(PaperReader.columns) FROM paper
                    WHERE kind = 'appointment' AND json_extract(body, '$.account') = ? ORDER BY first
                    """, arguments: [account.rawValue]
            ).map { try PaperReader.filed($0) }
        }
    }

    private func one<Body: Paper>(_ condition: String, _ key: String) async throws(CatalogueError) -> Filed<Body>? {
        try await read { db in
            try Row.fetchOne(
                db, sql: "SELECT \(PaperReader.columns) FROM paper WHERE \(condition)", arguments: [key]
            ).map { try PaperReader.filed($0) }
        }
    }
}
