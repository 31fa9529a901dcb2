internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The page of the search: the box, the kinds with how many of each were found, and what was found.
struct SearchView {
    /// One thing that was found.
    struct Item {
        let kind: PaperKind
        let address: String
        let title: HTML
        /// The part of its text that says most about the words, with these marked.
        var excerpt: HTML?
        var facts: [String] = []
    }

    let visit: Visit
    /// As typed.
    let words: String
    /// Nil: every kind.
    var kind: PaperKind?
    var country: CountryCode?
    var subject: SubjectID?
    var items: [Item] = []
    var total = 0
    /// How many of each kind were found in all.
    var counts: [PaperKind: Int] = [:]
    /// From 1.
    var page = 1
    /// The words put right, where nothing or little was found.
    var suggestion: String?
    /// Nothing had all the words.
    var isRelaxed = false

    /// The kinds one can search, in the order they are shown.
    static let kinds: [PaperKind] = [
        .request, .need, .provider, .opportunity, .practice, .hub, .organisation,
    ]

    func html() -> HTML {
        let speech = visit.words
        return """
            <h1>\(speech("search.title"))</h1>
            \(if: words.isEmpty, "<p class=\"lead\">\(speech("search.lead"))</p>")
            \(box)
            \(if: words.isEmpty, start, else: found)
            """
    }

    /// The address of this search, at its first page.
    var path: SitePath { path(of: kind) }

    private func path(of kind: PaperKind?, words: String? = nil) -> SitePath {
        SitePath(.search).with("q", words ?? self.words).with("kind", kind?.rawValue)
            .with("country", country?.description).with("subject", subject?.description)
    }

    private var box: HTML {
        let speech = visit.words
        let field = Field(words: speech, name: "q", label: speech("search.words"), hint: speech("search.hint"))
        return """
            <form role="search" method="get" action="\(visit.address(SitePath(.search)))">
            <div class="search">\(field.text(words, kind: .search))\(submitButton(speech("search.go"), .act))</div>
            \(kind.map { "<input type=\"hidden\" name=\"kind\" value=\"\($0.rawValue)\">" as HTML })
            \(fold(speech("record.filters"), isOpen: country != nil || subject != nil, """
                <div class="trio">\(visit.countryFilter(country, label: speech("common.country")))\
                \(visit.subjectFilter(subject))</div>
                """))</form>
            """
    }

    /// Before anything was typed: the lists.
    private var start: HTML {
        let routes: [SiteRoute] = [
            .requests, .needs, .providers, .opportunities, .practices, .hubs, .organisations,
        ]
        return """
            <section><h2>\(visit.words("search.start"))</h2><ul>\(zip(Self.kinds, routes).map { kind, route in
                "<li>\(visit.link(name(kind), SitePath(route)).html())</li>" as HTML
            })</ul></section>
            """
    }

    private var found: HTML {
        let speech = visit.words
        let pages = (total + ListQuery.pageLength - 1) / ListQuery.pageLength
        let pager = Pager(words: speech, page: min(page, max(1, pages)), pageCount: pages) { number in
            visit.address(path.with("page", number == 1 ? nil : String(number)))
        }
        return """
            \(choices)
            <p class="small quiet" role="status">\(speech("search.found", count: total))</p>
            \(suggestion.map { corrected in
                let link = visit.link(corrected, path(of: kind, words: corrected)).html()
                return "<p>\(speech.html("search.suggestion", ["words": link]))</p>" as HTML
            })
            \(if: isRelaxed, Notice(body: "<p>\(speech("search.relaxed"))</p>").html())
            \(if: items.isEmpty, nothing, else: register(items.map { row($0).at(.second) }))
            \(pager.html())
            """
    }

    private var choices: HTML {
        let all = counts.values.reduce(0, +)
        let every = (
            link: visit.link(visit.words("search.kind-all"), path(of: nil), isCurrent: kind == nil),
            count: kind == nil ? visit.words.number(all) : nil
        )
        let others = Self.kinds.filter { counts[$0] != nil || $0 == kind }.map { each in
            (
                link: visit.link(name(each), path(of: each), isCurrent: each == kind),
                count: counts[each].map { visit.words.number($0) }
            )
        }
        return tabs(label: visit.words("search.kinds"), [every] + others)
    }

    private func row(_ item: Item) -> RegisterRow {
        RegisterRow(
            kind: visit.words(MessageKey("search.one-\(item.kind.rawValue)")), title: item.title,
            address: item.address, summary: item.excerpt, facts: item.facts)
    }

    private var nothing: HTML {
        EmptyState(
            title: visit.words("search.none"), body: visit.words("search.none-body"),
            action: visit.link(visit.words("home.need-help"), SitePath(.newRequest)).button(.act)
        ).html()
    }

    private func name(_ kind: PaperKind) -> String { visit.words(MessageKey("search.kind-\(kind.rawValue)")) }
}
