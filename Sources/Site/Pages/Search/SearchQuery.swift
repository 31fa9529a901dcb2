internal import Cooperation
internal import Matching
internal import TextAnalysis
internal import Vocabulary

/// All that a search asks for, as it stands in its address: a search can be kept and passed on as a link.
struct SearchQuery {
    /// As typed; empty: everything that the rest lets through.
    var words = ""
    /// Nil: every kind.
    var kind: PaperKind?
    var filters = SearchFilters()
    /// Nil: what is usual, best first for words, newest first without.
    var order: SearchOrder?
    /// From 1.
    var page = 1
    private(set) var unknown: [UnknownPart] = []

    /// The kinds one can search, in the order they are shown.
    static let kinds: [PaperKind] = [
        .request, .need, .provider, .opportunity, .event, .project, .practice, .resource, .hub, .organisation,
    ]

    /// More pages than these nobody turns; the index is not made to count that far.
    private static let lastPage = 100
    private static let longest = 500

    init(_ query: ListQuery) {
        words = String(query.text("q").trimmingBlanks.prefix(Self.longest))
        kind = PaperKind(rawValue: query.text("kind")).flatMap { Self.kinds.contains($0) ? $0 : nil }
        filters = SearchFilters(
            country: query.country, subject: query.subject, target: query.target, assistance: query.assistance)
        order = SearchOrder(rawValue: query.text("sort"))
        page = min(query.page, Self.lastPage)
        unknown = query.unknown(["sort": SearchOrder.self])
        if kind == nil, !query.text("kind").isEmpty {
            unknown.append(UnknownPart(kind: .other, value: query.text("kind")))
        }
    }

    /// A search for all of one place, theme or target.
    init(_ filters: SearchFilters, kind: PaperKind? = nil) {
        self.filters = filters
        self.kind = kind
    }

    /// Nothing was asked yet.
    var isEmpty: Bool { words.isEmpty && kind == nil && filters == SearchFilters() }

    var usualOrder: SearchOrder { order ?? (words.isEmpty ? .newest : .best) }

    /// The address, at its first page.
    var path: SitePath {
        SitePath(.search).with("q", words).with("kind", kind?.rawValue)
            .with("country", filters.country?.description).with("subject", filters.subject?.description)
            .with("target", filters.target?.description).with("assistance", filters.assistance?.description)
            .with("sort", order?.rawValue)
    }

    /// The same with a change.
    func changed(_ change: (inout SearchQuery) -> Void) -> SitePath {
        var query = self
        change(&query)
        return query.path
    }
}
