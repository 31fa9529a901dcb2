public import Cooperation
import SearchIndex
public import TextAnalysis
import Vocabulary

extension MatchIndex {
    /// The kinds the site's search finds.
    public static let searched: Set<PaperKind> = [
        .provider, .opportunity, .practice, .resource, .request, .need, .hub, .organisation, .event, .project,
    ]

    /// Finds papers by words in any of the six languages: `mangrove`, `manglar`, `红树林` or `мангр` find the same. What
    /// stands in quotation marks must stand so in the text.
    ///
    /// - Parameters:
    ///   - language: that of the page; the query's own is guessed where it is long enough.
    ///   - order: other orders than the best look at the best thousand.
    ///   - limit: 1 to 200.
    public func search(
        _ query: String, language: Language, kinds: Set<PaperKind> = MatchIndex.searched,
        filters: SearchFilters = SearchFilters(), order: SearchOrder = .best, limit: Int = 30, offset: Int = 0
    ) -> SearchResults {
        let reader = index.reader
        let words = SearchWords(String(query.prefix(500)), language: language, tools: tools)
        var asked = Query(
            clauses: words.clauses, match: .all, filter: .all(Self.filters(kinds, filters) + words.phrases),
            limit: order == .best ? max(1, min(200, limit)) : Self.mostSorted,
            offset: order == .best ? max(0, offset) : 0,
            counts: [Layout.kind, Layout.place, Layout.subject, Layout.target, Layout.assistance], wantsTotal: true,
            wantsParts: false)
        var found = Sunk(asked, reader)
        var isRelaxed = false
        if found.total == 0, words.words.count > 1 {
            asked.match = .any
            found = Sunk(asked, reader)
            isRelaxed = found.total != 0
        }
        return SearchResults(
            hits: ordered(found.hits, order, reader, limit: limit, offset: offset).compactMap(Self.hit),
            total: found.total, counts: Self.counts(found.counts),
            concepts: words.concepts, suggestion: words.suggestion(reader), isRelaxed: isRelaxed,
            highlighter: words.highlighter(tools))
    }

    /// How many are looked at for an order that the index does not keep.
    private static let mostSorted = 1000

    private func ordered(
        _ hits: [Hit], _ order: SearchOrder, _ reader: Reader, limit: Int, offset: Int
    ) -> [Hit] {
        if order == .best { return hits }
        let keyed = hits.map { hit -> (hit: Hit, place: Double) in
            let numbers = reader.stored(hit.key)?.numbers
            switch order {
            case .best: return (hit, 0)
            case .newest: return (hit, -(numbers?[Layout.updated] ?? 0))
            case .deadline: return (hit, numbers?[Layout.deadline] ?? Layout.always)
            }
        }
        let sorted = keyed.sorted { ($0.place, $0.hit.key) < ($1.place, $1.hit.key) }
        return sorted.dropFirst(max(0, offset)).prefix(max(1, min(200, limit))).map(\.hit)
    }

    /// Words of the index that begin so, the most frequent first: what a search box may offer.
    public func completions(of beginning: String, limit: Int = 8) -> [String] {
        index.reader.completions(of: TextAnalysis.Folding.fold(beginning), limit: max(0, min(50, limit)))
    }

    /// What a query finds, with everything last that nobody stands by any more.
    private struct Sunk {
        private(set) var hits: [Hit]
        private(set) var total: Int
        private(set) var counts: [FacetID: [UInt32: Int]]

        init(_ query: Query, _ reader: Reader) {
            let lapsed = Filter.number(Layout.lapsed, 1...1)
            var standing = query
            standing.filter = .all([query.filter, .not(lapsed)].compactMap(\.self))
            let found = reader.search(standing)
            hits = found.hits
            total = found.total ?? 0
            counts = found.counts
            var last = query
            last.filter = .all([query.filter, lapsed].compactMap(\.self))
            last.offset = max(0, query.offset - total)
            last.limit = max(1, query.limit - hits.count)
            let sunk = reader.search(last)
            if hits.count < query.limit { hits += sunk.hits }
            total += sunk.total ?? 0
            for (facet, more) in sunk.counts { counts[facet, default: [:]].merge(more, uniquingKeysWith: +) }
        }
    }

    private static func hit(_ hit: Hit) -> SearchResults.Hit? {
        guard let kind = PaperKind(key: hit.key) else { return nil }
        return SearchResults.Hit(key: hit.key, kind: kind, score: hit.score)
    }

    static func filters(_ kinds: Set<PaperKind>, _ filters: SearchFilters) -> [Filter] {
        var all: [Filter] = [.facet(Layout.kind, anyOf: kinds.map { Code.of($0) }.sorted())]
        if let country = filters.country { all.append(.facet(Layout.place, anyOf: [Code.of(country)])) }
        if let subject = filters.subject { all.append(.facet(Layout.subject, anyOf: [Code.of(subject)])) }
        if let target = filters.target { all.append(.facet(Layout.target, anyOf: [Code.of(target)])) }
        if let type = filters.assistance { all.append(.facet(Layout.assistance, anyOf: [Code.of(type)])) }
        if let concept = filters.concept {
            let concepts = Thesaurus.standard.descendants(of: concept).union([concept]).sorted()
            all.append(.facet(Layout.concept, anyOf: concepts.map { Code.of($0) }))
        }
        if let day = filters.openOn { all.append(.number(Layout.deadline, Double(day.ordinal)...Layout.always)) }
        return all
    }

    private static func counts(_ found: [FacetID: [UInt32: Int]]) -> SearchResults.Counts {
        func ordered<Value>(
            _ counts: [(Value, Int)], _ precedes: (Value, Value) -> Bool
        ) -> [(value: Value, count: Int)] {
            counts.sorted { $0.1 == $1.1 ? precedes($0.0, $1.0) : $0.1 > $1.1 }.map { ($0.0, $0.1) }
        }
        var counts = SearchResults.Counts()
        counts.kinds = ordered(CodeTables.kinds.counts(found[Layout.kind])) { $0.rawValue < $1.rawValue }
        counts.countries = ordered(CodeTables.countries.counts(found[Layout.place]), <)
        counts.subjects = ordered(CodeTables.subjects.counts(found[Layout.subject]), <)
        counts.targets = ordered(CodeTables.targets.counts(found[Layout.target]), <)
        counts.assistance = ordered(CodeTables.assistance.counts(found[Layout.assistance]), <)
        return counts
    }
}

extension PaperKind {
    /// The kind that an identifier begins with; nil for what is no identifier.
    init?(key: String) { self.init(rawValue: String(key.prefix { $0 != "-" })) }
}
