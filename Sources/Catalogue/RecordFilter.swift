public import Cooperation
import GRDB
public import Vocabulary

/// Which public records of a kind a list shows. Nil means all; what a kind does not have, it is not filtered by.
public struct RecordFilter: Hashable, Sendable {
    public enum Order: String, CaseIterable, Sendable {
        case newest
        /// What ends first comes first; what has no end last.
        case deadline
    }

    public var subject: SubjectID?
    public var target: FrameworkTarget?
    /// This type of assistance or one below it, free or at a cost.
    public var assistance: AssistanceTypeID?
    /// Of this country, or for it: a need or practice there, a hub or an offer that covers it, an institution seated in
    /// it, an opportunity its institutions may apply for.
    public var country: CountryCode?
    /// Of one of these countries, or for it, in the same sense; empty: of any.
    public var countries: Set<CountryCode>
    /// Put down by this institution, or with its part in it.
    public var organisation: OrganisationID?
    /// One can still apply on this day.
    public var openOn: CalendarDay?
    public var order: Order

    public init(
        subject: SubjectID? = nil, target: FrameworkTarget? = nil, assistance: AssistanceTypeID? = nil,
        country: CountryCode? = nil, countries: Set<CountryCode> = [], organisation: OrganisationID? = nil,
        openOn: CalendarDay? = nil, order: Order = .newest
    ) {
        self.subject = subject
        self.target = target
        self.assistance = assistance
        self.country = country
        self.countries = countries
        self.organisation = organisation
        self.openOn = openOn
        self.order = order
    }
}

extension Catalogue {
    /// Papers of one kind that everybody may read, in pages of `limit`.
    public func papers<Body: Paper>(
        _: Body.Type, _ filter: RecordFilter, limit: Int, offset: Int = 0
    ) async throws(CatalogueError) -> Page<Filed<Body>> {
        try await read { db in
            let condition = filter.condition(for: Body.kind)
            let total =
                try SQLRequest<Int>(literal: "SELECT COUNT(*) FROM paper WHERE \(condition)").fetchOne(db) ?? 0
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE \(condition)
                    ORDER BY \(Catalogue.sinking(Body.kind))\(sql: filter.order.clause) LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db)
            return Page(items: try rows.map { try PaperReader.filed($0) }, total: total, offset: offset)
        }
    }
}

extension RecordFilter {
    func condition(for kind: PaperKind) -> SQL {
        var parts: [SQL] = ["kind = \(kind.rawValue)", Catalogue.isListed(kind)]
        if let subject { parts.append(Self.lists("$.subjects", subject.description)) }
        if let target { parts.append(Self.lists("$.targets", target.description)) }
        if let assistance {
            let name = assistance.description
            let below = name + "."
            let paths: [SQL] = ["$.free", "$.atCost", "$.types", "$.assistance"].map { path in
                """
                EXISTS (SELECT 1 FROM json_each(body, \(path))
                    WHERE value = \(name) OR substr(value, 1, \(below.count)) = \(below))
                """
            }
            parts.append("(" + paths.joined(separator: " OR ") + ")")
        }
        if let country { parts.append(Self.isFor(country.description, kind)) }
        if !countries.isEmpty {
            let each = countries.sorted().map { Self.isFor($0.description, kind) }
            parts.append("(" + each.joined(separator: " OR ") + ")")
        }
        if let organisation {
            let name = organisation.rawValue
            parts.append(
                """
                (json_extract(body, '$.organisation') IN \(Merged.family(of: [name]))
                    OR EXISTS (SELECT 1 FROM json_each(body, '$.organisations')
                        WHERE value IN \(Merged.family(of: [name]))))
                """)
        }
        if let openOn {
            parts.append("ifnull(json_extract(body, '$.deadline'), '9999') >= \(openOn.description)")
        }
        return parts.joined(separator: " AND ")
    }

    private static func isFor(_ country: String, _ kind: PaperKind) -> SQL {
        if kind == .opportunity { return covers("$.eligibility.countries", country) }
        return """
            (json_extract(body, '$.country') = \(country) OR \(lists("$.countries", country))
                OR \(covers("$.coverage", country)))
            """
    }

    private static func covers(_ path: String, _ country: String) -> SQL {
        "(json_extract(body, \(path + ".everywhere")) = 1 OR \(lists(path + ".countries", country)))"
    }

    private static func lists(_ path: String, _ value: String) -> SQL {
        "EXISTS (SELECT 1 FROM json_each(body, \(path)) WHERE value = \(value))"
    }
}

extension RecordFilter.Order {
    var clause: String {
        switch self {
        case .newest: "at DESC, id"
        case .deadline: "json_extract(body, '$.deadline') IS NULL, json_extract(body, '$.deadline'), id"
        }
    }
}
