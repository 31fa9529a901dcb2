import CSearchKernels

extension Reader {
    /// The best documents by a score of many parts; the same, to the last bit, as scoring every document that the filter
    /// lets through and that has something in common.
    ///
    /// - Parameter score: the true score of a document, nil where it is not to be found at all. A multiple of
    ///   1/1,048,576, and never more than the ranking's parts allow.
    public func best(_ ranking: Ranking, score: (Ranking.Candidate) -> Double?) -> Ranking.Outcome {
        let plan = Plan(Query(clauses: ranking.clauses), self, beside: ranking.mostBesideWords)
        let filters = RankingFilters(ranking)
        let scratch = RankingScratch()
        let terms = states.enumerated().map { TermSet(plan, $0.element.segment, at: $0.offset) }
        let segments = states.enumerated().map { number, state in
            SegmentRanking(ranking, filters, plan, terms[number], state, schema, number: number)
        }
        var best = RankingBest(ranking, states, unit: plan.unit)
        let look = CloseLook(ranking, plan, segments, schema)
        var contenders = Contenders(ranking, look)
        for segment in segments where segment.state.segment.count > 0 {
            var pass = RankingPass(segment, scratch, gated: ranking.meaning == nil)
            pass.run(&contenders, &best, score)
        }
        contenders.finish(&best, score)
        let found = best.found
        func ranked(_ entry: TopHits.Entry) -> Ranking.Ranked {
            let segment = states[entry.segment].segment
            return Ranking.Ranked(
                key: segment.keys.string(entry.doc), score: RankingBest.score(entry), class: entry.group,
                stored: StoredDocument(segment, doc: entry.doc, schema), segment: entry.segment)
        }
        return Ranking.Outcome(
            best: found.all.map(ranked), classes: found.classes.map { $0.map(ranked) }, looked: look.count,
            scored: best.scored, plan: plan,
            terms: terms)
    }

    /// Asks memory for the words of documents that are about to be explained, all at once: their waits overlap.
    public func fetch(_ found: [Ranking.Ranked]) {
        for ranked in found {
            bb_prefetch(states[ranked.segment].segment.streamStarts.base + ranked.doc)
        }
        for ranked in found {
            let segment = states[ranked.segment].segment
            let end = Int(segment.streamStarts[ranked.doc + 1])
            for place in stride(from: Int(segment.streamStarts[ranked.doc]), to: end, by: 64) {
                bb_prefetch(segment.stream.base + place)
            }
        }
    }

    /// What each group of clauses counts for a document that was found, by the place of the group.
    public func values(of ranked: Ranking.Ranked, in outcome: Ranking.Outcome, groups: Int) -> [Double] {
        let segment = ranked.stored.segment
        let terms = outcome.terms[ranked.segment]
        var values = Array(repeating: 0.0, count: groups)
        // Its own words are read rather than every list of the question looked into: most are not there.
        withUnsafeTemporaryAllocation(of: FoundTerm.self, capacity: terms.entries.count) { found in
            var count = 0
            terms.forEach(of: ranked.doc, in: segment) { entry in
                guard entry.group >= 0, entry.group < groups,
                    let posting = segment.posting(of: entry.term, in: ranked.doc)
                else { return }
                bb_prefetch(segment.postingImpacts.base + posting)
                found[count] = FoundTerm(posting: posting, weight: entry.weight, group: entry.group)
                count += 1
            }
            for term in found.prefix(count) {
                let impact = segment.postingImpacts[term.posting]
                values[term.group] += Double(UInt64(term.weight) * UInt64(impact)) / outcome.plan.unit
            }
        }
        return values
    }

    /// Whether a document that was found has a term.
    public func has(_ term: String, _ ranked: Ranking.Ranked) -> Bool {
        let segment = states[ranked.segment].segment
        return segment.term(term).flatMap { segment.posting(of: $0, in: ranked.doc) } != nil
    }

    /// The cosine of a document's vector and another; nil where it has none.
    public func cosine(of ranked: Ranking.Ranked, to vector: Vector) -> Double? {
        VectorSearch.cosine(
            vector, states[ranked.segment].segment.vectors, doc: ranked.doc, length: schema.vectorLength)
    }
}

/// A term of the question that stands in a document.
private struct FoundTerm {
    var posting: Int
    var weight: UInt32
    var group: Int
}

extension Ranking {
    /// What everything but words can count at most.
    fileprivate var mostBesideWords: Double {
        let sums = sums.reduce(0) { $0 + $1.cap * (1 + max(0, $1.raise)) }
        let values = classes.map { abs($0.value) }.max() ?? 0
        return sums + bonuses.reduce(0) { $0 + $1.value } + 2 * (values + abs(restValue)) + abs(base)
            + (meaning?.most ?? 0) + 1_000
    }
}

extension Segment {
    /// Where a posting of a term lies that says what it counts in a document; nil where it does not stand there.
    func posting(of term: Int, in doc: Int) -> Int? {
        if let bits = bits(of: term) {
            guard bits[doc >> 6] >> UInt64(doc & 63) & 1 != 0 else { return nil }
            return postings(of: term, near: doc).lowerBound + BitRanks.rank(bits, ranks(of: bits), doc)
        }
        let range = postings(of: term, near: doc)
        let place = bb_lower_bound(postingDocs.base, range.lowerBound, range.upperBound, UInt32(doc))
        return place < range.upperBound && postingDocs[place] == UInt32(doc) ? place : nil
    }
}
