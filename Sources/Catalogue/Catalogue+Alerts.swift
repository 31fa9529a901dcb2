public import Cooperation
public import Foundation
import GRDB

/// A public record that is new or was revised.
public struct RecordNews: Hashable, Sendable {
    /// The paper's identifier.
    public var key: String
    public var kind: PaperKind
    /// When it was written, revised or admitted; for a request, when its country first let it pass.
    public var at: Date
}

extension Catalogue {
    /// A person's standing wishes, those that are off too, in the order of their first writing.
    public func alerts(of account: AccountID) async throws(CatalogueError) -> [Filed<Alert>] {
        try await alerts("json_extract(body, '$.account') = \(account.rawValue)")
    }

    /// The standing wishes of all, those that are off left out.
    public func alertsThatAreOn() async throws(CatalogueError) -> [Filed<Alert>] {
        try await alerts("json_extract(body, '$.isOn') = 1")
    }

    private func alerts(_ condition: SQL) async throws(CatalogueError) -> [Filed<Alert>] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE kind = 'alert' AND \(condition) ORDER BY first
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    /// Offers, practices, resources written here, needs and public requests that are new since a moment, the newest first.
    /// What a source or a list brought is no news: it comes by the hundred.
    /// - Parameter key: nil for all of them, else only this one.
    public func news(
        since moment: Date, of key: String? = nil, limit: Int = 500
    ) async throws(CatalogueError) -> [RecordNews] {
        let isMeant: SQL = key.map { "id = \($0)" } ?? "1"
        return try await read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT id, kind, at FROM (
                        SELECT p.id AS id, p.kind, max(p.at, ifnull(u.admitted, p.at)) AS at
                            FROM (
                                SELECT id FROM paper
                                    WHERE kind IN ('provider', 'opportunity', 'practice', 'need', 'resource')
                                        AND listing IN (0, 1, 2) AND at > \(moment.milliseconds)
                                UNION SELECT record FROM upkeep WHERE admitted > \(moment.milliseconds)
                            ) fresh JOIN paper p ON p.id = fresh.id LEFT JOIN upkeep u ON u.record = p.id
                            WHERE (p.kind IN ('provider', 'opportunity', 'practice', 'need')
                                    OR p.kind = 'resource' AND json_extract(p.body, '$.origin') IS NULL)
                                AND ifnull(u.standing, 'admitted') = 'admitted'
                        UNION ALL
                        SELECT request, 'request', passed FROM dossier WHERE passed IS NOT NULL AND confidential = 0
                            AND merged IS NULL)
                    WHERE at > \(moment.milliseconds) AND \(isMeant) ORDER BY at DESC, id LIMIT \(limit)
                    """
            ).fetchAll(db)
            return rows.compactMap { row in
                PaperKind(rawValue: row["kind"]).map {
                    RecordNews(key: row["id"], kind: $0, at: Date(milliseconds: row["at"]))
                }
            }
        }
    }
}
