internal import Localisation
internal import WebSupport

/// A list of records: what it is, how to narrow it, how many there are, one page of them, and the other pages.
struct ListView {
    let visit: Visit
    let title: String
    let lead: String
    /// With all that narrows it, without the page.
    let path: SitePath
    var above = HTML()
    /// What the address asks for and no list of ours has.
    var unknown: [UnknownPart] = []
    /// The questions that narrow it; nothing where there are none.
    var filters: FilterForm?
    let rows: [RegisterRow]
    let total: Int
    /// From 1.
    let page: Int
    let empty: EmptyState

    func html() -> HTML {
        let words = visit.words
        return """
            <h1>\(title)</h1>
            <p class="lead">\(lead)</p>
            \(visit.notice(of: unknown))\(above)\(filters?.html())
            \(if: rows.isEmpty, nothing, else: """
                <p class="small quiet">\(words("record.count", count: total))</p>
                \(register(rows.map { $0.at(.second) }))
                """)
            \(pager.html())
            \(TakeAway(visit, path)?.html())
            """
    }

    private var pageCount: Int { (total + ListQuery.pageLength - 1) / ListQuery.pageLength }

    private var pager: Pager {
        Pager(words: visit.words, page: min(page, max(1, pageCount)), pageCount: pageCount) { number in
            visit.address(path.with("page", number == 1 ? nil : String(number)))
        }
    }

    /// Nothing yet, nothing that fits, or a page behind the last.
    private var nothing: HTML {
        let words = visit.words
        if total > 0 {
            return EmptyState(
                title: words("record.beyond"), body: words("record.beyond-body"),
                action: visit.link(words("record.first-page"), path).button()
            ).html()
        }
        guard let filters, filters.isFiltered else { return empty.html() }
        return EmptyState(
            title: words("record.none-fits"), body: words("record.none-fits-body"),
            action: visit.link(words("record.clear"), SitePath(path.route)).button()
        ).html()
    }
}

/// Questions that narrow a list. They fold; the answers stand in the address, so that a narrowed list can be passed on.
struct FilterForm {
    let visit: Visit
    let route: SiteRoute
    /// What the address keeps besides: the tab.
    var kept: [(name: String, value: String)] = []
    let isFiltered: Bool
    let fields: HTML

    func html() -> HTML {
        let words = visit.words
        let clear = visit.link(words("record.clear"), SitePath(route)).button(.plain)
        return fold(
            words("record.filters"), isOpen: isFiltered,
            """
            <form class="filters" method="get" action="\(visit.address(SitePath(route)))">
            \(kept.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })
            <div class="trio">\(fields)</div>
            \(buttons(submitButton(words("record.show")), isFiltered ? clear : HTML()))</form>
            """)
    }
}
