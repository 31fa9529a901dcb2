internal import Catalogue
internal import Cooperation
internal import Desk
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// A focal point's country at a glance: how many of what there is, and the newest of each.
struct CountryGlance: Sendable {
    let country: CountryCode
    let visit: Visit
    let open: Int
    let helped: Int
    let needs: Page<Filed<Need>>
    let offers: [Filed<ProviderProfile>]
    let practices: Page<Filed<Practice>>
    let names: Institutions

    private static let shown = 3

    init(_ code: CountryCode, _ work: CountryDesk, _ visit: Visit, _ desk: Desk) async throws {
        country = code
        self.visit = visit
        let here = RecordFilter(country: code)
        let states = Set(State.allCases.filter { !$0.isEnd && $0 != .drafted })
        let reached: Set<State> = [.answered, .matched, .planned, .funded, .underWay, .reported, .closed]
        open = try await desk.requests(RequestFilter(states: states, countries: [code]), for: visit.viewer, limit: 1)
            .total
        helped = try await desk.requests(RequestFilter(states: reached, countries: [code]), for: visit.viewer, limit: 1)
            .total
        needs = try await desk.records(Need.self, here, limit: Self.shown)
        let institutions = try await desk.records(Organisation.self, here, limit: 200).items
        offers = try await desk.offers(of: institutions.map(\.id))
        practices = try await desk.records(Practice.self, here, limit: Self.shown)
        names = try await desk.institutions(offers.map(\.body.organisation))
    }

    func html() -> HTML {
        let words = visit.words
        let own = country.description.lowercased()
        let code = country.description
        return """
            <section aria-labelledby="glance-\(own)"><h2 id="glance-\(own)">\(words("position.glance", ["country": visit.name(country)]))</h2>
            <div class="trio">\(count(open, "open"))\(count(helped, "helped"))\(count(needs.total, "needs"))\
            \(count(offers.count, "offers"))\(count(practices.total, "practices"))</div>
            \(list("position.needs", needs.items.map { visit.row($0) },
                needs.total > Self.shown ? SitePath(.needs).with("country", code) : nil))
            \(list("position.offers", offers.prefix(Self.shown).map { visit.row($0, names) },
                offers.count > Self.shown ? .country(country) : nil))
            \(list("position.practices", practices.items.map { visit.row($0) },
                practices.total > Self.shown ? SitePath(.practices).with("country", code) : nil))
            \(buttons(visit.link(words("position.see-page"), .country(country)).button()))</section>
            """
    }

    private func count(_ number: Int, _ what: String) -> HTML {
        figure(visit.words.number(number), visit.words(MessageKey("position.glance-\(what)"), count: number))
    }

    private func list(_ title: MessageKey, _ rows: [RegisterRow], _ more: SitePath?) -> HTML {
        guard !rows.isEmpty else { return HTML() }
        let words = visit.words
        return fold(
            words(title),
            register(rows) + (more.map { "<p>\(visit.link(words("casework.all-of-them"), $0).html())</p>" } ?? HTML()))
    }
}
