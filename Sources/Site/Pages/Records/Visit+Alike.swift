internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

extension Visit {
    /// What is about the same as a record, kind by kind, side by side.
    func alike(_ papers: [FoundPaper]) -> HTML {
        let kinds = SearchQuery.kinds.filter { kind in papers.contains { $0.kind == kind } }
        guard !kinds.isEmpty else { return HTML() }
        return """
            <section aria-labelledby="alike"><h2 id="alike">\(words("record.alike"))</h2>
            <div class="trio">\(kinds.map { kind in
                """
                <div><h3>\(words(MessageKey("record.alike-\(kind.rawValue)")))</h3>
                <ul class="bare spaced">\(papers.filter { $0.kind == kind }.compactMap(alike))</ul></div>
                """ as HTML
            })</div></section>
            """
    }

    private func alike(_ paper: FoundPaper) -> HTML? {
        guard let path = SitePath.record(paper.key) else { return nil }
        let places = paper.countries.count > 3 ? "" : words.list(paper.countries.map { name($0) })
        return """
            <li><a href="\(address(path))">\(text(paper.title.shortened(to: 120)))</a>\
            \(if: !places.isEmpty, "<span class=\"small quiet\"> \(bdi: places)</span>")\(lapsedMark(paper))</li>
            """
    }

    /// Says of a record that nobody stands by it any more; nothing for others.
    func lapsedMark(_ paper: FoundPaper) -> HTML {
        paper.isLapsed ? " <span class=\"tag\">\(words("library.stale"))</span>" : HTML()
    }
}
