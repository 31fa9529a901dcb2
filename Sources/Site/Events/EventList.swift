internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Events: those to come, those one has to register for soon, those that are over; narrowed by what each value would show.
struct EventList {
    let query: ListQuery
    let visit: Visit
    let desk: Desk

    private var asked: EventQuery { EventQuery(query) }
    private var words: Words { visit.words }

    func page() async throws -> Response {
        let filter = asked.narrow(query.filter, visit)
        let found = try await desk.records(Event.self, filter, offset: query.offset)
        let names = try await desk.institutions(found.items.map(\.body.organisation))
        let title = words("event.all")
        let view = ListView(
            visit: visit, title: title, lead: words("event.lead"), path: path(asked.which),
            above: try await ways() + announce,
            unknown: query.unknown([
                "which": EventQuery.Which.self, "region": Region.self, "form": Event.Form.self, "fee": Event.Fee.self,
            ]),
            filters: FilterForm(
                visit: visit, route: .events, kept: asked.which == .upcoming ? [] : [("which", asked.which.rawValue)],
                isFiltered: query.isFiltered || asked.isFiltered, fields: fields(try await desk.eventCounts(filter))),
            rows: found.items.map { visit.row($0, names) }, total: found.total, page: query.page,
            empty: EmptyState(
                title: words(MessageKey("event.none-\(asked.which.rawValue)")), body: words("event.none-body"),
                action: visit.link(words("opportunity.all"), SitePath(.opportunities)).button()))
        return visit.page(
            title, at: path(asked.which), summary: words("event.lead"),
            head: TakeAway(visit, path(asked.which))?.head ?? HTML(), view.html())
    }

    /// The list with all that narrows it, at its first page.
    private func path(_ which: EventQuery.Which) -> SitePath {
        var path = query.path(.events)
        for (name, value) in asked.pairs { path = path.with(name, value) }
        return path.with("which", which == .upcoming ? nil : which.rawValue)
    }

    /// How many there are of each, with all that narrows the list.
    private func ways() async throws -> HTML {
        var links: [(link: Link, count: String?)] = []
        for each in EventQuery.Which.allCases {
            let filter = asked.narrow(query.filter, visit, which: each)
            let count = try await desk.records(Event.self, filter, limit: 1).total
            let name = words(MessageKey("event.which-\(each.rawValue)"))
            links.append((visit.link(name, path(each), isCurrent: each == asked.which), words.number(count)))
        }
        return tabs(label: words("event.which"), links)
    }

    private var announce: HTML {
        guard visit.viewer.isSignedIn, visit.viewer.may(.writeEvent) else { return HTML() }
        return buttons(visit.link(words("writing.new-event"), SitePath(.newEvent)).button())
    }

    private func fields(_ counts: EventCounts) -> HTML {
        let language = visit.language
        let themes = words.sorted(Array(counts.subjects.keys)) { $0.label(in: language) }
        let spoken = words.sorted(Array(counts.languages.keys)) { $0.name(in: language) }
        return select(
            "subject", words("record.subject"), query.subject, themes, counts.subjects, value: \.description
        ) { $0.label(in: language) }
            + select(
                "region", words("country.region"), asked.region, Region.allCases, counts.regions, value: \.rawValue
            ) { $0.label(in: language) }
            + visit.countryFilter(query.country, label: words("event.for-country"))
            + select(
                "language", words("event.language"), asked.language, spoken, counts.languages, value: \.description
            ) { $0.name(in: language) }
            + select(
                "form", words("event.form"), asked.form, Event.Form.allCases, counts.forms, value: \.rawValue
            ) { words($0.message) }
            + select(
                "fee", words("event.fee"), asked.isFree ? .free : nil, [Event.Fee.free], [.free: counts.free],
                value: \.rawValue
            ) { words($0.message) } + visit.targetFilter(query.target)
    }

    /// The values there are, each with how many events the list would show then; the chosen one always.
    private func select<Value: Hashable>(
        _ name: String, _ label: String, _ chosen: Value?, _ values: [Value], _ counts: [Value: Int],
        value: (Value) -> String, _ title: (Value) -> String
    ) -> HTML {
        let shown = values.filter { counts[$0, default: 0] > 0 || $0 == chosen }
        let missing = [chosen].compactMap { $0 }.filter { !shown.contains($0) }
        let choices = (shown + missing).map { each in
            Choice(
                value: value(each),
                label: words(
                    "event.with-count", ["value": title(each), "count": words.number(counts[each, default: 0])]))
        }
        return Field(words: words, name: name, label: label).select(
            [Choice(value: "", label: words("record.any"))] + choices, chosen: chosen.map(value))
    }
}
