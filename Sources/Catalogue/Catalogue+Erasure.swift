public import Cooperation
public import Foundation
import GRDB

extension Catalogue {
    /// How the address of an account begins whose erasure has begun.
    public static let erasedPrefix = "erased@"

    /// The identifiers of papers of these kinds that are about an account.
    public func papers(about account: AccountID, kinds: Set<PaperKind>) async throws(CatalogueError) -> [String] {
        try await read { db in
            try kinds.map(\.rawValue).sorted().flatMap { kind in
                try SQLRequest<String>(
                    literal: """
                        SELECT id FROM paper
                        WHERE kind = \(kind) AND json_extract(body, '$.account') = \(account.rawValue) ORDER BY first
                        """
                ).fetchAll(db)
            }
        }
    }

    /// The identifiers of all papers whose newest revision an account signed.
    public func papers(signedBy account: AccountID) async throws(CatalogueError) -> [String] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT id FROM paper WHERE author = ? ORDER BY first", arguments: [account.rawValue])
        }
    }

    /// Which of these accounts were erased.
    public func erased(among accounts: Set<AccountID>) async throws(CatalogueError) -> Set<AccountID> {
        try await read { db in
            let names = accounts.map(\.rawValue).sorted()
            let rows = try SQLRequest<String>(literal: "SELECT account FROM erased WHERE account IN \(names)").fetchAll(
                db)
            return Set(rows.compactMap(AccountID.init(rawValue:)))
        }
    }

    /// Accounts whose erasure was begun and not ended.
    public func halfErased() async throws(CatalogueError) -> [Filed<Account>] {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(PaperReader.columns) FROM paper
                    WHERE kind = 'account' AND json_extract(body, '$.email') >= ? AND json_extract(body, '$.email') < ?
                    """, arguments: [Catalogue.erasedPrefix, "eraseda"]
            ).map { try PaperReader.filed($0) }
        }
    }

    /// Links and sessions that were over before a moment.
    public func spent(before moment: Date, limit: Int) async throws(CatalogueError) -> [String] {
        try await read { db in
            try SQLRequest<String>(
                literal: """
                    SELECT id FROM paper WHERE kind IN ('session', 'pass') AND at < \(moment.milliseconds)
                        AND (json_extract(body, '$.expires') < \(moment.milliseconds)
                            OR json_extract(body, '$.ended') < \(moment.milliseconds)
                            OR json_extract(body, '$.used') < \(moment.milliseconds))
                    ORDER BY first LIMIT \(limit)
                    """
            ).fetchAll(db)
        }
    }
}
