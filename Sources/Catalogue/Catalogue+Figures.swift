public import Cooperation
import Foundation
import GRDB
public import Vocabulary

/// The public figures: only requests that everybody may read are counted, so that no figure tells of a confidential one.
public struct PublicFigures: Hashable, Sendable {
    public var byState: [State: Int]
    /// Requests that were answered or matched.
    public var answered: Int
    /// Half of them took fewer days from submission to answer or match; nil where there is none.
    public var medianDays: Int?
    public var passedBySilence: Int
    public var passed: Int
    /// Requests by country.
    public var byCountry: [CountryCode: Int]
    public var providers: Int
    public var opportunities: Int
    public var practices: Int
    public var resources: Int
    /// Public requests to which something of the library was handed out.
    public var helpedByLibrary: Int
    public var hubs: Int

    public var open: Int { byState.filter { !$0.key.isEnd }.values.reduce(0, +) }
    public var total: Int { byState.values.reduce(0, +) }

    /// The requests that are counted, as the rest of a query.
    static let seen = "FROM dossier d WHERE d.passed IS NOT NULL AND d.confidential = 0 AND d.merged IS NULL"
}

extension Catalogue {
    public func publicFigures() async throws(CatalogueError) -> PublicFigures {
        let kinds = try await counts()
        return try await read { db in
            let seen = PublicFigures.seen
            var byState: [State: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT d.state, COUNT(*) AS count \(seen) GROUP BY d.state") {
                if let state = State(rawValue: row["state"]) { byState[state] = row["count"] }
            }
            var byCountry: [CountryCode: Int] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT d.country, COUNT(*) AS count \(seen) GROUP BY d.country") {
                if let country = CountryCode(row["country"] as String) { byCountry[country] = row["count"] }
            }
            let durations = try Int64.fetchAll(
                db,
                sql:
                    "SELECT d.matched - d.submitted \(seen) AND d.matched IS NOT NULL AND d.submitted IS NOT NULL ORDER BY 1"
            )
            let silent = try Int.fetchOne(db, sql: "SELECT COUNT(*) \(seen) AND d.bySilence = 1") ?? 0
            let passed = try Int.fetchOne(db, sql: "SELECT COUNT(*) \(seen)") ?? 0
            let helped = try Int.fetchOne(
                db,
                sql: """
                    SELECT COUNT(*) \(seen) AND EXISTS (SELECT 1 FROM paper a WHERE a.request = d.request
                        AND a.kind = 'answer' AND (json_array_length(a.body, '$.practices') > 0
                            OR json_array_length(a.body, '$.resources') > 0))
                    """)
            return PublicFigures(
                byState: byState, answered: durations.count, medianDays: median(durations), passedBySilence: silent,
                passed: passed, byCountry: byCountry, providers: kinds[.provider] ?? 0,
                opportunities: kinds[.opportunity] ?? 0, practices: kinds[.practice] ?? 0,
                resources: kinds[.resource] ?? 0,
                helpedByLibrary: helped ?? 0, hubs: kinds[.hub] ?? 0)
        }
    }
}

/// The median of sorted milliseconds, in whole days, rounded up.
func median(_ sorted: [Int64]) -> Int? {
    guard !sorted.isEmpty else { return nil }
    let middle =
        sorted.count.isMultiple(of: 2)
        ? (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2 : sorted[sorted.count / 2]
    return Int((Double(middle) / 86_400_000).rounded(.up))
}
