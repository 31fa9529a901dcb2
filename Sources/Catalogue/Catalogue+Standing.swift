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
    /// Half of its answers came within so many days, rounded up; nil where it has given none.
    public var answersWithin: Int?

    /// So many introductions before the figures say something: a single one left open is no record.
    public static let leastToTell = 3

    /// Whether everybody is shown how often and how fast it answers. Before, only who keeps the entry is.
    public var isTelling: Bool { introduced >= Self.leastToTell }

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
            for (id, took) in try self.answerTimes(names, db) {
                // Half of the answers came no later than the one in the middle.
                let middle = took[(took.count - 1) / 2]
                records[id]?.answersWithin = Int((Double(middle) / 86_400_000).rounded(.up))
            }
            return records
        }
    }

    /// How long each answer took, in milliseconds, the quickest first.
    private func answerTimes(_ names: [String], _ db: Database) throws -> [ProviderID: [Int64]] {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT i.candidate, MIN(r.begun) - p.begun AS took
                FROM introduced i JOIN paper p ON p.id = i.introduction JOIN dossier d ON d.request = i.request
                JOIN paper r ON r.request = i.request AND r.kind = 'reply'
                    AND json_extract(r.body, '$.introduction') = i.introduction
                    AND json_extract(r.body, '$.side') = 'candidate'
                WHERE i.candidate IN \(names) AND d.confidential = 0 GROUP BY i.introduction ORDER BY took
                """
        ).fetchAll(db)
        var times: [ProviderID: [Int64]] = [:]
        for row in rows {
            if let id = ProviderID(rawValue: row["candidate"]) { times[id, default: []].append(row["took"]) }
        }
        return times
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
