internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The help desk's queue: nobody owns a case; the first due stands on top.
enum QueuePage {
    static let perPage = 30

    static func add(to routes: Routes) {
        routes.get(.queue) { request, _, visit, desk in
            let page = max(1, Int(try request.query().typed("page")) ?? 1)
            let cards = try await desk.queue(
                for: visit.viewer, limit: perPage, offset: min(page - 1, 100_000) * perPage)
            let view = QueueView(
                visit: visit, cards: cards, page: page,
                institutions: try await desk.institutions(cards.items.map(\.request.body.organisation)))
            return visit.page(visit.words("desk.queue"), at: SitePath(.queue), view.html())
        }
    }
}

/// Late, due today, due this week, later, and what is with others.
struct QueueView {
    let visit: Visit
    let cards: Page<DossierCard>
    let page: Int
    let institutions: [OrganisationID: LocalizedText]

    private var words: Words { visit.words }

    /// The parts of the queue in the order of their urgency.
    enum Part: String, CaseIterable { case late, today, week, later, withOthers = "with-others" }

    func html() -> HTML {
        """
        <h1>\(words("desk.queue"))</h1>
        <p class="lead">\(words("desk.queue-lead", count: cards.total))</p>
        \(if: cards.items.isEmpty, EmptyState(
            title: words("desk.queue-empty"), body: words("desk.queue-empty-body"),
            action: visit.link(words("nav.requests"), SitePath(.requests)).button()).html())
        \(Part.allCases.map(section))
        \(Pager(
            words: words, page: page, pageCount: (cards.total + QueuePage.perPage - 1) / QueuePage.perPage,
            address: { visit.address(SitePath(.queue).with("page", String($0))) }).html())
        """
    }

    private func section(_ part: Part) -> HTML {
        let mine = cards.items.filter { self.part(of: $0) == part }
        if mine.isEmpty { return HTML() }
        return """
            <section aria-labelledby="\(part.rawValue)"><h2 id="\(part.rawValue)">\
            \(words(MessageKey("desk.\(part.rawValue)"))) <span class="tag">\(words.number(mine.count))</span></h2>
            \(register(mine.map(row)))</section>
            """
    }

    private func row(_ card: DossierCard) -> RegisterRow {
        var row = visit.row(
            card, institutions: institutions,
            summary: visit.due(of: card).map { due in
                let days = due.ordinal - visit.today.ordinal
                return HTML(
                    text: words("desk.due", ["date": visit.day(due), "when": words.relativeDay(days)]))
            })
        row.address = visit.address(.helpCase(card.request.id))
        return row
    }

    func part(of card: DossierCard) -> Part {
        if visit.isLate(card) { return .late }
        guard [.endorsed, .passedBySilence, .triaged].contains(card.state) else { return .withOthers }
        guard let due = visit.due(of: card) else { return .week }
        let days = due.ordinal - visit.today.ordinal
        return days <= 0 ? .today : days <= 7 ? .week : .later
    }
}
