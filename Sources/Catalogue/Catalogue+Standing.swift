public import Cooperation
public import Foundation
import GRDB

/// How a provider has done so far, counted from the dossiers it was introduced in. Confidential ones do not count: the record
/// is shown to everybody.
public struct ResponseRecord: Hashable, Sendable {
    /// Introductions it was sent.
    public var introduced = 0
    /// Those of them it replied to.
    public var answered = 0
    /// Cases it took on since that day.
    public var takenOn = 0
    /// Cases of its own that ended with results.
    public var helped = 0

    public init() {}

    init(row: Row) {
        introduced = row["introduced"]
        answered = row["answered"]
        takenOn = row["takenOn"]
        helped = row["helped"]
    }
}

extension Catalogue {
    /// The response record of each of these providers; those never introduced have an empty one.
    /// - Parameter day: from when `takenOn` counts, usually a year ago.
    public func responseRecords(
        of providers: Set<ProviderID>, since day: Date
    ) async throws(CatalogueError) -> [ProviderID: ResponseRecord] {
        try await read { db in
            let names = providers.map(\.rawValue).sorted()
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT i.candidate, COUNT(*) AS introduced,
                        SUM(i.fate <> 'awaitingCandidate') AS answered,
                        SUM(i.fate = 'accepted' AND p.at >= \(day.milliseconds)) AS takenOn,
                        SUM(i.fate = 'accepted' AND d.state = 'closed') AS helped
                    FROM introduced i JOIN paper p ON p.id = i.introduction JOIN dossier d ON d.request = i.request
                    WHERE i.candidate IN \(names) AND d.confidential = 0 GROUP BY i.candidate
                    """
            ).fetchAll(db)
            var records = Dictionary(uniqueKeysWithValues: providers.map { ($0, ResponseRecord()) })
            for row in rows {
                guard let id = ProviderID(rawValue: row["candidate"]) else { continue }
                records[id] = ResponseRecord(row: row)
            }
            return records
        }
    }

    /// The providers that take nothing on before some day after this one, by identifier.
    public func providersFull(on day: CalendarDay) async throws(CatalogueError) -> Set<String> {
        try await read { db in
            try SQLRequest<String>(
                literal: """
                    SELECT id FROM paper WHERE kind = 'provider' AND json_extract(body, '$.fullUntil') > \(day.description)
                    """
            ).fetchSet(db)
        }
    }

    /// How often each candidate was introduced since that moment, by identifier, in requests that everybody may read.
    public func timesIntroduced(since moment: Date) async throws(CatalogueError) -> [String: Int] {
        try await read { db in
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT i.candidate, COUNT(*) AS times
                    FROM introduced i JOIN paper p ON p.id = i.introduction JOIN dossier d ON d.request = i.request
                    WHERE p.at >= \(moment.milliseconds) AND d.passed IS NOT NULL AND d.confidential = 0
                    GROUP BY i.candidate
                    """
            ).fetchAll(db)
            return Dictionary(rows.map { ($0["candidate"], $0["times"]) }) { first, _ in first }
        }
    }

    /// The candidates introduced in a request, by identifier.
    public func introducedCandidates(in request: RequestID) async throws(CatalogueError) -> [Introduction.Candidate] {
        try await read { db in
            let names = try String.fetchAll(
                db, sql: "SELECT candidate FROM introduced WHERE request = ?", arguments: [request.rawValue])
            return names.compactMap(Introduction.Candidate.init(name:))
        }
    }
}
