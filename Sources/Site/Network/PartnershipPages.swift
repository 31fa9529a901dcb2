internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// Who works with whom: all partnerships, and each of them.
enum PartnershipPages {
    static func add(to routes: Routes) {
        routes.get(.partnerships) { request, _, visit, desk in
            try await list(ListQuery(request), visit, desk)
        }
        routes.get(.partnership) { _, context, visit, desk in
            let id = try context.pathParameter("id") { PartnershipID(own: $0) }
            let head = try await visit.head(of: id.rawValue, desk)
            return try await PartnershipView(id, visit, desk).page(head)
        }
    }

    private static func list(_ query: ListQuery, _ visit: Visit, _ desk: Desk) async throws -> Response {
        let words = visit.words
        let found = try await desk.records(Partnership.self, query.filter, offset: query.offset)
        let drawn = try await desk.records(Partnership.self, query.filter, limit: 300)
        let fields =
            visit.countryFilter(query.country, label: words("common.country")) + visit.subjectFilter(query.subject)
            + visit.targetFilter(query.target) + visit.directionFilter(query.direction)
        let title = words("partnership.all")
        let view = ListView(
            visit: visit, title: title, lead: words("partnership.lead"), path: query.path(.partnerships),
            above: drawn.items.isEmpty ? HTML() : drawing(drawn.items, query.country, visit),
            unknown: query.unknown(["direction": CooperationDirection.self]),
            filters: FilterForm(visit: visit, route: .partnerships, isFiltered: query.isFiltered, fields: fields),
            rows: found.items.map { visit.row($0) }, total: found.total, page: query.page,
            empty: EmptyState(title: words("partnership.none"), body: words("partnership.none-body")))
        return visit.page(
            title, at: query.path(.partnerships), summary: words("partnership.lead"),
            head: TakeAway(visit, query.path(.partnerships))?.head ?? HTML(), view.html())
    }

    private static func drawing(
        _ partnerships: [Filed<Partnership>], _ country: CountryCode?, _ visit: Visit
    ) -> HTML {
        NetworkDrawing(
            words: visit.words, caption: visit.words("partnership.drawing", count: partnerships.count),
            knots: partnerships.map { .init(title: visit.plain($0.body.title), countries: $0.body.countries) },
            chosen: country
        ).html()
    }
}

extension Visit {
    func row(_ partnership: Filed<Partnership>, kind: String? = nil) -> RegisterRow {
        let body = partnership.body
        let places =
            body.countries.count > 4
            ? [words("record.countries", count: body.countries.count)] : body.countries.map { name($0) }
        return RegisterRow(
            kind: kind, title: text(body.title), address: address(.partnership(partnership.id)),
            summary: text(body.summary.shortened(to: 240)),
            facts: [words(body.form.message)] + places + names(body.subjects), tags: tags(of: body))
    }

    func tags(of partnership: Partnership) -> [Tag] {
        var tags: [Tag] = []
        if let direction = partnership.direction, direction == .southSouth || direction == .triangular {
            tags.append(Tag(text: words(direction.message), tone: .strong))
        }
        if !partnership.isOngoing(on: today) { tags.append(Tag(text: words("partnership.over"))) }
        return tags
    }
}

extension Partnership.Form {
    var message: MessageKey { MessageKey("partnership.form-\(rawValue)") }
}

extension CooperationDirection {
    var message: MessageKey { MessageKey("partnership.direction-\(rawValue)") }
}
