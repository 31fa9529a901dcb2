internal import Catalogue
internal import Cooperation
internal import Desk
internal import Foundation
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// All countries, and each of them.
enum CountryPages {
    static func add(to routes: Routes) {
        routes.get(.countries) { _, _, visit, desk in
            let view = CountryList(visit: visit, figures: try await desk.figures())
            return visit.page(
                visit.words("country.all"), at: SitePath(.countries), summary: visit.words("country.lead"), view.html())
        }
        routes.get(.country) { _, context, visit, desk in
            let code = try context.pathParameter("id") { CountryCode($0) }
            return try await CountryView(code, visit, desk).page()
        }
    }
}

/// Countries by region, with the groups that call for priority and how many requests each has.
struct CountryList {
    let visit: Visit
    let figures: PublicFigures

    func html() -> HTML {
        """
        <h1>\(visit.words("country.all"))</h1>
        <p class="lead">\(visit.words("country.lead"))</p>
        \(legend)
        \(Region.allCases.map(region))
        """
    }

    private func region(_ region: Region) -> HTML {
        let countries = visit.words.sorted(region.countries) { $0.name(in: visit.language) }
        return """
            <section><h2>\(region.label(in: visit.language))</h2>
            <ul class="places">\(countries.map(line))</ul></section>
            """
    }

    /// Its name, the groups it is in, in short, and how many requests it has made.
    private func line(_ country: Country) -> HTML {
        let count = figures.byCountry[country.code] ?? 0
        let tags = country.groups(on: visit.now).compactMap(short).map { Tag(text: $0).html() }
        return """
            <li>\(visit.link(country.name(in: visit.language), .country(country.code)).html())\
            \(if: !country.isParty, Tag(text: visit.words("country.not-a-party")).html())\(tags)\
            \(if: count > 0, "<b class=\"small\">\(visit.words("country.request-count", count: count))</b>")</li>
            """
    }

    /// What the short names of groups stand for.
    private var legend: HTML {
        let pairs = CountryGroup.allCases.compactMap { group in
            short(group).map { (term: $0, answer: HTML(text: group.label(in: visit.language)) as HTML?) }
        }
        return fold(visit.words("country.legend"), facts(pairs))
    }

    /// Groups that call for priority have a short name people of the field know.
    private func short(_ group: CountryGroup) -> String? {
        switch group {
        case .leastDeveloped: visit.words("country.ldc")
        case .smallIslandDeveloping: visit.words("country.sids")
        case .landlockedDeveloping: visit.words("country.lldc")
        case .transition: nil
        }
    }
}

extension Visit {
    /// The groups a country belongs to on this day, and whether it is no Party.
    func groups(of country: Country) -> [String] {
        let groups = country.groups(on: now).map { $0.label(in: language) }
        return country.isParty ? groups : groups + [words("country.not-a-party")]
    }
}

/// A country: what it lacks and asks, who there offers help, what worked there, who supports it, and its neighbours.
struct CountryView {
    let country: Country
    let needs: Page<Filed<Need>>
    let requests: Page<DossierCard>
    /// Institutions seated there.
    let institutions: Page<Filed<Organisation>>
    let offers: [Filed<ProviderProfile>]
    let practices: Page<Filed<Practice>>
    let hubs: [Filed<Hub>]
    let partnerships: Page<Filed<Partnership>>
    /// Open calls its institutions may answer.
    let calls: Page<Filed<Opportunity>>
    let projects: Page<ProjectCard>
    /// Events for its people, not over.
    let events: Page<Filed<Event>>
    /// Needs of the countries beside it.
    let around: Page<Filed<Need>>
    let rule: NonObjectionRule
    let focalPoint: FocalPointView
    let names: Institutions
    let visit: Visit

    private static let shown = 5

    init(_ code: CountryCode, _ visit: Visit, _ desk: Desk) async throws {
        country = code.country
        let here = RecordFilter(country: code)
        let shown = Self.shown
        needs = try await desk.records(Need.self, here, limit: shown)
        requests = try await desk.requests(RequestFilter(countries: [code]), for: visit.viewer, limit: shown)
        institutions = try await desk.records(Organisation.self, here, limit: 100)
        offers = try await desk.offers(of: institutions.items.map(\.id))
        practices = try await desk.records(Practice.self, here, limit: shown)
        hubs = try await desk.records(Hub.self, here, limit: shown).items
        partnerships = try await desk.records(Partnership.self, here, limit: shown)
        let open = RecordFilter(country: code, openOn: visit.openDay, order: .deadline)
        calls = try await desk.records(Opportunity.self, open, limit: shown)
        events = try await desk.records(
            Event.self, RecordFilter(country: code, when: .upcoming(at: visit.now), order: .begins), limit: shown)
        projects = try await desk.projects(ProjectFilter(countries: [code]), limit: shown)
        let neighbours = Set(code.country.neighbours)
        around =
            neighbours.isEmpty
            ? Page(items: [], total: 0, offset: 0)
            : try await desk.records(Need.self, RecordFilter(countries: neighbours), limit: shown)
        rule = try await desk.rule(of: code)
        focalPoint = try await FocalPointView(of: code, visit, desk)
        names = try await desk.institutions(
            projects.items.compactMap(\.organisation) + events.items.map(\.body.organisation)
                + offers.map(\.body.organisation)
                + calls.items.map(\.body.organisation) + hubs.map(\.body.organisation)
                + requests.items.map(\.request.body.organisation))
        self.visit = visit
    }

