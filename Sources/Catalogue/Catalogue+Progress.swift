public import Cooperation
import Foundation
import GRDB
public import Vocabulary

/// How the public requests went over time. Like `PublicFigures`, it counts only what everybody may read.
public struct ProgressFigures: Hashable, Sendable {
    /// A month of the Gregorian calendar, in Greenwich.
    public struct Month: Hashable, Comparable, Sendable {
        public var year: Int
        /// 1 to 12.
        public var month: Int

        public init(year: Int, month: Int) {
            self.year = year
            self.month = month
        }

        public static func < (left: Month, right: Month) -> Bool {
            (left.year, left.month) < (right.year, right.month)
        }
    }

    /// Half of `count` requests took `medianDays` or fewer for a part of their way.
    public struct Pace: Hashable, Sendable {
        public var medianDays: Int
        public var count: Int
    }

    /// Institutions of one country that helped another, by introductions both sides said yes to.
    public struct Flow: Hashable, Sendable {
        /// The seat of who helped; nil for bodies of several countries.
        public var from: CountryCode?
        public var to: CountryCode
        public var count: Int
    }

    public var submitted: [Month: Int]
    public var answered: [Month: Int]
    /// From the submission until the country had let it pass.
    public var toPass: Pace?
    /// From there until it was answered or matched.
    public var toAnswer: Pace?
    /// From the answer or match until the end.
    public var toEnd: Pace?
    public var flows: [Flow]
    /// How those that were closed ended, as their authors say.
    public var outcomes: [Closing.Outcome: Int]
    /// Those that passed because the country said yes, and those that passed because nobody spoke in time.
    public var endorsed: Int
    public var silent: Int
}

extension Catalogue {
    public func progressFigures() async throws(CatalogueError) -> ProgressFigures {
        try await read { db in
            ProgressFigures(
                submitted: try self.months("submitted", db), answered: try self.months("matched", db),
                toPass: try self.pace(from: "submitted", to: "passed", db),
                toAnswer: try self.pace(from: "passed", to: "matched", db),
                toEnd: try self.pace(from: "matched", to: "ended", db), flows: try self.flows(db),
                outcomes: try self.outcomes(db), endorsed: try self.count("d.bySilence = 0", db),
                silent: try self.count("d.bySilence = 1", db))
        }
    }

    private func months(_ column: String, _ db: Database) throws -> [ProgressFigures.Month: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT CAST(strftime('%Y', d.\(column) / 1000, 'unixepoch') AS INTEGER) AS year,
                    CAST(strftime('%m', d.\(column) / 1000, 'unixepoch') AS INTEGER) AS month, COUNT(*) AS count
                \(PublicFigures.seen) AND d.\(column) IS NOT NULL GROUP BY 1, 2
                """)
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (ProgressFigures.Month(year: row["year"], month: row["month"]), row["count"])
            })
    }

    private func pace(from start: String, to end: String, _ db: Database) throws -> ProgressFigures.Pace? {
        let durations = try Int64.fetchAll(
            db, sql: "SELECT d.\(end) - d.\(start) \(PublicFigures.seen) AND d.\(end) >= d.\(start) ORDER BY 1")
        return median(durations).map { ProgressFigures.Pace(medianDays: $0, count: durations.count) }
    }

    private func count(_ condition: String, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT COUNT(*) \(PublicFigures.seen) AND \(condition)") ?? 0
    }

    /// By the last closing of each.
    private func outcomes(_ db: Database) throws -> [Closing.Outcome: Int] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT outcome, COUNT(*) AS count FROM (
                    SELECT (SELECT json_extract(c.body, '$.outcome') FROM paper c
                        WHERE c.request = d.request AND c.kind = 'closing' ORDER BY c.first DESC LIMIT 1) AS outcome
                    \(PublicFigures.seen) AND d.state = 'closed')
                WHERE outcome IS NOT NULL GROUP BY outcome
                """)
        let pairs = rows.compactMap { row in Closing.Outcome(rawValue: row["outcome"]).map { ($0, row["count"] as Int) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func flows(_ db: Database) throws -> [ProgressFigures.Flow] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT json_extract(o.body, '$.country') AS helper, d.country AS country, COUNT(*) AS count
                FROM introduced i JOIN dossier d ON d.request = i.request JOIN paper o ON o.id = i.organisation
                WHERE i.fate = 'accepted' AND d.passed IS NOT NULL AND d.confidential = 0 AND d.merged IS NULL
                GROUP BY 1, 2 ORDER BY 3 DESC, 2, 1
                """)
        return rows.compactMap { row in
            guard let country = CountryCode(row["country"] as String) else { return nil }
            let helper = (row["helper"] as String?).flatMap { CountryCode($0) }
            return ProgressFigures.Flow(from: helper, to: country, count: row["count"])
        }
    }
}
