internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The help desk's queue, cut by what an officer looks for; the first due stands on top.
enum QueuePage {
    static let perPage = 30

    static func add(to routes: Routes) {
        routes.get(.queue) { request, _, visit, desk in
            let query = try request.query()
            let page = max(1, Int(query.typed("page")) ?? 1)
            let part = QueuePart(rawValue: query.typed("part")) ?? .all
            let queue = try await desk.caseQueue(
                part, for: visit.viewer, limit: perPage, offset: min(page - 1, 100_000) * perPage)
            let view = QueueView(
                visit: visit, queue: queue, page: page,
                institutions: try await desk.institutions(queue.cards.items.map(\.request.body.organisation)))
            return visit.page(
                visit.words("desk.queue"), at: SitePath(.queue).with("part", part == .all ? nil : part.rawValue),
                view.html())
        }
    }
}

struct QueueView {
    let visit: Visit
    let queue: CaseQueue
    let page: Int
    let institutions: [OrganisationID: LocalizedText]

    private var words: Words { visit.words }
    private var cards: Page<DossierCard> { queue.cards }

    func html() -> HTML {
        """
        <h1>\(words("desk.queue"))</h1>
        <p class="lead">\(words("casework.lead", count: queue.counts[.all] ?? 0))</p>
        \(tabs(label: words("casework.parts"), QueuePart.allCases.map(tab)))
        \(if: cards.items.isEmpty, EmptyState(
            title: words("desk.queue-empty"), body: words(MessageKey("casework.empty-\(queue.part.rawValue)")),
            action: visit.link(words("casework.all-cases"), SitePath(.queue)).button()).html())
        \(queue.part == .all ? sections : plain)
        \(Pager(
            words: words, page: page, pageCount: (cards.total + QueuePage.perPage - 1) / QueuePage.perPage,
            address: { visit.address(path(queue.part).with("page", String($0))) }).html())
        \(DeskLinks(visit: visit).html())
        """
    }

    private func path(_ part: QueuePart) -> SitePath {
        SitePath(.queue).with("part", part == .all ? nil : part.rawValue)
    }

    private func tab(_ part: QueuePart) -> (link: Link, count: String?) {
        var link = visit.link(
            words(MessageKey("casework.part-\(part.rawValue)")), path(part), isCurrent: part == queue.part)
        link.key = QueuePart.allCases.firstIndex(of: part).map { String($0 + 1) }
        return (link, words.number(queue.counts[part] ?? 0))
    }

    /// Everything, by its urgency.
    private var sections: HTML { Urgency.allCases.map(section).joined() }

    private var plain: HTML {
        cards.items.isEmpty ? HTML() : register(cards.items.map { row($0).at(.second) }, isQueue: true)
    }

    enum Urgency: String, CaseIterable { case late, today, week, later, withOthers = "with-others" }

    private func section(_ urgency: Urgency) -> HTML {
        let mine = cards.items.filter { self.urgency(of: $0) == urgency }
        if mine.isEmpty { return HTML() }
        return """
            <section aria-labelledby="\(urgency.rawValue)"><h2 id="\(urgency.rawValue)">\
            \(words(MessageKey("desk.\(urgency.rawValue)"))) <span class="tag">\(words.number(mine.count))</span></h2>
            \(register(mine.map(row), isQueue: true))</section>
            """
    }

    private func row(_ card: DossierCard) -> RegisterRow {
        var row = visit.row(
            card, institutions: institutions,
            summary: visit.due(of: card).map { due in
                let days = due.ordinal - visit.today.ordinal
                let key: MessageKey = card.isHeld ? "casework.looks-again" : "desk.due"
                return HTML(text: words(key, ["date": visit.day(due), "when": words.relativeDay(days)]))
            })
        row.address = visit.address(.helpCase(card.request.id))
        row.facts.append(officer(card))
        if card.isReferred { row.tags.append(Tag(text: words("hubdesk.tag"), tone: .act)) }
        if card.isHeld { row.tags.append(Tag(text: words("casework.held"))) }
        row.tags += card.request.body.priorities(on: visit.now)
            .filter { ![.withinThreeMonths, .withinSixMonths].contains($0) }
            .map { Tag(text: words(MessageKey("casework.short-\($0.rawValue)"))) }
        return row
    }

    private func officer(_ card: DossierCard) -> String {
        guard let officer = card.officer else { return words("casework.nobodys") }
        if officer == visit.viewer.account { return words("casework.yours") }
        return queue.officers[officer].map { words("casework.has-it", ["name": $0]) } ?? words("casework.a-colleagues")
    }

    func urgency(of card: DossierCard) -> Urgency {
        if visit.isLate(card) { return .late }
        guard card.state.isHeldByDesk, !card.isHeld else { return .withOthers }
        guard let due = visit.due(of: card) else { return .week }
        let days = due.ordinal - visit.today.ordinal
        return days <= 0 ? .today : days <= 7 ? .week : .later
    }
}

/// The help desk's other pages.
struct DeskLinks {
    let visit: Visit

    func html() -> HTML {
        let hubs = visit.viewer.hubs.sorted().map { visit.link(visit.words("hubdesk.mine"), .hubDesk($0)) }
        let links =
            hubs + [
                visit.link(visit.words("casework.silent"), SitePath(.silent)),
                visit.link(visit.words("engage.title"), SitePath(.engagement)),
                visit.link(visit.words("casework.wordings"), SitePath(.wordings)),
                visit.link(visit.words("casework.workload"), SitePath(.workload)),
                visit.link(visit.words("casework.merges"), SitePath(.merges)),
                visit.link(visit.words("link.title"), SitePath(.deadLinks)),
            ]
        return """
            <nav aria-label="\(visit.words("casework.more"))"><h2>\(visit.words("casework.more"))</h2>\
            <ul>\(links.map { "<li>\($0.html())</li>" })</ul>\
            <p class="quiet small">\(visit.words("casework.keys"))</p></nav>
            """
    }
}