    func page() -> Response {
        let name = visit.name(country.code)
        return visit.page(name, at: .country(country.code), html(name))
    }

    private func html(_ name: String) -> HTML {
        let words = visit.words
        let groups = visit.groups(of: country)
        let start = visit.link(words("home.need-help"), SitePath(.newRequest)).button(.act)
        return """
            \(trail(label: words("record.where"), [visit.link(words("country.all"), SitePath(.countries))]))
            <h1>\(name)</h1>
            \(if: !groups.isEmpty, tagList(groups.map { Tag(text: $0) }))
            <div class="trio">
            \(figure(words.number(needs.total), words("country.needs", count: needs.total)))
            \(figure(words.number(requests.total), words("country.requests", count: requests.total)))
            \(figure(words.number(practices.total), words("country.practices", count: practices.total)))
            </div>
            <div class="beside"><div>\(lists)\(buttons(start))</div><aside>\(side)</aside></div>
            """
    }

    private var lists: HTML {
        let words = visit.words
        let code = country.code.description
        let none = EmptyState(title: words("country.no-requests"), body: words("country.no-requests-body")).html()
        return """
            \(requests.items.isEmpty
                ? none
                : visit.related(
                    words("record.requests"), requests.items.map { visit.row($0, institutions: names) },
                    more: all(.requests, requests.total, code)))
            \(visit.related(
                words("record.needs"), needs.items.map { visit.row($0) }, more: all(.needs, needs.total, code)))
            \(visit.related(
                words("country.offers"), offers.prefix(Self.shown).map { visit.row($0, names) },
                more: visit.link(words("country.serving"), SitePath(.providers).with("country", code))))
            \(visit.related(
                words("country.calls"), calls.items.map { visit.row($0, names) },
                more: all(.opportunities, calls.total, code)))
            \(visit.related(
                words("project.all"), projects.items.map { visit.row($0, names) },
                more: all(.projects, projects.total, code)))
            \(visit.related(
                words("event.country-events"), events.items.map { visit.row($0, names) },
                more: all(.events, events.total, code)))
            \(visit.related(
                words("practice.all"), practices.items.map { visit.row($0) },
                more: all(.practices, practices.total, code)))
            \(visit.related(
                words("partnership.all"), partnerships.items.map { visit.row($0) },
                more: all(.partnerships, partnerships.total, code)))
            \(visit.related(words("place.neighbours-needs"), around.items.map { visit.row($0) }))
            """
    }

    /// The whole list, where more than those shown are in it.
    private func all(_ route: SiteRoute, _ total: Int, _ code: String) -> Link? {
        guard total > Self.shown else { return nil }
        return visit.link(
            visit.words("record.all-of-them", count: total), SitePath(route).with("country", code))
    }

    private var side: HTML {
        let words = visit.words
        let language = visit.language
        let supported = hubs.map { visit.link(visit.plain($0.body.name), .hub($0.id)).html() }
        return facts([
            (words("country.region"), HTML(text: country.region.label(in: language))),
            (words("country.subregion"), HTML(text: country.subregion.label(in: language))),
            (words("country.languages"), HTML(text: visit.languages(country.languages))),
            (words("country.hub"), visit.listed(supported)),
            (words("place.focal-point"), country.isParty ? focalPoint.html() : nil),
            (words("country.window"), HTML(text: words("country.window-days", count: rule.workingDays))),
            (
                words("record.organisations"),
                institutions.total == 0
                    ? nil
                    : visit.link(
                        words("country.institutions", count: institutions.total),
                        SitePath(.organisations).with("country", country.code.description)
                    ).html()
            ),
            (words("country.neighbours"), visit.places(Array(country.neighbours))),
        ])
    }
}

extension Desk {
    /// What these institutions offer, the newest first.
    func offers(of institutions: [OrganisationID]) async throws(DeskError) -> [Filed<ProviderProfile>] {
        try await records(ProviderProfile.self, of: Set(institutions))
    }
}
