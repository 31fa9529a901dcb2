internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The focal point's desk: what waits for her, what her silence does, and everything else of her country.
enum CountryDeskPage {
    static let perPage = 30

    static func add(to routes: Routes) {
        routes.get(.countryDesk) { request, _, visit, desk in
            let work = try await desk.countryDesk(for: visit.viewer)
            let page = max(1, Int(try request.query().typed("page")) ?? 1)
            let view = CountryDeskView(
                visit: visit, desk: work, page: page, glances: try await glances(work, visit, desk),
                institutions: try await desk.institutions((work.waiting + work.all).map(\.request.body.organisation)))
            return visit.page(visit.words("position.desk"), at: SitePath(.countryDesk), view.html())
        }
    }

    private static func glances(
        _ work: CountryDesk, _ visit: Visit, _ desk: Desk
    ) async throws -> [CountryGlance] {
        var glances: [CountryGlance] = []
        for country in work.countries { glances.append(try await CountryGlance(country, work, visit, desk)) }
        return glances
    }
}

struct CountryDeskView {
    let visit: Visit
    let desk: CountryDesk
    let page: Int
    let glances: [CountryGlance]
    let institutions: [OrganisationID: LocalizedText]

    private var words: Words { visit.words }

    func html() -> HTML {
        let countries = words.list(desk.countries.map { $0.country.name(in: visit.language) })
        return """
            <h1>\(words("position.desk-of", ["country": countries]))</h1>
            <p class="lead">\(words("position.desk-lead"))</p>
            <section aria-labelledby="waiting"><h2 id="waiting">\(words("position.waiting")) \
            <span class="tag">\(words.number(desk.waiting.count))</span></h2>
            \(if: desk.waiting.isEmpty, "<p class=\"quiet\">\(words("position.nothing-waits"))</p>")
            \(register(desk.waiting.map(waitingRow)))</section>
            \(ways)
            \(glances.map { $0.html() })
            \(others)
            """
    }

    /// What else she does for her country: people, days, needs, plans.
    private var ways: HTML {
        var links: [Link] = [
            visit.link(words("position.plans"), SitePath(.documents)),
            visit.link(words("need.new"), SitePath(.newNeed)),
            visit.link(words("need.template"), SitePath(.needTemplate)),
        ]
        if visit.viewer.may(.appointForCountry) {
            links += [
                visit.link(words("person.people"), SitePath(.countryPeople)),
                visit.link(words("place.delegate"), CountryPeoplePage.naming(.authorisedUser)),
                visit.link(words("place.nominate"), CountryPeoplePage.naming(.representative)),
            ]
            links += desk.countries.map { country in
                let name = desk.countries.count > 1 ? " (\(visit.name(country)))" : ""
                return visit.link(words("admin.deadlines") + name, .country(country, .countryRule))
            }
        }
        return """
            <section aria-labelledby="ways"><h2 id="ways">\(words("position.ways"))</h2>
            <ul class="places">\(links.map { "<li>\($0.html())</li>" as HTML })</ul></section>
            """
    }

    /// With the days left, what silence does, and the endorsement in one click.
    private func waitingRow(_ card: DossierCard) -> RegisterRow {
        let due = visit.due(of: card)
        let left = due.map { max(0, $0.ordinal - visit.today.ordinal) }
        let id = card.request.id
        let endorse = visit.form(
            to: .request(id, .position),
            """
            <input type="hidden" name="\(StepPlace.fieldName)" value="\(StepPlace.countryDesk.rawValue)">\
            <input type="hidden" name="stance" value="\(Position.Stance.endorsement.rawValue)">\
            \(buttons(
                submitButton(words("position.endorse"), .act),
                visit.link(words("position.ask-short"), ask(id, .question)).button(),
                visit.link(words("position.object-short"), ask(id, .objection)).button(),
                visit.link(words("position.read"), .request(id)).button(.plain)))
            """)
        let silence = due.map { day in
            HTML(
                text: words(
                    "position.days-left", count: left ?? 0, ["date": visit.day(day)]))
        }
        return visit.row(card, institutions: institutions, summary: silence, below: endorse)
    }

    /// The page of the request, with the field for her text open.
    private func ask(_ id: Cooperation.RequestID, _ stance: Position.Stance) -> SitePath {
        SitePath.request(id).with("open", stance.rawValue)
    }

    private var others: HTML {
        let waiting = Set(desk.waiting.map(\.request.id))
        let rest = desk.all.filter { !waiting.contains($0.request.id) }
        let pages = max(1, (rest.count + CountryDeskPage.perPage - 1) / CountryDeskPage.perPage)
        let page = min(self.page, pages)
        let shown = rest.dropFirst((page - 1) * CountryDeskPage.perPage).prefix(CountryDeskPage.perPage)
        return """
            <section aria-labelledby="all"><h2 id="all">\(words("position.all")) \
            <span class="tag">\(words.number(rest.count))</span></h2>
            \(if: rest.isEmpty, EmptyState(
                title: words("position.empty"), body: words("position.empty-body"),
                action: visit.link(words("work.new-request"), SitePath(.newRequest)).button()).html())
            \(register(shown.map { visit.row($0, institutions: institutions) }))
            \(Pager(words: words, page: page, pageCount: pages) {
                visit.address(SitePath(.countryDesk).with("page", String($0)))
            }.html())</section>
            """
    }
}
