internal import Catalogue
internal import Cooperation
internal import Desk
internal import Exchange
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// Tools, guidance, courses and recordings: what was made elsewhere and is kept there.
enum ResourcePages {
    static func add(to routes: Routes) {
        routes.get(.resources) { request, _, visit, desk in
            try await list(ListQuery(request), visit, desk)
        }
        routes.get(.resource) { _, context, visit, desk in
            let id = try context.pathParameter("id") { ResourceID(own: $0) }
            let view = try await ResourceView(id, visit, desk)
            return view.page(try await visit.head(of: id.rawValue, desk))
        }
    }

    private static func write(_ visit: Visit) -> HTML {
        guard visit.viewer.may(.writeResource) else { return HTML() }
        return buttons(visit.link(visit.words("writing.new-resource"), SitePath(.newResource)).button())
    }

    private static func list(_ query: ListQuery, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let found = try await desk.records(Resource.self, query.filter, offset: query.offset)
        let stale = try await desk.stale(found.items.map(\.id))
        let words = visit.words
        let fields =
            visit.subjectFilter(query.subject) + visit.targetFilter(query.target)
            + visit.countryFilter(query.country, label: words("resource.about-country"))
        let path = query.path(.resources)
        let view = ListView(
            visit: visit, title: words("resource.all"), lead: words("resource.lead"), path: path,
            above: write(visit),
            unknown: query.unknown(),
            filters: FilterForm(visit: visit, route: .resources, isFiltered: query.isFiltered, fields: fields),
            rows: found.items.map { visit.row($0, isStale: stale.contains($0.id)) }, total: found.total,
            page: query.page,
            empty: EmptyState(title: words("resource.none"), body: words("resource.none-body")))
        return visit.page(
            words("resource.all"), at: path, summary: words("resource.lead"),
            head: TakeAway(visit, path)?.head ?? HTML(), view.html())
    }
}

extension Visit {
    func name(_ form: Resource.Form) -> String { words(MessageKey("resource.form-\(form.rawValue)")) }

    func row(_ resource: Filed<Resource>, kind: String? = nil, isStale: Bool = false) -> RegisterRow {
        let body = resource.body
        return RegisterRow(
            kind: kind, title: text(body.title), address: address(.resource(resource.id)),
            summary: text(body.summary.shortened(to: 240)),
            facts: ([name(body.form), body.publisher, body.year.map(String.init) ?? ""]).filter { !$0.isEmpty }
                + names(body.subjects), tags: isStale ? [Tag(text: words("library.stale"))] : [])
    }
}
