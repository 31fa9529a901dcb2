import CSearchKernels

/// Looks at contenders one by one: what their frequent words and their meaning really count, and then their score.
final class CloseLook {
    /// How many are looked at together, so that their waits for memory overlap.
    static let batch = 16

    /// One that may still be among the best when all but its values is known.
    private struct Hopeful {
        var slot: Int
        var most: Int64
        var sums: SIMD2<UInt64>
        var cosine: Double?
    }

    private let segments: [SegmentRanking]
    private let meaning: MeaningLook?
    private let unit: Double
    private let facetCount: Int
    private let numberCount: Int
    private let dense: DensePostings
    private var hopeful: [Hopeful] = []
    private(set) var looked = 0

    init(_ ranking: Ranking, _ plan: Plan, _ segments: [SegmentRanking], _ schema: Schema) {
        self.segments = segments
        meaning = ranking.meaning.map { MeaningLook($0, length: schema.vectorLength, unit: plan.unit) }
        unit = plan.unit
        facetCount = schema.facets.count
        numberCount = schema.numbers.count
        dense = DensePostings(slots: Self.batch, width: segments.reduce(0) { max($0, $1.denseTerms.count) })
        hopeful.reserveCapacity(Self.batch)
    }

    /// Scores those of at most `batch` contenders that may be among the best.
    func score(_ batch: [Contender], _ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?) {
        precondition(batch.count <= Self.batch)
        looked += batch.count
        for (slot, contender) in batch.enumerated() {
            let segment = segments[Int(contender.segment)]
            dense.ask(slot, segment, doc: Int(contender.doc))
            meaning?.ask(segment.state.segment.vectors, doc: Int(contender.doc))
        }
        for (slot, contender) in batch.enumerated() {
            dense.locate(slot, segments[Int(contender.segment)], doc: Int(contender.doc))
        }
        hopeful.removeAll(keepingCapacity: true)
        for (slot, contender) in batch.enumerated() { weigh(contender, slot, best) }
        for item in hopeful {
            let contender = batch[item.slot]
            let group = Int(contender.group)
            guard best.admits(item.most, in: group) else { continue }
            let segment = segments[Int(contender.segment)]
            let doc = Int(contender.doc)
            best.scored += 1
            let stored = StoredDocument(segment.state.segment, doc: doc, facets: facetCount, numbers: numberCount)
            let points = SIMD2<Double>(Double(item.sums[0]), Double(item.sums[1])) / unit
            let candidate = Ranking.Candidate(stored: stored, sums: points, cosine: item.cosine, class: group)
            guard let score = score(candidate) else { continue }
            best.add(score, in: group, segment: segment.number, doc: doc)
        }
    }

    /// Keeps it where it may be among the best, and asks memory for its values, which its score will read.
    private func weigh(_ contender: Contender, _ slot: Int, _ best: RankingBest) {
        let group = Int(contender.group)
        guard best.admits(contender.bound, in: group) else { return }
        let segment = segments[Int(contender.segment)]
        let doc = Int(contender.doc)
        var most = contender.others
        var cosine: Double?
        if let meaning {
            cosine = meaning.cosine(segment.state.segment.vectors, doc: doc)
            if let cosine { most += meaning.most(cosine) }
        }
        var sums = SIMD2<UInt64>(UInt64(contender.exact[0]), UInt64(contender.exact[1]))
        dense.add(slot, segment, to: &sums)
        most += segment.shared(sums, raised: segment.raisedSums(of: doc))
        guard best.admits(most, in: group) else { return }
        hopeful.append(Hopeful(slot: slot, most: most, sums: sums, cosine: cosine))
        let view = segment.state.segment.view
        bb_prefetch(view.numbers + doc * numberCount)
        bb_prefetch(view.numbers + (doc + 1) * numberCount - 1)
        bb_prefetch(view.rowSets + doc * facetCount)
        bb_prefetch(view.rowSets + (doc + 1) * facetCount - 1)
    }
}

/// How near contenders are in meaning.
private struct MeaningLook {
    private let meaning: Ranking.Meaning
    private let norm: Double
    private let length: Int
    private let unit: Double

    init(_ meaning: Ranking.Meaning, length: Int, unit: Double) {
        self.meaning = meaning
        self.length = length
        self.unit = unit
        norm = VectorSearch.norm(meaning.vector.values)
    }

    /// Asks memory for the vector of a document.
    func ask(_ vectors: VectorColumns, doc: Int) {
        guard let row = vectors.row(of: doc) else { return }
        let values = vectors.values.base + row * length
        for start in stride(from: 0, to: length, by: 64) { bb_prefetch(values + start) }
    }

    /// Nil where it has none.
    func cosine(_ vectors: VectorColumns, doc: Int) -> Double? {
        VectorSearch.cosine(meaning.vector, norm: norm, vectors, doc: doc, length: length)
    }

    /// What that counts at most.
    func most(_ cosine: Double) -> Int64 { Int64((meaning.value(cosine) * unit).rounded(.up)) }
}
