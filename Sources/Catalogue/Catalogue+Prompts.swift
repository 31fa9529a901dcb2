public import Cooperation
public import Foundation
import GRDB

extension Catalogue {
    /// Notices filed behind this place of the ledger and since that moment, in the order they were filed, with their places.
    public func notices(
        after place: Int64, since moment: Date, limit: Int
    ) async throws(CatalogueError) -> [(place: Int64, notice: Filed<UpkeepNotice>)] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(PaperReader.columns), first FROM paper
                    WHERE kind = 'notice' AND first > ? AND at >= ? ORDER BY first LIMIT ?
                    """, arguments: [place, moment.milliseconds, limit])
            return try rows.map { ($0["first"], try PaperReader.filed($0)) }
        }
    }

    /// Who was written to about a notice, or is about to be.
    public func prompted(about notice: NoticeID) async throws(CatalogueError) -> Set<AccountID> {
        try await read { db in
            let names = try String.fetchAll(
                db,
                sql: """
                    SELECT json_extract(body, '$.account') FROM paper
                    WHERE kind = 'prompt' AND json_extract(body, '$.notice') = ?
                    """, arguments: [notice.rawValue])
            return Set(names.compactMap(AccountID.init(rawValue:)))
        }
    }

    /// Accounts that were ever appointed to speak for one of these institutions; whether they still do is for the caller to
    /// see.
    public func appointed(to organisations: Set<OrganisationID>) async throws(CatalogueError) -> Set<AccountID> {
        try await read { db in
            let names = organisations.map(\.rawValue).sorted()
            let accounts = try SQLRequest<String>(
                literal: """
                    SELECT json_extract(body, '$.account') FROM paper
                    WHERE kind = 'appointment' AND json_extract(body, '$.organisation') IN \(names)
                    """
            ).fetchAll(db)
            return Set(accounts.compactMap(AccountID.init(rawValue:)))
        }
    }
}
