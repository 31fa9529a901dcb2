public import Cooperation
import GRDB
public import Vocabulary

/// Which public records of a kind a list shows. Nil means all; what a kind does not have, it is not filtered by.
public struct RecordFilter: Hashable, Sendable {
    public enum Order: String, CaseIterable, Sendable {
        case newest
        /// What ends first comes first; what has no end last.
        case deadline
        /// What ended last comes first.
        case lastDeadline
        /// Of events: what begins first comes first.
        case begins
        /// Of events: what was over last comes first.
        case lastOver
    }

    public var subject: SubjectID?
    public var target: FrameworkTarget?
    /// This type of assistance or one below it, free or at a cost.
    public var assistance: AssistanceTypeID?
    /// Of this country, or for it: a need or practice there, a hub or an offer that covers it, an institution seated in
    /// it, an opportunity its institutions may apply for.
    public var country: CountryCode?
    /// The same for any of these; empty means all.
    public var countries: Set<CountryCode> = []
    /// Put down by this institution, or with its part in it.
    public var organisation: OrganisationID?
    /// One can still apply on this day.
    public var openOn: CalendarDay?
    /// It closed before this day; what has no last day never did.
    public var closedBefore: CalendarDay?
    /// It closes on this day or before.
    public var closesUntil: CalendarDay?
    /// One of these institutions may apply. Nil: whoever may.
    public var applicants: Set<Applicant>?
    /// Of partnerships: only this kind of cooperation.
    public var direction: CooperationDirection?
    /// Of events.
    public var when: When?
    /// Held in this language.
    public var language: LanguageCode?
    /// Of events: only of this kind.
    public var form: Event.Form?
    /// Of events: nothing is to be paid.
    public var isFree = false
    /// Of projects: those this practice was drawn from.
    public var practice: PracticeID?
    public var order: Order

    /// What decides whether an institution may apply.
    public struct Applicant: Hashable, Sendable {
        /// Nil for institutions that belong to no country.
        public var country: CountryCode?
        public var type: OrganisationType

        public init(country: CountryCode?, type: OrganisationType) {
            self.country = country
            self.type = type
        }
    }

    public init(
        subject: SubjectID? = nil, target: FrameworkTarget? = nil, assistance: AssistanceTypeID? = nil,
        country: CountryCode? = nil, organisation: OrganisationID? = nil, openOn: CalendarDay? = nil,
        closedBefore: CalendarDay? = nil, closesUntil: CalendarDay? = nil, applicants: Set<Applicant>? = nil,
        direction: CooperationDirection? = nil, countries: Set<CountryCode> = [], when: When? = nil,
        language: LanguageCode? = nil, form: Event.Form? = nil, isFree: Bool = false,
        practice: PracticeID? = nil, order: Order = .newest
    ) {
        self.subject = subject
        self.target = target
        self.assistance = assistance
        self.country = country
        self.countries = countries
        self.organisation = organisation
        self.openOn = openOn
        self.closedBefore = closedBefore
        self.closesUntil = closesUntil
        self.applicants = applicants
        self.direction = direction
        self.when = when
        self.language = language
        self.form = form
        self.isFree = isFree
        self.practice = practice
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
                self.isEverything(filter)
                ? try Totals.listed(Body.kind, db)
                : try SQLRequest<Int>(literal: "SELECT COUNT(*) FROM paper WHERE \(condition)").fetchOne(db) ?? 0
            let rows = try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE \(condition)
                    ORDER BY \(Listing.order(Body.kind))\(sql: filter.order.clause) LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db)
            return Page(items: try rows.map { try PaperReader.filed($0) }, total: total, offset: offset)
        }
    }

    /// The same without the total, which somebody else knows.
    /// - Parameter keys: all that the filter finds, by name; nil where there are too many, so that a page is soon full.
    public func papers<Body: Paper>(
        _: Body.Type, _ filter: RecordFilter, among keys: [String]?, limit: Int, offset: Int = 0
    ) async throws(CatalogueError) -> [Filed<Body>] {
        if limit == 0 || keys?.isEmpty == true { return [] }
        return try await read { db in
            // Of the index only the names are taken: the catalogue says whether a paper is still in the list.
            let named: SQL? = keys.map {
                "id IN (SELECT value FROM json_each(\("[\"" + $0.joined(separator: "\",\"") + "\"]")))"
            }
            let condition: SQL =
                named.map { "\($0) AND \(Listing.condition(Body.kind))" } ?? filter.condition(for: Body.kind)
            return try SQLRequest<Row>(
                literal: """
                    SELECT \(sql: PaperReader.columns) FROM paper WHERE \(condition)
                    ORDER BY \(Listing.order(Body.kind))\(sql: filter.order.clause) LIMIT \(limit) OFFSET \(offset)
                    """
            ).fetchAll(db).map { try PaperReader.filed($0) }
        }
    }

    /// Whether a filter narrows nothing.
    private func isEverything(_ filter: RecordFilter) -> Bool {
        var open = RecordFilter()
        open.order = filter.order
        return filter == open
    }
}

