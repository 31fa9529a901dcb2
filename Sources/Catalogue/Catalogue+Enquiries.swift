public import Cooperation
public import Foundation
import GRDB
public import Vocabulary

extension Catalogue {
    /// All letters of the exchanges somebody takes part in: she asked, or speaks for the institution
    /// or the country. Oldest first.
    public func enquiries(
        asker: AccountID, organisations: Set<OrganisationID>, countries: Set<CountryCode>
    ) async throws(CatalogueError) -> [Filed<Enquiry>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'enquiry'
                        AND (json_extract(body, '$.asker') = \(asker.rawValue)
                            OR json_extract(body, '$.organisation') IN \(organisations.map(\.rawValue).sorted())
                            OR json_extract(body, '$.country') IN \(countries.map(\.description).sorted()))
                    ORDER BY first
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    /// How many letters somebody has sent this way since a moment: the first ones, and all.
    public func enquiriesSent(
        by author: Author, since moment: Date
    ) async throws(CatalogueError) -> (begun: Int, all: Int) {
        try await read { db in
            let row = try SQLRequest<Row>(
                literal: """
                    SELECT COUNT(*) AS count, ifnull(SUM(json_extract(body, '$.thread') IS NULL), 0) AS begun FROM paper
                    WHERE kind = 'enquiry' AND author = \(author.name) AND at > \(moment.milliseconds)
                    """
            ).fetchOne(db)
            return (row?["begun"] ?? 0, row?["count"] ?? 0)
        }
    }

    /// Letters to be passed on that were filed since a moment, oldest first.
    public func enquiries(since moment: Date) async throws(CatalogueError) -> [Filed<Enquiry>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'enquiry' AND at >= \(moment.milliseconds)
                    ORDER BY first
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    /// What became of passing on these letters.
    public func relays(of enquiries: [EnquiryID]) async throws(CatalogueError) -> [Filed<Relay>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'relay'
                        AND json_extract(body, '$.enquiry') IN \(enquiries.map(\.rawValue)) ORDER BY first
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    /// Who speaks or spoke for one of these institutions.
    public func speakers(for organisations: Set<OrganisationID>) async throws(CatalogueError) -> [AccountID] {
        try await read { db in
            let names = try SQLRequest<String>(
                literal: """
                    SELECT DISTINCT json_extract(body, '$.account') FROM paper WHERE kind = 'appointment'
                        AND json_extract(body, '$.organisation') IN \(organisations.map(\.rawValue).sorted()) ORDER BY 1
                    """
            ).fetchAll(db)
            return names.compactMap(AccountID.init(rawValue:))
        }
    }
}
