public import Cooperation
public import Foundation
import GRDB

/// What is known of an address that records lead to.
public struct LinkState: Hashable, Sendable {
    public var address: String
    /// When it was last looked at.
    public var checked: Date
    public var outcome: LinkRound.Finding.Outcome
    public var trouble: String
    /// How often in a row it failed.
    public var failures: Int
    /// Since when it fails.
    public var since: Date?
    public var movedTo: String?

    /// A server may be away for an evening: twice in a row is dead.
    public static let failuresOfDead = 2

    public var isDead: Bool { failures >= Self.failuresOfDead }

    init?(row: Row) {
        guard let outcome = LinkRound.Finding.Outcome(rawValue: row["outcome"]) else { return nil }
        address = row["address"]
        checked = Date(milliseconds: row["checked"])
        self.outcome = outcome
        trouble = row["trouble"]
        failures = row["failures"]
        let began: Int64? = row["since"]
        since = began.map { Date(milliseconds: $0) }
        movedTo = row["movedTo"]
    }
}

/// An address that a record leads to, with what is known of it.
public struct RecordLink: Hashable, Sendable {
    public var address: String
    /// Nil where nobody has looked yet.
    public var state: LinkState?

    /// So many seconds have to lie between two looks that people ask for.
    public static let pause: TimeInterval = 600

    /// Whether it may be looked at again now.
    public func mayBeLookedAt(at now: Date) -> Bool {
        state.map { now.timeIntervalSince($0.checked) >= Self.pause } ?? true
    }
}

/// A link of a record that leads nowhere.
public struct DeadLink: Hashable, Sendable {
    /// The record's identifier.
    public var record: String
    public var state: LinkState
}

/// How many addresses there are, and how they are.
public struct LinkCounts: Hashable, Sendable {
    public var addresses = 0
    public var checked = 0
    public var dead = 0
    public var unknown = 0
}

extension Catalogue {
    /// Addresses of public records that were not looked at since these moments, those never looked at first.
    public func linksToCheck(
        aliveBefore: Date, failingBefore: Date, limit: Int
    ) async throws(CatalogueError) -> [String] {
        try await read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT l.address FROM recordLink l LEFT JOIN linkState s ON s.address = l.address
                    WHERE (s.address IS NULL OR s.checked < CASE WHEN s.failures > 0 THEN ?1 ELSE ?2 END)
                        AND ifnull((SELECT standing FROM upkeep WHERE record = l.record), 'admitted')
                            IN ('admitted', 'lapsed')
                    GROUP BY l.address ORDER BY ifnull(s.checked, 0), l.address LIMIT ?3
                    """, arguments: [failingBefore.milliseconds, aliveBefore.milliseconds, limit])
        }
    }

    /// All addresses a record leads to, with what is known of them.
    public func links(of record: String) async throws(CatalogueError) -> [RecordLink] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT l.address AS own, s.* FROM recordLink l LEFT JOIN linkState s ON s.address = l.address
                    WHERE l.record = ? ORDER BY l.address
                    """, arguments: [record])
            return rows.map { row in
                let isKnown = row["checked"] as Int64? != nil
                return RecordLink(address: row["own"], state: isKnown ? LinkState(row: row) : nil)
            }
        }
    }

    /// What is known of a record's links, by address.
    public func linkStates(of record: String) async throws(CatalogueError) -> [String: LinkState] {
        try await read { db in
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT s.* FROM recordLink l JOIN linkState s ON s.address = l.address WHERE l.record = ?",
                arguments: [record])
            let states = rows.compactMap(LinkState.init(row:))
            return Dictionary(states.map { ($0.address, $0) }) { first, _ in first }
        }
    }

    /// Links of public records that lead nowhere, those that fail longest first.
    public func deadLinks(limit: Int, offset: Int = 0) async throws(CatalogueError) -> Page<DeadLink> {
        try await read { db in
            let condition = """
                FROM linkState s JOIN recordLink l ON l.address = s.address
                WHERE s.failures >= \(LinkState.failuresOfDead) AND
                    ifnull((SELECT standing FROM upkeep WHERE record = l.record), 'admitted') IN ('admitted', 'lapsed')
                """
            let total = try Int.fetchOne(db, sql: "SELECT COUNT(*) " + condition) ?? 0
            let rows = try Row.fetchAll(
                db, sql: "SELECT s.*, l.record \(condition) ORDER BY s.since, l.record, l.address LIMIT ? OFFSET ?",
                arguments: [limit, offset])
            let items = rows.compactMap { row in
                LinkState(row: row).map { DeadLink(record: row["record"], state: $0) }
            }
            return Page(items: items, total: total, offset: offset)
        }
    }

    public func linkCounts() async throws(CatalogueError) -> LinkCounts {
        try await read { db in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            let known = "FROM linkState WHERE address IN (SELECT address FROM recordLink)"
            return LinkCounts(
                addresses: try count("SELECT COUNT(DISTINCT address) FROM recordLink"),
                checked: try count("SELECT COUNT(*) " + known),
                dead: try count("SELECT COUNT(*) \(known) AND failures >= \(LinkState.failuresOfDead)"),
                unknown: try count("SELECT COUNT(*) \(known) AND outcome = 'unknown'"))
        }
    }
}
