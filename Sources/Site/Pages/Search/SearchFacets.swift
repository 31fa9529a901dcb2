internal import Localisation
internal import Matching
internal import Vocabulary
internal import WebSupport

/// By what a search can be narrowed: each value with how many of those found have it, the most frequent first.
struct SearchFacets {
    let visit: Visit
    let query: SearchQuery
    let counts: SearchResults.Counts

    /// How many values of a facet are shown before the others fold.
    private static let shown = 7
    private static let most = 40

    private var words: Words { visit.words }

    private struct Value {
        let name: String
        let count: Int
        let path: SitePath
    }

    func html() -> HTML {
        let filters = query.filters
        let groups: [(MessageKey, [Value])] = [
            (
                "common.country",
                filters.country != nil
                    ? []
                    : counts.countries.prefix(Self.shown + Self.most).map { item in
                        Value(
                            name: visit.name(item.value), count: item.count,
                            path: query.changed { $0.filters.country = item.value })
                    }
            ),
            (
                "record.subject",
                filters.subject != nil
                    ? []
                    : counts.subjects.prefix(Self.shown + Self.most).map { item in
                        Value(
                            name: item.value.label(in: visit.language), count: item.count,
                            path: query.changed { $0.filters.subject = item.value })
                    }
            ),
            (
                "topic.target-kind",
                filters.target != nil
                    ? []
                    : counts.targets.prefix(Self.shown + Self.most).map { item in
                        Value(
                            name: visit.name(of: item.value), count: item.count,
                            path: query.changed { $0.filters.target = item.value })
                    }
            ),
            (
                "record.assistance",
                filters.assistance != nil
                    ? []
                    : counts.assistance.prefix(Self.shown + Self.most).map { item in
                        Value(
                            name: item.value.label(in: visit.language), count: item.count,
                            path: query.changed { $0.filters.assistance = item.value })
                    }
            ),
        ]
        let filled = groups.filter { $0.1.count > 1 }
        guard !filled.isEmpty else { return HTML() }
        return """
            <nav class="facets" id="narrow" aria-label="\(words("record.filters"))"><h2>\(words("record.filters"))</h2>
            \(filled.map(group))</nav>
            """
    }

    private func group(_ title: MessageKey, _ values: [Value]) -> HTML {
        let first = values.prefix(Self.shown)
        let rest = values.dropFirst(Self.shown).prefix(Self.most)
        return """
            <details open><summary>\(words(title))</summary><ul>\(first.map(line))</ul>
            \(if: !rest.isEmpty, fold(words("facet.more", count: rest.count), "<ul>\(rest.map(line))</ul>"))</details>
            """
    }

    private func line(_ value: Value) -> HTML {
        """
        <li>\(visit.link(value.name, value.path).html()) <span class="quiet">\(words.number(value.count))</span></li>
        """
    }

    /// What the search is narrowed to, each with the way to take it away again.
    var chosen: HTML {
        var chosen: [(String, SitePath)] = []
        if let country = query.filters.country {
            chosen.append((visit.name(country), query.changed { $0.filters.country = nil }))
        }
        if let subject = query.filters.subject {
            chosen.append((subject.label(in: visit.language), query.changed { $0.filters.subject = nil }))
        }
        if let target = query.filters.target {
            chosen.append((visit.name(of: target), query.changed { $0.filters.target = nil }))
        }
        if let type = query.filters.assistance {
            chosen.append((type.label(in: visit.language), query.changed { $0.filters.assistance = nil }))
        }
        guard !chosen.isEmpty else { return HTML() }
        return """
            <ul class="chosen" aria-label="\(words("facet.chosen"))">\(chosen.map { name, path in
                """
                <li><a href="\(visit.address(path))">\(name) <span aria-hidden="true">✕</span>\
                \(spoken(" " + words("facet.take-away")))</a></li>
                """ as HTML
            })</ul>
            """
    }
}
