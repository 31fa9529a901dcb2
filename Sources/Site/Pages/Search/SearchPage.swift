internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Matching
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// One search over everything everybody may read.
enum SearchPage {
    static func add(to routes: Routes) {
        routes.get(.search) { request, _, visit, desk in
            let view = try await view(SearchQuery(ListQuery(request)), visit, desk)
            let title = visit.words("search.title")
            return visit.page(
                view.query.words.isEmpty ? title : "\(view.query.words) – \(title)", at: view.query.path,
                summary: visit.words("search.lead"), view.html())
        }
    }

    /// `/measure?q=…`: the rows of the search page, fetched behind the same layers, and nothing made of them.
    static func addMeasure(to router: Router<SiteContext>, _ desk: Desk) {
        router.get("measure") { request, _ in
            let query = try SearchQuery(ListQuery(request))
            let (found, names) = try await fetch(query, in: .english, desk)
            return Response.text("\(found.papers.count) \(names.count)")
        }
    }

    private static func fetch(
        _ query: SearchQuery, in language: Language, _ desk: Desk
    ) async throws -> (FoundPapers, Institutions) {
        let length = ListQuery.pageLength
        let found = try await desk.search(
            query.words, language: language, kinds: query.kind.map { [$0] } ?? MatchIndex.searched,
            filters: query.filters, order: query.usualOrder, limit: length, offset: (query.page - 1) * length)
        return (found, try await desk.institutions(found.papers.compactMap(\.organisation)))
    }

    static func view(_ query: SearchQuery, _ visit: Visit, _ desk: Desk) async throws -> SearchView {
        var view = SearchView(visit: visit, query: query)
        guard !query.isEmpty else { return view }
        let (found, names) = try await fetch(query, in: visit.language, desk)
        view.items = found.papers.compactMap { visit.item($0, names, found.results.highlighter) }
        view.results = found.results
        return view
    }
}

extension Visit {
    /// A paper that was found, as the list shows it; nil for one that has no page.
    fileprivate func item(
        _ paper: FoundPaper, _ names: Institutions, _ highlighter: Highlighter
    ) -> SearchView.Item? {
        guard let path = SitePath.record(paper.key) else { return nil }
        let institution = paper.kind == .organisation ? nil : paper.organisation.flatMap { names[$0] }.map { plain($0) }
        let places = paper.countries.count > 4 ? [] : paper.countries.map { name($0) }
        return SearchView.Item(
            kind: paper.kind, address: address(path), title: marked(paper.title, highlighter, upTo: 200) ?? HTML(),
            excerpt: marked(paper.text, highlighter, upTo: 240),
            facts: [institution].compactMap { $0 } + [paper.starts.map { day($0) }].compactMap { $0 } + places,
            tags: tags(of: paper))
    }

    private func tags(of paper: FoundPaper) -> [Tag] {
        if paper.isLapsed { return [Tag(text: words("library.stale"))] }
        return paper.isOverAt.map { $0 <= now } ?? false ? [Tag(text: words("event.over"))] : []
    }

    /// The part of a text that says most about what was searched for, with the words marked; nil where there is no text.
    private func marked(_ text: LocalizedText, _ highlighter: Highlighter, upTo length: Int) -> HTML? {
        guard let (language, version) = text.best(for: readable) else { return nil }
        let pieces = highlighter.excerpt(
            of: version.text, length: length, analyzer: Analyzer.of(language))
        let html = pieces.map { piece in
            piece.isMarked ? "<mark>\(piece.text)</mark>" : HTML(text: piece.text)
        }.joined()
        // What was left out before and behind is shown to be left out.
        let before = version.text.hasPrefix(pieces.first?.text ?? "") ? "" : "… "
        let behind = version.text.hasSuffix(pieces.last?.text ?? "") ? "" : " …"
        return "<bdi lang=\"\(language.code)\" dir=\"\(language.direction)\">\(before)\(html)\(behind)</bdi>"
    }
}
