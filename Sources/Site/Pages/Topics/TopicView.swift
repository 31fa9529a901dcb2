internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Matching
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Everything there is on a theme or a target: who asks, what is lacking, who can help, what can be applied for, what worked.
struct TopicView {
    let topic: Topic
    let requests: Page<DossierCard>
    let needs: Page<Filed<Need>>
    let providers: Page<Filed<ProviderProfile>>
    let calls: Page<Filed<Opportunity>>
    let practices: Page<Filed<Practice>>
    let projects: Page<ProjectCard>
    /// Not over.
    let events: Page<Filed<Event>>
    let names: Institutions
    /// Of all that stands under it.
    let counts: SearchResults.Counts
    let visit: Visit

    private static let shown = 5
    private var words: Words { visit.words }

    init(_ topic: Topic, _ visit: Visit, _ desk: Desk) async throws {
        self.topic = topic
        self.visit = visit
        let filter = topic.filter
        let shown = Self.shown
        requests = try await desk.requests(topic.requests, for: visit.viewer, limit: shown)
        needs = try await desk.records(Need.self, filter, limit: shown)
        providers = try await desk.records(ProviderProfile.self, filter, limit: shown)
        practices = try await desk.records(Practice.self, filter, limit: shown)
        var open = filter
        open.openOn = visit.openDay
        open.order = .deadline
        calls = try await desk.records(Opportunity.self, open, limit: shown)
        var coming = filter
        coming.when = .upcoming(at: visit.now)
        coming.order = .begins
        events = try await desk.records(Event.self, coming, limit: shown)
        projects = try await desk.projects(topic.projects, limit: shown)
        counts = try await desk.standing(under: topic.search, in: visit.language)
        names = try await desk.institutions(
            projects.items.compactMap(\.organisation) + events.items.map(\.body.organisation)
                + providers.items.map(\.body.organisation)
                + calls.items.map(\.body.organisation)
                + requests.items.map(\.request.body.organisation))
    }

    func page() -> Response { visit.page(title, at: topic.path, summary: lead, html()) }

    private var title: String {
        switch topic {
        case .theme(let id): id.label(in: visit.language)
        case .framework(let target): visit.name(of: target)
        case .aichi(let target): visit.name(of: target)
        }
    }

    private var lead: String {
        switch topic {
        case .theme(let id): id.subject.group.label(in: visit.language)
        case .framework: words("topic.framework")
        case .aichi: words("topic.aichi")
        }
    }

    private var up: Link {
        if case .theme = topic { return visit.link(words("topic.themes"), SitePath(.themes)) }
        return visit.link(words("topic.targets"), SitePath(.targets))
    }

    private func html() -> HTML {
        """
        \(trail(label: words("record.where"), [up]))
        <p class="eyebrow">\(lead)</p>
        <h1>\(title)</h1>
        \(about)
        \(crosswalk)
        \(if: isEmpty, nothing, else: all)
        """
    }

    private var all: HTML {
        """
        <div class="trio">
        \(figure(words.number(requests.total), words("country.requests", count: requests.total)))
        \(figure(words.number(providers.total), words("topic.offers", count: providers.total)))
        \(figure(words.number(practices.total), words("country.practices", count: practices.total)))
        </div>
        <div class="beside"><div>\(lists)</div><aside>\(side)</aside></div>
        """
    }

    private var lists: HTML {
        """
        \(visit.related(
            words("record.requests"), requests.items.map { visit.row($0, institutions: names) },
            more: more(.requests, requests.total)))
        \(visit.related(words("record.needs"), needs.items.map { visit.row($0) }, more: more(.needs, needs.total)))
        \(visit.related(
            words("provider.all"), providers.items.map { visit.row($0, names) }, more: more(.providers, providers.total)))
        \(visit.related(
            words("opportunity.all"), calls.items.map { visit.row($0, names) }, more: more(.opportunities, calls.total)))
        \(visit.related(
            words("project.all"), projects.items.map { visit.row($0, names) }, more: more(.projects, projects.total)))
        \(visit.related(
            words("event.all"), events.items.map { visit.row($0, names) }, more: more(.events, events.total)))
        \(visit.related(
            words("practice.all"), practices.items.map { visit.row($0) }, more: more(.practices, practices.total)))
        \(buttons(visit.link(words("home.need-help"), SitePath(.newRequest)).button(.act)))
        """
    }

    /// The whole list, where it holds more than is shown.
    private func more(_ route: SiteRoute, _ total: Int) -> Link? {
        guard total > Self.shown else { return nil }
        return visit.link(words("record.all-of-them", count: total), topic.narrowed(SitePath(route)))
    }

    /// Where it is about, and what it goes together with.
    private var side: HTML {
        let language = visit.language
        let countries = counts.countries.prefix(8).map { item in
            "\(visit.link(visit.name(item.value), .country(item.value)).html()) <span class=\"quiet\">\(words.number(item.count))</span>"
                as HTML
        }
        let themes = counts.subjects.filter { $0.value != topic.subject }.prefix(6).map {
            visit.link($0.value.label(in: language), .theme($0.value)).html()
        }
        let targets = counts.targets.filter { !topic.targets.contains($0.value) }.prefix(6).map {
            visit.link(visit.name(of: $0.value), .target($0.value)).html()
        }
        let search = visit.link(words("topic.search"), SearchQuery(topic.search).path).button()
        return facts([
            (words("topic.countries"), visit.listed(countries)), (words("topic.near-themes"), visit.listed(themes)),
            (words("topic.near-targets"), visit.listed(targets)),
        ]) + buttons(search)
    }

    /// What a target for 2030 is about, in our words, with the way to the official text.
    private var about: HTML {
        guard case .framework(let target) = topic else { return HTML() }
        return """
            <section><h2>\(words("topic.about"))</h2>
            <ul>\(target.about.map { "<li>\($0[visit.language])</li>" as HTML })</ul>
            <p class="quiet">\(words("topic.about-note")) \
            <a href="https://www.cbd.int/doc/decisions/cop-15/cop-15-dec-04-\(visit.language.code).pdf">\
            \(words("topic.decision"))</a></p></section>
            """
    }

    /// How an older target went on into the newer ones, or a newer one came of the older.
    private var crosswalk: HTML {
        switch topic {
        case .theme: HTML()
        case .aichi(let target):
            steps("topic.went-on", target.successors) { (visit.name(of: $0.framework), .target($0.framework)) }
        case .framework(let target):
            steps("topic.came-of", target.predecessors) { (visit.name(of: $0.aichi), .target($0.aichi)) }
        }
    }

    private func steps(
        _ title: MessageKey, _ steps: [Crosswalk], _ end: (Crosswalk) -> (String, SitePath)
    ) -> HTML {
        guard !steps.isEmpty else { return HTML() }
        let list: HTML = """
            <ul>\(steps.map { step in
                let (name, path) = end(step)
                return """
                    <li>\(visit.link(name, path).html()) <span class="quiet">\
                    \(words(MessageKey("topic.step-\(step.relation.rawValue)")))</span></li>
                    """ as HTML
            })</ul>
            """
        if case .aichi = topic { return "<section><h2>\(words(title))</h2>\(list)</section>" }
        return fold(words(title), list)
    }

    private var isEmpty: Bool {
        requests.total + needs.total + providers.total + calls.total + practices.total + events.total + projects.total
            == 0
    }

    private var nothing: HTML {
        EmptyState(
            title: words("topic.none"), body: words("topic.none-body"),
            action: visit.link(words("home.need-help"), SitePath(.newRequest)).button(.act)
        ).html()
    }
}
