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

    private static func list(_ query: ListQuery, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let found = try await desk.records(Resource.self, query.filter, offset: query.offset)
        let words = visit.words
        let fields =
            visit.subjectFilter(query.subject) + visit.targetFilter(query.target)
            + visit.countryFilter(query.country, label: words("resource.about-country"))
        let path = query.path(.resources)
        let view = ListView(
            visit: visit, title: words("resource.all"), lead: words("resource.lead"), path: path,
            unknown: query.unknown(),
            filters: FilterForm(visit: visit, route: .resources, isFiltered: query.isFiltered, fields: fields),
            rows: found.items.map { visit.row($0) }, total: found.total, page: query.page,
            empty: EmptyState(title: words("resource.none"), body: words("resource.none-body")))
        return visit.page(
            words("resource.all"), at: path, summary: words("resource.lead"),
            head: TakeAway(visit, path)?.head ?? HTML(), view.html())
    }
}

/// One of them: what it is, whose it is, where it lies, and where we have it from.
struct ResourceView {
    let resource: Filed<Resource>
    let history: RecordHistory
    let visit: Visit

    init(_ id: ResourceID, _ visit: Visit, _ desk: Desk) async throws {
        resource = try await desk.record(id)
        history = try await RecordHistory(of: id, visit, desk)
        self.visit = visit
    }

    func page(_ head: HTML) -> Response {
        let body = resource.body
        let view = RecordView(
            visit: visit, up: visit.link(visit.words("resource.all"), SitePath(.resources)),
            title: visit.text(body.title), tags: [Tag(text: visit.name(body.form))],
            lead: body.authors.isEmpty ? nil : "<p>\(bdi: visit.words.list(body.authors))</p>", main: main, side: side,
            history: history)
        return visit.page(
            visit.plain(body.title), at: .resource(resource.id), head: head, view.html())
    }

    private var main: HTML {
        let words = visit.words
        let body = resource.body
        return """
            \(visit.passage("resource.summary", body.summary))
            <section><h2>\(words("resource.where"))</h2><p>\(words("resource.where-body"))</p>
            \(visit.links(body.links))</section>
            """
    }

    private var side: HTML {
        let words = visit.words
        let body = resource.body
        return facts([
            (words("resource.form"), HTML(text: visit.name(body.form))),
            (words("resource.publisher"), body.publisher.isEmpty ? nil : "\(bdi: body.publisher)"),
            (words("resource.issued"), issued),
            (words("record.languages"), body.languages.isEmpty ? nil : HTML(text: visit.languages(body.languages))),
            (words("record.subject"), visit.subjects(body.subjects)),
            (words("record.targets"), visit.targets(body.targets)),
            (words("resource.about-country"), body.countries.isEmpty ? nil : visit.places(body.countries)),
            (words("resource.rights"), body.rights.isEmpty ? nil : "<span dir=\"auto\">\(body.rights)</span>"),
            (
                words("resource.doi"),
                body.doi.map { "<a href=\"\($0.address)\"><bdi dir=\"ltr\">\($0.description)</bdi></a>" }
            ),
            (words("resource.source"), source),
        ])
    }

    private var issued: HTML? {
        if let day = resource.body.issued { return HTML(text: visit.day(day)) }
        return resource.body.year.map { HTML(text: String($0)) }
    }

    private var source: HTML? {
        guard let origin = resource.body.origin else { return nil }
        guard let link = SafeLink(origin.address) else { return "\(bdi: origin.name)" }
        return "<a href=\"\(link: link)\" rel=\"nofollow ugc noopener\">\(bdi: origin.name)</a>"
    }
}

extension Visit {
    func name(_ form: Resource.Form) -> String { words(MessageKey("resource.form-\(form.rawValue)")) }

    func row(_ resource: Filed<Resource>, kind: String? = nil) -> RegisterRow {
        let body = resource.body
        return RegisterRow(
            kind: kind, title: text(body.title), address: address(.resource(resource.id)),
            summary: text(body.summary.shortened(to: 240)),
            facts: ([name(body.form), body.publisher, body.year.map(String.init) ?? ""]).filter { !$0.isEmpty }
                + names(body.subjects))
    }
}
