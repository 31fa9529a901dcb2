internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// A person's own page: what waits for her, what she asked for, what was brought to her institutions.
enum WorkPage {
    static func add(to routes: Routes) {
        routes.get(.work) { _, _, visit, desk in
            let work = try await desk.ownWork(for: visit.viewer)
            let names = try await desk.institutions((work.requests + work.introduced).map(\.request.body.organisation))
            let news = try await NewsView(visit, desk)
            var asked: [RequestCase] = []
            for card in work.introduced where card.state == .introduced && asked.count < 10 {
                let it = try await RequestCase.load(card.request.id, visit, desk)
                if it.awaitingReply.contains(where: { it.side(in: $0) == .candidate }) { asked.append(it) }
            }
            var cases: CaseQueue?
            if visit.viewer.holds(.helpDesk) {
                cases = try await desk.caseQueue(.mine, for: visit.viewer, limit: WorkView.mostCases)
            }
            return visit.page(
                visit.words("work.title"), at: SitePath(.work),
                WorkView(
                    visit: visit, work: work, institutions: names, news: news, asked: asked,
                    drafts: try await desk.practiceDrafts(of: visit.viewer), cases: cases
                ).html())
        }
    }
}

struct WorkView {
    /// How many of an officer's own cases are shown; the queue has them all.
    static let mostCases = 10

    let visit: Visit
    let work: OwnWork
    let institutions: [OrganisationID: LocalizedText]
    let news: NewsView
    /// Requests to whose introductions this person can say yes or no here.
    var asked: [RequestCase] = []
    /// Practices she is writing.
    var drafts: [Filed<PracticeDraft>] = []
    /// An officer's own cases.
    var cases: CaseQueue?

    private var words: Words { visit.words }

    /// Where somebody begins who has nothing here yet: who gives looks at what is to be funded, everybody else asks. Who sits
    /// at a desk finds her work there.
    private var empty: HTML {
        guard isEmpty, cases == nil, visit.viewer.countries.isEmpty, !visit.viewer.holds(.administrator) else {
            return HTML()
        }
        let gives = visit.viewer.holds(.donor)
        return EmptyState(
            title: words("work.empty"), body: words(gives ? "work.empty-donor" : "work.empty-body"),
            action: gives
                ? visit.link(words("work.see-funding"), SitePath(.funding)).button(.act)
                : visit.link(words("home.need-help"), SitePath(.newRequest)).button(.act)
        ).html()
    }

    func html() -> HTML {
        let mine = work.requests.filter { waitsForAuthor($0.state) }
        let brought = work.introduced.filter { waitsForCandidate($0.state) }
        let waiting = mine + brought.filter { card in !mine.contains { $0.request.id == card.request.id } }
        return """
            <h1>\(words("work.title"))</h1>
            \(empty)
            \(replies)
            \(ownCases)
            \(section("waiting", "work.waiting", waiting))
            \(desks)
            \(news.fresh)
            \(section("requests", "work.requests", rest(work.requests, waiting)))
            \(section("introduced", "work.introduced", rest(work.introduced, waiting)))
            \(if: !work.providers.isEmpty, offers)
            \(if: !drafts.isEmpty, practices)
            \(news.wishes)
            \(writing)
            """
    }

    private var isEmpty: Bool { work.requests.isEmpty && work.introduced.isEmpty && work.providers.isEmpty }

    private func rest(_ cards: [DossierCard], _ shown: [DossierCard]) -> [DossierCard] {
        let ids = Set(shown.map(\.request.id))
        return cards.filter { !ids.contains($0.request.id) }
    }

    /// The desks this person sits at.
    private var desks: HTML {
        var links: [HTML] = []
        for hub in visit.viewer.hubs.sorted() {
            links.append(visit.link(words("hubdesk.mine"), .hubDesk(hub)).button())
        }
        if !visit.viewer.countries.isEmpty {
            links.append(visit.link(words("nav.country-desk"), SitePath(.countryDesk)).button())
        }
        if visit.viewer.may(.engage) {
            links.append(visit.link(words("engage.title"), SitePath(.engagement)).button())
        }
        if visit.viewer.may(.takeIn) {
            links.append(visit.link(words("intake.title"), SitePath(.imports)).button())
            links.append(visit.link(words("harvest.title"), SitePath(.sources)).button())
        }
        if visit.viewer.holds(.donor) {
            links.append(visit.link(words("funding.title"), SitePath(.funding)).button())
        }
        links.append(visit.link(words("enquiry.all"), SitePath(.enquiries)).button())
        return links.isEmpty ? HTML() : "<div class=\"buttons\">\(links)</div>"
    }

