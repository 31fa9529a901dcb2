internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The lists everybody may read.
enum ListPages {
    static func add(to routes: Routes) {
        routes.get(.requests) { request, _, visit, desk in
            try await RequestList(query: ListQuery(request), visit: visit).page(desk)
        }
        routes.get(.needs) { request, _, visit, desk in
            try await needs(ListQuery(request), visit, desk)
        }
        routes.get(.providers) { request, _, visit, desk in
            try await providers(ListQuery(request), visit, desk)
        }
        routes.get(.opportunities) { request, _, visit, desk in
            try await OpportunityList(query: ListQuery(request), visit: visit, desk: desk).page()
        }
        routes.get(.practices) { request, _, visit, desk in
            try await practices(ListQuery(request), visit, desk)
        }
        routes.get(.hubs) { request, _, visit, desk in
            try await hubs(ListQuery(request), visit, desk)
        }
        routes.get(.organisations) { request, _, visit, desk in
            try await organisations(ListQuery(request), visit, desk)
        }
    }

    private static func needs(_ query: ListQuery, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let filter = query.filter
        let found = try await desk.records(Need.self, filter, offset: query.offset)
        let words = visit.words
        let start = visit.link(words("home.need-help"), SitePath(.newRequest)).button(.act)
        let fields =
            visit.countryFilter(query.country, label: words("common.country")) + visit.subjectFilter(query.subject)
            + visit.targetFilter(query.target) + visit.assistanceFilter(query.assistance)
            + visit.regionFilter(query.region)
        return list(
            .needs, query, visit, title: words("record.needs"), lead: words("record.needs-lead"), fields,
            rows: found.items.map { visit.row($0) }, total: found.total,
            empty: EmptyState(title: words("record.no-needs"), body: words("record.no-needs-body"), action: start))
    }

    private static func providers(_ query: ListQuery, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let filter = query.filter
        let found = try await desk.records(ProviderProfile.self, filter, offset: query.offset)
        let names = try await desk.institutions(found.items.map(\.body.organisation))
        let words = visit.words
        let fields =
            visit.subjectFilter(query.subject) + visit.targetFilter(query.target)
            + visit.assistanceFilter(query.assistance)
            + visit.countryFilter(query.country, label: words("provider.serves"))
        return list(
            .providers, query, visit, title: words("provider.all"), lead: words("provider.lead"),
            above: "<p class=\"small\">\(visit.link(words("balance.title"), SitePath(.balance)).html())</p>", fields,
            rows: found.items.map { visit.row($0, names) }, total: found.total,
            empty: EmptyState(title: words("provider.none"), body: words("provider.none-body")))
    }

    private static func practices(_ query: ListQuery, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let filter = query.filter
        let found = try await desk.records(Practice.self, filter, offset: query.offset)
        let stale = try await desk.stale(found.items.map(\.id))
        let words = visit.words
        let fields =
            visit.subjectFilter(query.subject) + visit.targetFilter(query.target)
            + visit.assistanceFilter(query.assistance)
            + visit.countryFilter(query.country, label: words("practice.where"))
        let bright = query.isFiltered || query.page > 1 ? [] : try await desk.brightSpots()
        let above: HTML = """
            <section><h2>\(words("bright.title"))</h2>\(register(bright.map { visit.row($0.spot, $0.practice) }))
            <p>\(visit.link(words("bright.all"), SitePath(.brightSpots)).html())</p></section>
            """
        return list(
            .practices, query, visit, title: words("practice.all"), lead: words("practice.lead"),
            above: bright.isEmpty ? HTML() : above, fields,
            rows: found.items.map { visit.row($0, isStale: stale.contains($0.id)) }, total: found.total,
            empty: EmptyState(title: words("practice.none"), body: words("practice.none-body")))
    }

    private static func hubs(_ query: ListQuery, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let filter = query.filter
        let found = try await desk.records(Hub.self, filter, offset: query.offset)
        let names = try await desk.institutions(found.items.map(\.body.organisation))
        let words = visit.words
        return list(
            .hubs, query, visit, title: words("hub.all"), lead: words("hub.lead"),
            visit.countryFilter(query.country, label: words("hub.covers")) + visit.subjectFilter(query.subject),
            rows: found.items.map { visit.row($0, names) }, total: found.total,
            empty: EmptyState(title: words("hub.none"), body: words("hub.none-body")))
    }

    private static func organisations(_ query: ListQuery, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let filter = query.filter
        let found = try await desk.records(Organisation.self, filter, offset: query.offset)
        let words = visit.words
        let fields =
            visit.countryFilter(query.country, label: words("common.country")) + visit.subjectFilter(query.subject)
        return list(
            .organisations, query, visit, title: words("record.organisations"),
            lead: words("record.organisations-lead"), fields, rows: found.items.map { visit.row($0) },
            total: found.total,
            empty: EmptyState(title: words("record.no-organisations"), body: words("record.no-organisations-body")))
    }

    static func list(
        _ route: SiteRoute, _ query: ListQuery, _ visit: Visit, title: String, lead: String, above: HTML = HTML(),
        kept: [(name: String, value: String)] = [], _ fields: HTML, rows: [RegisterRow], total: Int, empty: EmptyState
    ) -> Response {
        var path = query.path(route)
        for (name, value) in kept { path = path.with(name, value) }
        let view = ListView(
            visit: visit, title: title, lead: lead, path: path, above: above, unknown: query.unknown(),
            filters: FilterForm(
                visit: visit, route: route, kept: kept, isFiltered: query.isFiltered, fields: fields),
            rows: rows, total: total, page: query.page, empty: empty)
        return visit.page(
            title, at: path, summary: lead, head: TakeAway(visit, path)?.head ?? HTML(), view.html())
    }
}

extension ListQuery {
    var isFiltered: Bool { filter != RecordFilter() }

    var filter: RecordFilter {
        RecordFilter(
            subject: subject, target: target, assistance: assistance, country: country, direction: direction,
            countries: Set(region?.countries.map(\.code) ?? []))
    }

    /// The list with all that narrows it, at its first page.
    func path(_ route: SiteRoute) -> SitePath {
        SitePath(route).with("country", country?.description).with("subject", subject?.description)
            .with("assistance", assistance?.description).with("target", target?.description)
            .with("direction", direction?.rawValue).with("region", region?.rawValue)
    }
}