extension RecordFilter {
    func condition(for kind: PaperKind) -> SQL {
        // The kind in so many words: as a parameter, partial indexes are not used.
        var parts: [SQL] = ["kind = '\(sql: kind.rawValue)'", Listing.condition(kind)]
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
        if let country { parts.append(Self.isFor([country], kind)) }
        if !countries.isEmpty { parts.append(Self.isFor(countries, kind)) }
        if let organisation { parts.append(ParticipantRows.isOf([organisation.rawValue], kind)) }
        if let openOn {
            parts.append("ifnull(json_extract(body, '$.deadline'), '9999') >= \(openOn.description)")
        }
        if let closedBefore {
            parts.append("ifnull(json_extract(body, '$.deadline'), '9999') < \(closedBefore.description)")
        }
        if let closesUntil {
            parts.append("ifnull(json_extract(body, '$.deadline'), '9999') <= \(closesUntil.description)")
        }
        if let applicants { parts.append(Self.mayApply(applicants)) }
        if let direction, kind == .partnership { parts.append(Self.isOf(direction)) }
        if kind == .event { parts += eventConditions }
        if let practice, kind == .project { parts.append(Self.lists("$.practices", practice.rawValue)) }
        return parts.joined(separator: " AND ")
    }

    private var eventConditions: [SQL] {
        var parts = [when?.condition].compactMap { $0 }
        if let language { parts.append(Self.lists("$.languages", language.description)) }
        if let form { parts.append("json_extract(body, '$.form') = \(form.rawValue)") }
        if isFree { parts.append("json_extract(body, '$.fee') = 'free'") }
        return parts
    }

    /// Where nobody asks, nothing fits.
    private static func mayApply(_ applicants: Set<Applicant>) -> SQL {
        let each: [SQL] = applicants.sorted { $0.type.rawValue < $1.type.rawValue }.map { applicant in
            let place: SQL =
                applicant.country.map { covers("$.eligibility.countries", [$0.description]) }
                ?? "json_extract(body, '$.eligibility.countries.everywhere') = 1"
            return """
                (\(place) AND (json_array_length(body, '$.eligibility.organisationTypes') = 0
                    OR \(lists("$.eligibility.organisationTypes", applicant.type.rawValue))))
                """
        }
        return each.isEmpty ? "0" : "(" + each.joined(separator: " OR ") + ")"
    }

    /// `CooperationDirection.init(of:)` as a condition; a test holds them against each other.
    private static func isOf(_ direction: CooperationDirection) -> SQL {
        let developing = Vocabulary.standard.countries.filter(\.isDeveloping).map(\.code.description)
        func count(_ isDeveloping: Bool) -> SQL {
            """
            (SELECT COUNT(DISTINCT value) FROM json_each(body, '$.countries')
                WHERE (value IN \(developing)) = \(isDeveloping))
            """
        }
        let (south, north) = (count(true), count(false))
        return switch direction {
        case .southSouth: "(\(south) >= 2 AND \(north) = 0)"
        case .triangular: "(\(south) >= 2 AND \(north) >= 1)"
        case .northSouth: "(\(south) = 1 AND \(north) >= 1)"
        case .northNorth: "(\(south) = 0 AND \(north) >= 2)"
        }
    }

    private static func isFor(_ countries: Set<CountryCode>, _ kind: PaperKind) -> SQL {
        let names = countries.map(\.description).sorted()
        if kind == .opportunity { return covers("$.eligibility.countries", names) }
        return """
            (json_extract(body, '$.country') IN \(names) OR \(lists("$.countries", anyOf: names))
                OR \(covers("$.coverage", names)))
            """
    }

    private static func covers(_ path: String, _ countries: [String]) -> SQL {
        "(json_extract(body, \(path + ".everywhere")) = 1 OR \(lists(path + ".countries", anyOf: countries)))"
    }

    private static func lists(_ path: String, anyOf values: [String]) -> SQL {
        "EXISTS (SELECT 1 FROM json_each(body, \(path)) WHERE value IN \(values))"
    }

    private static func lists(_ path: String, _ value: String) -> SQL {
        "EXISTS (SELECT 1 FROM json_each(body, \(path)) WHERE value = \(value))"
    }
}

extension RecordFilter.Order {
    var clause: String {
        switch self {
        case .newest: "at DESC, id"
        case .lastDeadline: "ifnull(json_extract(body, '$.deadline'), '9999') DESC, id"
        case .begins: "(SELECT begins FROM eventTime WHERE event = paper.id), id"
        case .lastOver: "(SELECT isOver FROM eventTime WHERE event = paper.id) DESC, id"
        case .deadline: "ifnull(json_extract(body, '$.deadline'), '9999'), id"
        }
    }
}
