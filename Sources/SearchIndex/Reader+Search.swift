extension Reader {
    /// Answers a query. The same reader and the same query give the same answer, to the last bit.
    ///
    /// With a vector, the candidates are the best `offset + limit` by words, and the best by meaning; each is then scored
    /// by both. Without, the hits are exactly the best of all.
    public func search(_ query: Query) -> Results {
        let plan = Plan(query, self)
        let wanted = min(count, max(0, query.limit) + max(0, query.offset))
        let allowed = states.map { self.allowed($0, query, plan) }
        var results = Results()
        if wanted > 0 {
            let ranking = ranked(query, plan, allowed, wanted: wanted)
            results.hits = ranking.dropFirst(max(0, query.offset)).prefix(max(0, query.limit))
                .map { hit($0, query, plan) }
        }
        if query.wantsTotal || !query.counts.isEmpty {
            let matches = zip(states, allowed).map { matching($0, $1, query, plan) }
            results.total = matches.reduce(0) { $0 + $1.count }
            for facet in query.counts { results.counts[facet] = counts(facet, matches) }
        }
        return results
    }

    /// Which documents may be hits at all: alive, let through by the filter, with enough of the words.
    private func allowed(_ state: SegmentState, _ query: Query, _ plan: Plan) -> Bitmap {
        var allowed = state.live
        if let filter = query.filter {
            if filter.isLasting {
                allowed.formIntersection(state.lasting(FilterKey(filter), schema).base)
            } else {
                allowed.formIntersection(state.documents(filter, schema))
            }
        }
        let groups = plan.groups.count
        let needsMany =
            switch query.match {
            case .any: false
            case .all: groups > 1 || plan.groups.contains(where: \.isEmpty)
            case .atLeast(let number): min(number, groups) > 1
            }
        if needsMany { allowed.formIntersection(state.documents(matching: plan.groups, query.match)) }
        return allowed
    }

    /// Everything that matches, for totals and counts. By words where there are any; else by facets; else all allowed.
    private func matching(_ state: SegmentState, _ allowed: Bitmap, _ query: Query, _ plan: Plan) -> Bitmap {
        var matching = allowed
        if plan.hasWords {
            matching.formIntersection(state.documents(matching: plan.groups, .any))
        } else {
            let filters: [Filter] = plan.clauses.compactMap { clause in
                if case .facet(let facet, let value) = clause.source { .facet(facet, anyOf: [value]) } else { nil }
            }
            if !filters.isEmpty { matching.formIntersection(state.documents(.any(filters), schema)) }
        }
        return matching
    }

    private func counts(_ facet: FacetID, _ matches: [Bitmap]) -> [UInt32: Int] {
        var counts: [UInt32: Int] = [:]
        guard facet.place >= 0, facet.place < schema.facets.count else { return counts }
        for (state, matching) in zip(states, matches) {
            let facets = state.segment.facets
            let places = facets.places(of: facet.place)
            var tally = Array(repeating: 0, count: places.count)
            if matching.count < state.segment.count / 64 {
                matching.forEach { doc in
                    for value in facets.row(doc, facet: facet.place, of: schema.facets.count) {
                        if let place = facets.place(of: value, facet: facet.place) {
                            tally[place - places.lowerBound] += 1
                        }
                    }
                }
            } else {
                for place in places {
                    if let bits = facets.bits(place, words: state.segment.rowWords) {
                        tally[place - places.lowerBound] = matching.count(and: bits)
                        continue
                    }
                    var sum = 0
                    for doc in facets.list(place) where matching.contains(Int(doc)) { sum += 1 }
                    tally[place - places.lowerBound] = sum
                }
            }
            for (place, number) in zip(places, tally) where number > 0 {
                counts[facets.values[place], default: 0] += number
            }
        }
        return counts
    }

    /// The best documents with their whole-number scores.
    private func ranked(_ query: Query, _ plan: Plan, _ allowed: [Bitmap], wanted: Int) -> [TopHits.Entry] {
        var byWords = TopHits(limit: wanted, states: states)
        if plan.clauses.isEmpty, query.vector == nil, !plan.hasWords {
            // Nothing to rank by: by key.
            for (segment, allowed) in allowed.enumerated() {
                byWords.begin(segment: segment)
                allowed.forEach { byWords.add(0, doc: $0) }
            }
            return byWords.sorted()
        }
        for (segment, state) in states.enumerated() {
            byWords.begin(segment: segment)
            var search = BlockSearch(state.segment, number: segment, plan)
            search.run(allowed: allowed[segment], into: &byWords)
        }
        guard let clause = query.vector, clause.vector.values.count == schema.vectorLength, clause.weight > 0 else {
            return byWords.sorted()
        }
        let near = VectorSearch(clause.vector, states).best(wanted, allowed: allowed)
        var both = TopHits(limit: wanted, states: states)
        let candidates = byWords.sorted().map { ($0.segment, $0.doc) } + near
        for (segment, docs) in Dictionary(grouping: candidates, by: \.0).sorted(by: { $0.key < $1.key }) {
            both.begin(segment: segment)
            for doc in Set(docs.map(\.1)).sorted() {
                let parts = wholeParts(segment: segment, doc: doc, query, plan)
                both.add(parts.reduce(0) { $0 + $1.value }, doc: doc)
            }
        }
        return both.sorted()
    }

    private func hit(_ entry: TopHits.Entry, _ query: Query, _ plan: Plan) -> Hit {
        let key = states[entry.segment].segment.keys.string(entry.doc)
        var hit = Hit(key: key, score: Double(entry.score) / plan.unit)
        if query.wantsParts {
            hit.parts = wholeParts(segment: entry.segment, doc: entry.doc, query, plan).map {
                Hit.Part(source: $0.source, group: $0.group, value: Double($0.value) / plan.unit)
            }
        }
        return hit
    }
}
