public import Cooperation
import SearchIndex

extension MatchIndex {
    /// Papers that are about the same as one of the index: by concepts, themes, targets and meaning. Empty where the index
    /// does not know it.
    ///
    /// - Parameters:
    ///   - kinds: nil for those of its own kind.
    ///   - limit: 1 to 50.
    public func similar(to key: String, in kinds: Set<PaperKind>? = nil, limit: Int = 5) -> [SearchResults.Hit] {
        let reader = index.reader
        guard let kind = PaperKind(key: key), let stored = reader.stored(key) else { return [] }
        var clauses: [Query.Clause] = []
        for (group, concept) in CodeTables.concepts.values(of: stored.facets[Layout.concept]).enumerated() {
            clauses.append(.init(.term(Code.term(concept)), weight: 1, group: group))
        }
        for facet in [Layout.subject, Layout.target] {
            for value in stored.facets[facet] ?? [] {
                clauses.append(.init(.facet(facet, value), weight: 1, group: clauses.count))
            }
        }
        let vector = reader.vector(of: key).map { Query.VectorClause($0, weight: 10) }
        guard !clauses.isEmpty || vector != nil else { return [] }
        let codes = (kinds ?? [kind]).map { Code.of($0) }.sorted()
        let filter = Filter.all([.facet(Layout.kind, anyOf: codes), .not(.keys([key]))])
        let query = Query(
            clauses: clauses, vector: vector, filter: filter, limit: max(1, min(50, limit)), wantsParts: false)
        let hits = reader.search(query).hits.compactMap { hit in
            PaperKind(key: hit.key).map { SearchResults.Hit(key: hit.key, kind: $0, score: hit.score) }
        }
        return hits.sinking { reader.isLapsed($0.key) }
    }
}
