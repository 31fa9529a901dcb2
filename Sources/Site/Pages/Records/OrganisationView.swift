internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// An institution: what it does, offers, gives and asks.
struct OrganisationView {
    let institution: Filed<Organisation>
    let providers: [Filed<ProviderProfile>]
    let calls: [Filed<Opportunity>]
    let events: [Filed<Event>]
    let projects: Page<ProjectCard>
    let names: Institutions
    let hubs: [Filed<Hub>]
    let practices: [Filed<Practice>]
    let partnerships: [Filed<Partnership>]
    let asked: Page<DossierCard>
    let helped: Page<DossierCard>
    let history: RecordHistory
    /// What is known of its links.
    let links: [String: LinkState]
    let origin: OriginNote?
    let visit: Visit

    init(_ id: OrganisationID, _ visit: Visit, _ desk: Desk) async throws {
        institution = try await desk.record(id)
        let own = RecordFilter(organisation: id)
        providers = try await desk.records(ProviderProfile.self, own, limit: 10).items
        calls = try await desk.records(Opportunity.self, own, limit: 10).items
        events = try await desk.records(Event.self, RecordFilter(organisation: id, order: .lastOver), limit: 10).items
        projects = try await desk.projects(ProjectFilter(organisation: id), limit: 10)
        names = try await desk.institutions(projects.items.compactMap(\.organisation))
        hubs = try await desk.records(Hub.self, own, limit: 10).items
        practices = try await desk.records(Practice.self, own, limit: 10).items
        partnerships = try await desk.records(Partnership.self, own, limit: 10).items
        asked = try await desk.requests(RequestFilter(organisations: [id]), for: visit.viewer, limit: 10)
        helped = try await desk.requests(RequestFilter(helpedBy: [id]), for: visit.viewer, limit: 10)
        history = try await RecordHistory(of: id, visit, desk)
        links = try await desk.linkStates(of: id.rawValue)
        origin = try await desk.note(on: institution.body.origin)
        self.visit = visit
    }

    func page(_ head: HTML) -> Response {
        let words = visit.words
        let body = institution.body
        let view = RecordView(
            visit: visit, up: visit.link(words("record.organisations"), SitePath(.organisations)),
            title: visit.text(body.name), main: main, side: side, history: history)
        return visit.page(visit.plain(body.name), at: .organisation(institution.id), head: head, view.html())
    }

    private var main: HTML {
        let words = visit.words
        let all: [HTML] = [
            writing,
            visit.passage("record.organisation-about", institution.body.about),
            visit.related(words("record.offers"), providers.map { visit.row($0, [:]) }),
            visit.related(words("opportunity.all"), calls.map { visit.row($0, [:]) }),
            visit.related(words("project.all"), projects.items.map { visit.row($0, names) }),
            visit.related(words("event.all"), events.map { visit.row($0, [:]) }),
            visit.related(words("hub.all"), hubs.map { visit.row($0, [:]) }),
            visit.related(words("practice.all"), practices.map { visit.row($0) }),
            visit.related(words("partnership.all"), partnerships.map { visit.row($0) }),
            visit.related(words("provider.helped", count: helped.total), helped.items.map { visit.row($0) }),
            visit.related(words("record.has-asked", count: asked.total), asked.items.map { visit.row($0) }),
        ]
        guard all.allSatisfy(\.isEmpty) else { return all.joined() }
        return EmptyState(title: words("record.nothing-yet"), body: words("record.nothing-yet-body")).html()
    }

    /// What those who speak for it can do here.
    private var writing: HTML {
        let words = visit.words
        guard visit.viewer.organisations.contains(institution.id) || visit.viewer.holds(.helpDesk) else {
            return HTML()
        }
        let mine = visit.viewer.organisations.contains(institution.id)
        let offer = SitePath(.newProvider).with("organisation", institution.id.rawValue)
        return buttons(
            visit.link(words("writing.offer"), offer).button(.act),
            visit.link(
                words("writing.new-event"), SitePath(.newEvent).with("organisation", institution.id.rawValue)
            ).button(),
            mine
                ? visit.link(words("writing.change"), .organisation(institution.id, .editOrganisation)).button()
                : HTML(),
            visit.viewer.isSignedIn && visit.viewer.may(.writeHub)
                ? visit.link(
                    words("hubdesk.name-centre"), SitePath(.newHub).with("organisation", institution.id.rawValue)
                ).button() : HTML())
    }

    private var side: HTML {
        let words = visit.words
        let body = institution.body
        let write = visit.link(words("enquiry.write"), .organisation(institution.id, .newEnquiry)).button()
        return buttons(write)
            + facts([
                (words("record.acronym"), body.acronym.isEmpty ? nil : "\(bdi: body.acronym)"),
                (words("record.type"), HTML(text: body.type.label(in: visit.language))),
                (words("common.country"), body.country.map { visit.link(visit.name($0), .country($0)).html() }),
                (words("record.city"), body.city.isEmpty ? nil : "\(bdi: body.city)"),
                (words("record.languages"), body.languages.isEmpty ? nil : HTML(text: visit.languages(body.languages))),
                (words("record.subject"), visit.subjects(body.subjects)),
                (words("record.links"), visit.links(body.links, links)),
                (words("record.ror"), body.ror.flatMap { visit.identifier($0.description, $0.address) }),
                (words("record.taken-from"), visit.origin(origin)),
            ])
    }
}
