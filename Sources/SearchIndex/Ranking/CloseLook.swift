import CSearchKernels

/// Looks at contenders one by one: what their frequent words and their meaning really count, and then their score.
final class CloseLook {
    /// How many are looked at together, so that their waits for memory overlap.
    static let batch = 16

    private let ranking: Ranking
    private let segments: [SegmentRanking]
    private let unit: Double
    private let vectorLength: Int
    private let facetCount: Int
    private let numberCount: Int
    /// For each contender of a batch, the posting of each frequent term of its segment; -1 where it does not stand there.
    private let postings: UnsafeMutablePointer<Int>
    private let width: Int
    private(set) var looked = 0
    private let scratch: RankingScratch

    init(_ ranking: Ranking, _ plan: Plan, _ segments: [SegmentRanking], _ schema: Schema, _ scratch: RankingScratch) {
        self.ranking = ranking
        self.segments = segments
        self.scratch = scratch
        unit = plan.unit
        vectorLength = schema.vectorLength
        facetCount = schema.facets.count
        numberCount = schema.numbers.count
        width = segments.reduce(0) { max($0, $1.denseTerms.count) }
        postings = scratch.postings(Self.batch * width)
    }

    /// Scores those of at most `batch` contenders that may be among the best.
    func score(_ batch: [Contender], _ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?) {
        precondition(batch.count <= Self.batch)
        looked += batch.count
        for (slot, contender) in batch.enumerated() { fetch(contender, slot) }
        for (slot, contender) in batch.enumerated() {
            let group = Int(contender.group)
            guard best.admits(contender.bound, in: group) else { continue }
            let segment = segments[Int(contender.segment)]
            let doc = Int(contender.doc)
            var most = contender.others
            var cosine: Double?
            if let meaning = ranking.meaning {
                cosine = VectorSearch.cosine(
                    meaning.vector, segment.state.segment.vectors, doc: doc, length: vectorLength)
                if let cosine { most += Int64((meaning.value(cosine) * unit).rounded(.up)) }
            }
            let sums = sums(contender, slot, segment)
            most += segment.shared(sums, raised: segment.raisedSums(of: doc))
            guard best.admits(most, in: group) else { continue }
            best.scored += 1
            let stored = StoredDocument(segment.state.segment, doc: doc, facets: facetCount, numbers: numberCount)
            let points = SIMD2<Double>(Double(sums[0]), Double(sums[1])) / unit
            let candidate = Ranking.Candidate(stored: stored, sums: points, cosine: cosine, class: group)
            guard let score = score(candidate) else { continue }
            best.add(score, in: group, segment: segment.number, doc: doc)
        }
    }

    /// Finds where the frequent words of a contender say what they count there, and asks the memory for it.
    private func fetch(_ contender: Contender, _ slot: Int) {
        let segment = segments[Int(contender.segment)]
        let impacts = segment.state.segment.postingImpacts.base
        let doc = Int(contender.doc)
        let block = doc >> Segment.blockBits
        let postings = postings + slot * width
        segment.denseTerms.withUnsafeBufferPointer { terms in
            for number in terms.indices {
                let row = terms[number].bits
                var posting = -1
                if row[doc >> 6] >> UInt64(doc & 63) & 1 != 0 {
                    posting = Int(terms[number].blockStarts[block]) + BitRanks.rank(row, terms[number].ranks, doc)
                    bb_prefetch(impacts + posting)
                }
                postings[number] = posting
            }
        }
    }

    /// The sums of a contender's words, exactly; `fetch` has been there before.
    private func sums(_ contender: Contender, _ slot: Int, _ segment: SegmentRanking) -> SIMD2<UInt64> {
        let impacts = segment.state.segment.postingImpacts.base
        let postings = postings + slot * width
        var sums = SIMD2<UInt64>(UInt64(contender.exact[0]), UInt64(contender.exact[1]))
        segment.denseTerms.withUnsafeBufferPointer { terms in
            for number in terms.indices where postings[number] >= 0 {
                sums[terms[number].sum] &+= UInt64(terms[number].weight) &* UInt64(impacts[postings[number]])
            }
        }
        return sums
    }
}
