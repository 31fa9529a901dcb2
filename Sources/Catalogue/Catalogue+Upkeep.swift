public import Cooperation
public import Foundation
import GRDB

extension Catalogue {
    /// What the papers about a kept record add up to; nil where there is no such record.
    public func upkeep(of record: Kept) async throws(CatalogueError) -> Upkeep? {
        try await read { db in try UpkeepReader.upkeep(of: record, db) }
    }

    /// The standing of each of these records; those that do not exist are left out.
    public func standings(of records: [Kept]) async throws(CatalogueError) -> [Kept: Upkeep.Standing] {
        try await read { db in
            let rows = try SQLRequest<Row>(
                literal: "SELECT record, standing FROM upkeep WHERE record IN \(records.map(\.name))"
            ).fetchAll(db)
            var standings: [Kept: Upkeep.Standing] = [:]
            for row in rows {
                if let record = Kept(name: row["record"]) {
                    standings[record] = Upkeep.Standing(rawValue: row["standing"])
                }
            }
            return standings
        }
    }

    /// How each of these records stands, and when somebody last stood up for it.
    public func freshness(
        of records: [Kept]
    ) async throws(CatalogueError) -> [Kept: (standing: Upkeep.Standing, lastWord: Date?)] {
        try await read { db in
            var all: [Kept: (standing: Upkeep.Standing, lastWord: Date?)] = [:]
            for some in stride(from: 0, to: records.count, by: 500) {
                let names = records[some..<min(records.count, some + 500)].map(\.name)
                let rows = try SQLRequest<Row>(
                    literal: "SELECT record, standing, lastWord FROM upkeep WHERE record IN \(names)"
                ).fetchAll(db)
                for row in rows {
                    let word: Int64? = row["lastWord"]
                    if let record = Kept(name: row["record"]),
                        let standing = Upkeep.Standing(rawValue: row["standing"])
                    {
                        all[record] = (standing, word.map { Date(milliseconds: $0) })
                    }
                }
            }
            return all
        }
    }

    /// The records whose keepers are to be told something on this day, the longest due first.
    public func recordsToNotice(on day: CalendarDay, limit: Int = 10_000) async throws(CatalogueError) -> [Upkeep] {
        try await read { db in
            let names = try String.fetchAll(
                db, sql: "SELECT record FROM upkeep WHERE notice <= ? ORDER BY notice, record LIMIT ?",
                arguments: [day.description, limit])
            return try names.compactMap(Kept.init(name:)).compactMap { try UpkeepReader.upkeep(of: $0, db) }
        }
    }

    /// Kept records of one kind with one of these standings, the longest waiting first.
    public func kept(
        _ kind: PaperKind, _ standings: Set<Upkeep.Standing>, limit: Int = 100, offset: Int = 0
    ) async throws(CatalogueError) -> Page<Upkeep> {
        try await read { db in
            let names = standings.map(\.rawValue).sorted()
            let condition: SQL = "u.kind = \(kind.rawValue) AND u.standing IN \(names)"
            let total = try SQLRequest<Int>(literal: "SELECT COUNT(*) FROM upkeep u WHERE \(condition)").fetchOne(db)
            let records = try SQLRequest<String>(
                literal: """
                    SELECT u.record FROM upkeep u JOIN paper p ON p.id = u.record WHERE \(condition)
                    ORDER BY p.at, u.record LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db)
            let items = try records.compactMap(Kept.init(name:)).compactMap { try UpkeepReader.upkeep(of: $0, db) }
            return Page(items: items, total: total ?? 0, offset: offset)
        }
    }

    /// How many kept records of a kind there are by standing.
    public func standingCounts(of kind: PaperKind) async throws(CatalogueError) -> [Upkeep.Standing: Int] {
        try await read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT standing, COUNT(*) AS count FROM upkeep WHERE kind = ? GROUP BY standing",
                arguments: [kind.rawValue])
            var counts: [Upkeep.Standing: Int] = [:]
            for row in rows {
                if let standing = Upkeep.Standing(rawValue: row["standing"]) { counts[standing] = row["count"] }
            }
            return counts
        }
    }
}
