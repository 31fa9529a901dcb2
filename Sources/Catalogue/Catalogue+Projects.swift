public import Cooperation
import GRDB
public import Vocabulary

/// Which projects a list shows: papers, and requests that have come as far as a plan. Nil means all.
public struct ProjectFilter: Hashable, Sendable {
    public var subject: SubjectID?
    public var target: FrameworkTarget?
    /// Any of these takes part; empty means all.
    public var countries: Set<CountryCode>
    /// Took part in it, asked for it or pays for it.
    public var organisation: OrganisationID?
    /// Whether it is over; nil for both.
    public var isOver: Bool?

    public init(
        subject: SubjectID? = nil, target: FrameworkTarget? = nil, countries: Set<CountryCode> = [],
        organisation: OrganisationID? = nil, isOver: Bool? = nil
    ) {
        self.subject = subject
        self.target = target
        self.countries = countries
        self.organisation = organisation
        self.isOver = isOver
    }
}

/// What a line of the list of projects leads to.
public enum ProjectName: Hashable, Sendable {
    case paper(ProjectID)
    case request(RequestID)
}

extension Catalogue {
    /// Projects as everybody may read them, those that ended or moved last on top. A request is one from its plan on, and
    /// stays one when it is closed; those that are withdrawn, declined or lapsed are none.
    public func projects(
        _ filter: ProjectFilter, limit: Int, offset: Int = 0
    ) async throws(CatalogueError) -> Page<ProjectName> {
        try await read { db in
            let over: SQL = filter.isOver.map { "WHERE isOver = \($0)" } ?? ""
            let all: SQL = "(\(filter.papers) UNION ALL \(filter.requests)) \(over)"
            let total = try SQLRequest<Int>(literal: "SELECT COUNT(*) FROM \(all)").fetchOne(db) ?? 0
            let names = try SQLRequest<String>(
                literal: "SELECT id FROM \(all) ORDER BY day DESC, id LIMIT \(limit) OFFSET \(offset)"
            ).fetchAll(db)
            let items = names.compactMap { name -> ProjectName? in
                if let id = ProjectID(rawValue: name) { return .paper(id) }
                return RequestID(rawValue: name).map { .request($0) }
            }
            return Page(items: items, total: total, offset: offset)
        }
    }
}

extension ProjectFilter {
    /// The same question of the papers alone.
    private var records: RecordFilter {
        RecordFilter(subject: subject, target: target, organisation: organisation, countries: countries)
    }

    fileprivate var papers: SQL {
        """
        SELECT id, json_extract(body, '$.stage') <> 'underWay' AS isOver,
            coalesce(json_extract(body, '$.ends'), json_extract(body, '$.starts'),
                strftime('%Y-%m-%d', begun / 1000, 'unixepoch')) AS day
        FROM paper WHERE \(records.condition(for: .project))
        """
    }

    /// As the request was sent: what its author changed since is not everybody's yet.
    fileprivate var requests: SQL {
        var parts: [SQL] = [
            "d.passed IS NOT NULL AND d.confidential = 0 AND d.merged IS NULL",
            "d.state IN ('planned', 'funded', 'underWay', 'reported', 'closed')",
            "EXISTS (SELECT 1 FROM paper p WHERE p.request = d.request AND p.kind = 'plan')",
        ]
        if let subject {
            parts.append("EXISTS (SELECT 1 FROM json_each(s.body, '$.subjects') WHERE value = \(subject.description))")
        }
        if let target {
            parts.append("EXISTS (SELECT 1 FROM json_each(s.body, '$.targets') WHERE value = \(target.description))")
        }
        if !countries.isEmpty {
            let names = countries.map(\.description).sorted()
            parts.append(
                """
                (d.country IN \(names)
                    OR EXISTS (SELECT 1 FROM json_each(s.body, '$.otherCountries') WHERE value IN \(names)))
                """)
        }
        if let organisation {
            let family = Merged.family(of: [organisation.rawValue])
            parts.append(
                """
                (d.organisation IN \(family) OR EXISTS (SELECT 1 FROM introduced i
                    WHERE i.request = d.request AND i.fate = 'accepted' AND i.organisation IN \(family))
                    OR EXISTS (SELECT 1 FROM paper p WHERE p.request = d.request AND p.kind = 'pledge'
                        AND json_extract(p.body, '$.organisation') IN \(family)))
                """)
        }
        return """
            SELECT d.request AS id, d.state = 'closed' AS isOver,
                strftime('%Y-%m-%d', ifnull(d.ended, d.since) / 1000, 'unixepoch') AS day
            FROM dossier d JOIN requestRevision s ON s.request = d.request AND s.revision = d.sentRevision
            WHERE \(parts.joined(separator: " AND "))
            """
    }
}
