internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Links of records that lead nowhere, for who looks after the library.
enum DeadLinkPages {
    private static let pageLength = 50

    static func add(to routes: Routes) {
        routes.get(.deadLinks) { request, _, visit, desk in
            let query = try ListQuery(request)
            let (links, titles, counts) = try await desk.deadLinks(
                for: visit.viewer, limit: pageLength, offset: (query.page - 1) * pageLength)
            let words = visit.words
            let html = view(links, titles, counts, visit, page: query.page)
            return visit.page(words("link.title"), at: SitePath(.deadLinks), html)
        }
    }

    private static func view(
        _ links: Page<DeadLink>, _ titles: [String: LocalizedText], _ counts: LinkCounts, _ visit: Visit, page: Int
    ) -> HTML {
        let words = visit.words
        let rows = links.items.map { link in
            RegisterRow(
                title: titles[link.record].map { visit.text($0) } ?? HTML(text: link.record),
                address: SitePath.record(link.record).map { visit.address($0) } ?? visit.address(SitePath(.deadLinks)),
                summary: "<bdi dir=\"ltr\">\(link.state.address)</bdi>",
                facts: [
                    link.state.since.map { words("link.dead-since", ["date": words.date($0)]) } ?? "",
                    visit.trouble(link.state),
                    words("link.looked", ["date": words.date(link.state.checked)]),
                ].filter { !$0.isEmpty },
                below: "<p>\(visit.link(words("relook.again"), .recordLinks(link.record)).html())</p>")
        }
        let none = EmptyState(title: words("link.none"), body: words("link.none-body")).html()
        let pager = Pager(words: words, page: page, pageCount: (links.total + pageLength - 1) / pageLength) {
            visit.address(SitePath(.deadLinks).with("page", $0 == 1 ? nil : String($0)))
        }
        return """
            <h1>\(words("link.title"))</h1><p class="lead">\(words("link.lead"))</p>
            \(facts([
                (words("link.addresses"), HTML(text: words.number(counts.addresses))),
                (words("link.checked"), HTML(text: words.number(counts.checked))),
                (words("link.dead"), HTML(text: words.number(counts.dead))),
                (words("link.unknown"), HTML(text: words.number(counts.unknown))),
            ]))
            \(if: rows.isEmpty, none, else: register(rows.map { $0.at(.second) }))\(pager.html())
            """
    }
}
