internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// A support centre: its mandate, and of its countries what they ask, lack and offer, what worked there, what they can
/// apply for, and whom they work with.
struct HubView {
    let hub: Filed<Hub>
    let institution: Filed<Organisation>
    let requests: Page<DossierCard>
    let needs: Page<Filed<Need>>
    /// Of institutions seated in its countries.
    let offers: [Filed<ProviderProfile>]
    let practices: Page<Filed<Practice>>
    /// Open calls with a last day.
    let calls: [Filed<Opportunity>]
    let projects: Page<ProjectCard>
    /// For its countries, not over.
    let events: Page<Filed<Event>>
    let partnerships: Page<Filed<Partnership>>
    let names: Institutions
    let history: RecordHistory
    let alike: [FoundPaper]
    let visit: Visit

    init(_ id: HubID, _ visit: Visit, _ desk: Desk) async throws {
        hub = try await desk.record(id)
        institution = try await desk.record(hub.body.organisation)
        let countries = Set(hub.body.countries)
        let there = RecordFilter(countries: countries)
        requests = try await desk.requests(RequestFilter(countries: countries), for: visit.viewer, limit: 5)
        needs = try await desk.records(Need.self, there, limit: 5)
        let institutions = try await desk.records(Organisation.self, there, limit: 200).items
        offers = try await desk.offers(of: institutions.map(\.id))
        practices = try await desk.records(Practice.self, there, limit: 5)
        let open = RecordFilter(openOn: visit.today, countries: countries, order: .deadline)
        calls = try await desk.records(Opportunity.self, open, limit: 5).items.filter { $0.body.deadline != nil }
        partnerships = try await desk.records(Partnership.self, there, limit: 5)
        events = try await desk.records(
            Event.self, RecordFilter(countries: countries, when: .upcoming(at: visit.now), order: .begins), limit: 5)
        projects = try await desk.projects(ProjectFilter(countries: countries), limit: 5)
        names = try await desk.institutions(
            projects.items.compactMap(\.organisation) + events.items.map(\.body.organisation)
                + offers.map(\.body.organisation) + calls.map(\.body.organisation))
        history = try await RecordHistory(of: id, visit, desk)
        alike = try await desk.alike(id.rawValue, in: [.provider, .hub])
        self.visit = visit
    }

    func page(_ head: HTML) -> Response {
        let words = visit.words
        let body = hub.body
        let view = RecordView(
            visit: visit, up: visit.link(words("hub.all"), SitePath(.hubs)), title: visit.text(body.name),
            lead: "<p>\(visit.link(visit.plain(institution.body.name), .organisation(institution.id)).html())</p>",
            main: main, side: side, history: history, alike: visit.alike(alike))
        return visit.page(visit.plain(body.name), at: .hub(hub.id), head: head, view.html())
    }

    private var main: HTML {
        let words = visit.words
        let empty = EmptyState(title: words("hub.no-requests"), body: words("hub.no-requests-body")).html()
        return """
            \(own)\(visit.passage("hub.mandate", hub.body.mandate))
            \(requests.items.isEmpty
                ? empty
                : visit.related(words("hub.requests", count: requests.total), requests.items.map { visit.row($0) }))
            \(visit.related(words("place.hub-needs"), needs.items.map { visit.row($0) }))
            \(visit.related(words("place.hub-offers"), offers.prefix(5).map { visit.row($0, names) }))
            \(visit.related(words("place.hub-practices"), practices.items.map { visit.row($0) }))
            \(visit.related(words("place.hub-calls"), calls.map { visit.row($0, names) }))
            \(visit.related(words("project.hub-projects"), projects.items.map { visit.row($0, names) }))
            \(visit.related(words("event.hub-events"), events.items.map { visit.row($0, names) }))
            \(visit.related(words("place.hub-partnerships"), partnerships.items.map { visit.row($0) }))
            """
    }

    /// For who serves there, and who names centres.
    private var own: HTML {
        var links: [HTML] = []
        if visit.viewer.serves(at: hub.id), visit.viewer.may(.seeQueue) {
            let title = visit.words("hubdesk.title", ["name": visit.plain(hub.body.name)])
            links.append(visit.link(title, .hubDesk(hub.id)).button())
        }
        if visit.viewer.isSignedIn, visit.viewer.may(.writeHub) {
            links.append(visit.link(visit.words("writing.change"), .hub(hub.id, .editHub)).button())
        }
        return links.isEmpty ? HTML() : "<div class=\"buttons\">\(links)</div>"
    }

    private var side: HTML {
        let words = visit.words
        let body = hub.body
        return facts([
            (words("hub.covers"), visit.places(body.countries)),
            (words("hubdesk.hours"), body.hours.map { visit.hours($0) }),
            (words("record.languages"), HTML(text: visit.languages(body.languages))),
            (words("record.subject"), visit.subjects(body.subjects)),
            (words("record.links"), visit.links(body.links)),
        ])
    }
}
