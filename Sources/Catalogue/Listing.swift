import Cooperation
import GRDB

/// Where a paper stands in the public lists of its kind. It is written with the paper (`paper.listing`), so that lists are read
/// in the order of an index and need not ask about each paper.
enum Listing: Int, CaseIterable, Sendable {
    /// In none: nobody has admitted it yet, or a provider's term is over.
    case hidden = 0
    case listed = 1
    /// Marked, behind all others: the term of a practice or resource is over and nobody has said that it still holds.
    case last = 2

    /// - Parameter standing: of a kept record; nil for kinds that are not kept.
    init(_ kind: PaperKind, _ standing: Upkeep.Standing?) {
        guard let standing else {
            self = .listed
            return
        }
        self =
            switch standing {
            case .admitted: .listed
            case .lapsed: kind == .provider ? .hidden : .last
            case .awaitingReview, .changesAsked, .declined: .hidden
            }
    }

    /// Kinds in whose lists something comes last.
    private static func sinks(_ kind: PaperKind) -> Bool { kind == .practice || kind == .resource }

    /// The condition under which a paper of this kind stands in public lists, in the words of the indexes.
    static func condition(_ kind: PaperKind) -> SQL {
        sinks(kind) ? "listing >= 1" : "listing = 1"
    }

    /// The first term of every order.
    static func order(_ kind: PaperKind) -> SQL { sinks(kind) ? "listing, " : "" }
}

/// How many papers of each kind stand where. Triggers keep these numbers with the papers, whoever writes them: to count a
/// million anew takes longer than all else on the first page.
enum Totals {
    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE total (kind TEXT NOT NULL, listing INTEGER NOT NULL, number INTEGER NOT NULL,
                    PRIMARY KEY (kind, listing)) STRICT, WITHOUT ROWID;
                CREATE TRIGGER paper_comes AFTER INSERT ON paper BEGIN
                    UPDATE total SET number = number + 1 WHERE kind = NEW.kind AND listing = NEW.listing;
                END;
                CREATE TRIGGER paper_goes AFTER DELETE ON paper BEGIN
                    UPDATE total SET number = number - 1 WHERE kind = OLD.kind AND listing = OLD.listing;
                END;
                CREATE TRIGGER paper_moves AFTER UPDATE OF listing ON paper WHEN OLD.listing <> NEW.listing BEGIN
                    UPDATE total SET number = number - 1 WHERE kind = OLD.kind AND listing = OLD.listing;
                    UPDATE total SET number = number + 1 WHERE kind = NEW.kind AND listing = NEW.listing;
                END;

                CREATE TABLE publicationTotal (kind TEXT NOT NULL, isGone INTEGER NOT NULL, number INTEGER NOT NULL,
                    PRIMARY KEY (kind, isGone)) STRICT, WITHOUT ROWID;
                CREATE TRIGGER publication_comes AFTER INSERT ON publication BEGIN
                    UPDATE publicationTotal SET number = number + 1 WHERE kind = NEW.kind AND isGone = NEW.isGone;
                END;
                CREATE TRIGGER publication_moves AFTER UPDATE OF isGone ON publication WHEN OLD.isGone <> NEW.isGone BEGIN
                    UPDATE publicationTotal SET number = number - 1 WHERE kind = OLD.kind AND isGone = OLD.isGone;
                    UPDATE publicationTotal SET number = number + 1 WHERE kind = NEW.kind AND isGone = NEW.isGone;
                END;
                """)
        for kind in PaperKind.allCases {
            for listing in Listing.allCases {
                try db.execute(
                    sql: "INSERT INTO total VALUES (?, ?, 0)", arguments: [kind.rawValue, listing.rawValue])
            }
            for isGone in [false, true] {
                try db.execute(
                    sql: "INSERT INTO publicationTotal VALUES (?, ?, 0)", arguments: [kind.rawValue, isGone])
            }
        }
    }

    /// How many papers of a kind stand in its public lists.
    static func listed(_ kind: PaperKind, _ db: Database) throws -> Int {
        try SQLRequest<Int>(
            literal: "SELECT SUM(number) FROM total WHERE kind = \(kind.rawValue) AND \(Listing.condition(kind))"
        ).fetchOne(db) ?? 0
    }
}

extension Catalogue {
    /// The numbers that are kept beside those that counting gives, where they differ: none, unless something is broken.
    /// Looks at every paper; for tests and for who doubts.
    public func wrongTotals() async throws(CatalogueError) -> [String] {
        try await read { db in
            let papers = """
                SELECT t.kind, t.listing AS place, number, (SELECT COUNT(*) FROM paper p
                    WHERE p.kind = t.kind AND p.listing = t.listing) AS counted FROM total t WHERE number <> counted
                """
            let publications = """
                SELECT t.kind, t.isGone AS place, number, (SELECT COUNT(*) FROM publication p
                    WHERE p.kind = t.kind AND p.isGone = t.isGone) AS counted FROM publicationTotal t
                    WHERE number <> counted
                """
            let standings = """
                SELECT p.kind, p.id AS place, p.listing AS number, u.standing AS counted
                FROM paper p LEFT JOIN upkeep u ON u.record = p.id
                WHERE p.listing <> CASE ifnull(u.standing, 'admitted') WHEN 'admitted' THEN 1
                    WHEN 'lapsed' THEN CASE p.kind WHEN 'provider' THEN 0 ELSE 2 END ELSE 0 END
                """
            return try [papers, publications, standings].flatMap { sql in
                try Row.fetchAll(db, sql: sql).map { row in
                    row.map { name, value in "\(name) \(value)" }.joined(separator: ", ")
                }
            }
        }
    }
}
