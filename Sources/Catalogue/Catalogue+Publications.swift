public import Cooperation
public import Foundation
import GRDB
public import Vocabulary

/// A record that everybody may read, or once could, and when that last changed.
public struct Publication: Hashable, Sendable {
    /// The paper's identifier.
    public var key: String
    public var kind: PaperKind
    /// The place in the ledger of the entry by which the public last saw it change. Unique, and later is greater.
    public var sequence: Int64
    public var at: Date
    /// The public cannot read it any more.
    public var isGone: Bool
    public var subjects: [SubjectID]
}

/// Which publications are meant. Nil means all.
public struct PublicationFilter: Hashable, Sendable {
    public var kinds: Set<PaperKind>?
    public var subject: SubjectID?
    /// Changed at this moment or later.
    public var from: Date?
    /// Changed before this moment.
    public var before: Date?
    /// False: those that are gone are left out.
    public var withGone: Bool

    public init(
        kinds: Set<PaperKind>? = nil, subject: SubjectID? = nil, from: Date? = nil, before: Date? = nil,
        withGone: Bool = true
    ) {
        self.kinds = kinds
        self.subject = subject
        self.from = from
        self.before = before
        self.withGone = withGone
    }
}

extension Catalogue {
    /// Publications behind a place in the ledger, in its order. Who goes on behind the last one it got misses none: what
    /// changes meanwhile comes again, later.
    public func publications(
        _ filter: PublicationFilter, after sequence: Int64 = 0, limit: Int
    ) async throws(CatalogueError) -> [Publication] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT * FROM publication WHERE sequence > \(sequence) AND \(filter.condition)
                    ORDER BY sequence LIMIT \(limit)
                    """
            ).fetchAll(db).compactMap { Publication($0) }
        }
    }

    public func publicationCount(
        _ filter: PublicationFilter, after sequence: Int64 = 0
    ) async throws(CatalogueError) -> Int {
        try await read { db in
            if sequence == 0, let kept = filter.total { return try kept.fetchOne(db) ?? 0 }
            return try SQLRequest<Int>(
                literal: "SELECT COUNT(*) FROM publication WHERE sequence > \(sequence) AND \(filter.condition)"
            ).fetchOne(db) ?? 0
        }
    }

    public func publication(_ key: String) async throws(CatalogueError) -> Publication? {
        try await read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM publication WHERE key = ?", arguments: [key])
                .flatMap { Publication($0) }
        }
    }

    /// When the first of them became what it is; nil where there is none.
    public func earliestPublication() async throws(CatalogueError) -> Date? {
        try await read { db in
            try Int64.fetchOne(db, sql: "SELECT MIN(at) FROM publication").map { Date(milliseconds: $0) }
        }
    }

    /// Papers of one kind in the order of their first writing, behind a place in the ledger; with each the place of its
    /// first writing, to go on from.
    public func papers<Body: Paper>(
        _: Body.Type, _ filter: RecordFilter, after first: Int64, limit: Int
    ) async throws(CatalogueError) -> [(first: Int64, paper: Filed<Body>)] {
        try await read { db in
            try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns), first FROM paper INDEXED BY paper_by_first
                    WHERE \(filter.condition(for: Body.kind)) AND first > \(first) ORDER BY first LIMIT \(limit)
                    """
            ).fetchAll(db).map { (first: $0["first"], paper: try PaperReader.filed($0)) }
        }
    }
}

extension PublicationFilter {
    /// The same from the numbers that are kept; nil where they do not say.
    fileprivate var total: SQLRequest<Int>? {
        guard subject == nil, from == nil, before == nil else { return nil }
        return SQLRequest(literal: "SELECT SUM(number) FROM publicationTotal WHERE \(condition)")
    }

    fileprivate var condition: SQL {
        var parts: [SQL] = ["1"]
        if let kinds { parts.append("kind IN \(kinds.map(\.rawValue).sorted())") }
        if let subject {
            parts.append("EXISTS (SELECT 1 FROM json_each(subjects) WHERE value = \(subject.description))")
        }
        if let from { parts.append("at >= \(from.milliseconds)") }
        if let before { parts.append("at < \(before.milliseconds)") }
        if !withGone { parts.append("isGone = 0") }
        return parts.joined(separator: " AND ")
    }
}

extension Publication {
    /// Nil for kinds of a newer program.
    fileprivate init?(_ row: Row) {
        guard let kind = PaperKind(rawValue: row["kind"]) else { return nil }
        let names = (try? JSONDecoder().decode([String].self, from: Data((row["subjects"] as String).utf8))) ?? []
        self.init(
            key: row["key"], kind: kind, sequence: row["sequence"], at: Date(milliseconds: row["at"]),
            isGone: row["isGone"], subjects: names.compactMap { SubjectID($0) })
    }
}
