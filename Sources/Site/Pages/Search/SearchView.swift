internal import Cooperation
internal import Localisation
internal import Matching
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The page of the search: the box, the kinds with how many of each were found, what was found, and beside it by what it can
/// be narrowed, each with its count.
struct SearchView {
    /// One thing that was found.
    struct Item {
        let kind: PaperKind
        let address: String
        let title: HTML
        /// The part of its text that says most about the words, with these marked.
        var excerpt: HTML?
        var facts: [String] = []
        var tags: [Tag] = []
    }

    let visit: Visit
    let query: SearchQuery
    var items: [Item] = []
    /// Nil before anything was asked.
    var results: SearchResults?

    private var words: Words { visit.words }

    func html() -> HTML {
        """
        <h1>\(words("search.title"))</h1>
        \(if: query.isEmpty, "<p class=\"lead\">\(words("search.lead"))</p>")
        \(visit.notice(of: query.unknown))
        \(box)
        \(results.map(found) ?? start)
        """
    }

    private var box: HTML {
        let field = Field(words: words, name: "q", label: words("search.words"), hint: words("search.hint"))
        let kept: [(String, String?)] = [
            ("kind", query.kind?.rawValue), ("country", query.filters.country?.description),
            ("subject", query.filters.subject?.description), ("target", query.filters.target?.description),
            ("assistance", query.filters.assistance?.description), ("sort", query.order?.rawValue),
        ]
        return """
            <form role="search" method="get" action="\(visit.address(SitePath(.search)))">
            <div class="search">\(field.text(query.words, kind: .search))\(submitButton(words("search.go"), .act))</div>
            \(kept.map { name, value in
                value.map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" as HTML } ?? HTML()
            })</form>
            """
    }

    /// Before anything was asked: the lists, and the ways in by theme, target and country.
    private var start: HTML {
        let routes: [SiteRoute] = [
            .requests, .needs, .providers, .opportunities, .events, .projects, .practices, .resources, .hubs,
            .organisations,
        ]
        let ways: [(MessageKey, SiteRoute)] = [
            ("topic.themes", .themes), ("topic.targets", .targets), ("country.all", .countries),
        ]
        return """
            <section><h2>\(words("search.start"))</h2><ul class="places">\(zip(SearchQuery.kinds, routes).map { kind, route in
                "<li>\(visit.link(name(kind), SitePath(route)).html())</li>" as HTML
            })\(ways.map { title, route in
                "<li>\(visit.link(words(title), SitePath(route)).html())</li>" as HTML
            })</ul></section>
            """
    }

    private func found(_ results: SearchResults) -> HTML {
        let pages = (results.total + ListQuery.pageLength - 1) / ListQuery.pageLength
        let pager = Pager(words: words, page: min(query.page, max(1, pages)), pageCount: pages) { number in
            visit.address(query.path.with("page", number == 1 ? nil : String(number)))
        }
        return """
            \(kinds(results))
            <div class="beside narrowed"><div>
            \(SearchFacets(visit: visit, query: query, counts: results.counts).chosen)
            <div class="count-and-order"><p class="small quiet" role="status">\(words("search.found", count: results.total))</p>
            <a class="to-facets" href="#narrow">\(words("record.filters"))</a>\(if: results.total > 1, orders)</div>
            \(results.suggestion.map { corrected in
                let link = visit.link(corrected, query.changed { $0.words = corrected }).html()
                return "<p>\(words.html("search.suggestion", ["words": link]))</p>" as HTML
            })
            \(if: results.isRelaxed, Notice(body: "<p>\(words("search.relaxed"))</p>").html())
            \(if: items.isEmpty, nothing(results), else: register(items.map { row($0).at(.second) }))
            \(pager.html())
            \(if: !items.isEmpty, "<p class=\"small quiet\">\(words("facet.as-link"))</p>")
            </div><aside>\(SearchFacets(visit: visit, query: query, counts: results.counts).html())</aside></div>
            """
    }

    private func kinds(_ results: SearchResults) -> HTML {
        let counts = Dictionary(uniqueKeysWithValues: results.counts.kinds.map { ($0.value, $0.count) })
        let every = (
            link: visit.link(
                words("search.kind-all"), query.changed { $0.kind = nil }, isCurrent: query.kind == nil),
            count: query.kind == nil ? words.number(counts.values.reduce(0, +)) : nil
        )
        let others = SearchQuery.kinds.filter { counts[$0] != nil || $0 == query.kind }.map { each in
            (
                link: visit.link(name(each), query.changed { $0.kind = each }, isCurrent: each == query.kind),
                count: counts[each].map { words.number($0) }
            )
        }
        return tabs(label: words("search.kinds"), [every] + others)
    }

    /// The orders as links, the present one marked.
    private var orders: HTML {
        let all = SearchOrder.allCases.filter { order in
            switch order {
            case .best: !query.words.isEmpty
            case .newest: true
            case .deadline: query.kind == .opportunity
            }
        }
        guard all.count > 1 else { return HTML() }
        return """
            <nav class="orders" aria-label="\(words("facet.order"))"><ul>\(all.map { order in
                let link = visit.link(
                    words(MessageKey("facet.order-\(order.rawValue)")), query.changed { $0.order = order },
                    isCurrent: order == query.usualOrder)
                return "<li>\(link.html())</li>" as HTML
            })</ul></nav>
            """
    }

    private func row(_ item: Item) -> RegisterRow {
        RegisterRow(
            kind: words(MessageKey("search.one-\(item.kind.rawValue)")), title: item.title,
            address: item.address, summary: item.excerpt, facts: item.facts, tags: item.tags)
    }

    private func nothing(_ results: SearchResults) -> HTML {
        if results.total > 0 {
            return EmptyState(
                title: words("record.beyond"), body: words("record.beyond-body"),
                action: visit.link(words("record.first-page"), query.path).button()
            ).html()
        }
        return EmptyState(
            title: words("search.none"), body: words("search.none-body"),
            action: visit.link(words("home.need-help"), SitePath(.newRequest)).button(.act)
        ).html()
    }

    private func name(_ kind: PaperKind) -> String { words(MessageKey("search.kind-\(kind.rawValue)")) }
}