    private var ownCases: HTML {
        guard let cases else { return HTML() }
        let rows = cases.cards.items.map { card in
            var row = visit.row(card)
            row.address = visit.address(.helpCase(card.request.id))
            return row
        }
        return """
            <section aria-labelledby="cases"><h2 id="cases">\(words("work.cases")) \
            <span class="tag">\(words.number(cases.cards.total))</span></h2>
            \(if: rows.isEmpty, "<p class=\"quiet\">\(words("work.no-cases"))</p>", else: register(rows))
            \(buttons(visit.link(words("work.to-queue", count: cases.counts[.unassigned] ?? 0), SitePath(.queue)).button(.act)))\
            </section>
            """
    }

    /// What this person may write, and what she may review.
    private var writing: HTML {
        let viewer = visit.viewer
        let kinds: [(Deed, MessageKey, SiteRoute)] = [
            (.writeProvider, "writing.new-provider", .newProvider),
            (.writePractice, "writing.new-practice", .newPractice),
            (.writeResource, "writing.new-resource", .newResource),
            (.writeOpportunity, "writing.new-opportunity", .newOpportunity),
            (.writePartnership, "writing.new-partnership", .newPartnership),
            (.writeOrganisation, "writing.new-organisation", .newOrganisation),
        ]
        var links = viewer.may(.startRequest) ? [visit.link(words("work.new-request"), SitePath(.newRequest))] : []
        links += kinds.filter { viewer.may($0.0) }.map { visit.link(words($0.1), SitePath($0.2)) }
        if viewer.may(.openWriteShop) { links.append(visit.link(words("shop.title"), SitePath(.writeShops))) }
        links.append(visit.link(words("shop.join-title"), SitePath(.joinWriteShop)))
        if viewer.may(.review) { links.append(visit.link(words("upkeep.waiting"), SitePath(.reviews))) }
        return links.isEmpty
            ? HTML()
            : """
            <section aria-labelledby="writing"><h2 id="writing">\(words("writing.mine"))</h2>
            <ul>\(links.map { "<li>\($0.html())</li>" as HTML })</ul></section>
            """
    }

    private func section(_ id: String, _ title: MessageKey, _ cards: [DossierCard]) -> HTML {
        if cards.isEmpty { return HTML() }
        return """
            <section aria-labelledby="\(id)"><h2 id="\(id)">\(words(title)) \
            <span class="tag">\(words.number(cards.count))</span></h2>
            \(register(cards.map { visit.row($0, institutions: institutions) }))</section>
            """
    }

    /// Yes, or not now because, without leaving the page.
    private var replies: HTML {
        guard !asked.isEmpty else { return HTML() }
        return """
            <section class="next-step" aria-labelledby="asked"><h2 id="asked">\(words("promote.asked"))</h2>
            \(asked.map { it in
                """
                <h3>\(visit.link(visit.plainTitle(of: it.request), .request(it.id)).html())</h3>
                <p class="facts-line"><span>\(visit.name(it.request.country))</span></p>
                \(StepForms(it: it, attempt: nil, place: .work).replies)
                """ as HTML
            })</section>
            """
    }

    private var practices: HTML {
        let rows = drafts.map { draft in
            let practice = draft.body.practice
            return RegisterRow(
                title: practice.title.isEmpty ? HTML(text: words("shop.untitled")) : visit.text(practice.title),
                address: visit.address(.practiceDraft(draft.id)), summary: visit.progress(practice))
        }
        return """
            <section aria-labelledby="drafts"><h2 id="drafts">\(words("shop.drafts"))</h2>\(register(rows))</section>
            """
    }

    private var offers: HTML {
        """
        <section aria-labelledby="offers"><h2 id="offers">\(words("work.offers"))</h2>
        \(register(work.providers.map { provider in
            RegisterRow(title: visit.text(provider.body.title), address: visit.address(.provider(provider.id)),
                tags: visit.isFull(provider.body) ? [Tag(text: words("provider.full"))] : [],
                below: buttons(
                    visit.link(words("fit.title"), .provider(provider.id, .providerNeeds)).button(),
                    visit.link(words("promote.page"), .provider(provider.id, .profile)).button())
                    + CapacityForm(visit: visit, provider: provider).html())
        }))</section>
        """
    }

    private func waitsForAuthor(_ state: State) -> Bool {
        [.drafted, .questioned, .objected, .answered, .introduced, .matched, .reported].contains(state)
    }

    private func waitsForCandidate(_ state: State) -> Bool {
        [.introduced, .matched, .funded, .underWay].contains(state)
    }
}
