import CSearchKernels

/// Looks at contenders one by one: what their frequent words and their meaning really count, and then their score.
final class CloseLook {
    /// How many are looked at together, so that their waits for memory overlap.
    static let batch = 16

    /// A few contenders, until there are enough to look at together.
    struct Batch {
        fileprivate let places: UnsafeMutablePointer<Contender>
        fileprivate var count = 0

        var isFull: Bool { count == CloseLook.batch }

        mutating func append(_ contender: Contender) {
            precondition(count < CloseLook.batch)
            places[count] = contender
            count += 1
        }
    }

    /// One that may still be among the best when all but its values is known.
    private struct Hopeful {
        var slot: Int
        var most: Int64
        var sums: SIMD2<UInt64>
        var cosine: Double?
    }

    /// Keeps alive what `looked` reads.
    private let segments: [SegmentRanking]
    private let looked: UnsafeMutableBufferPointer<LookedSegment>
    private let contenders: UnsafeMutablePointer<Contender>
    private let hopeful: UnsafeMutablePointer<Hopeful>
    private let meaning: MeaningLook?
    private let unit: Double
    private let facetCount: Int
    private let numberCount: Int
    private let dense: DensePostings
    private(set) var count = 0

    init(_ ranking: Ranking, _ plan: Plan, _ segments: [SegmentRanking], _ schema: Schema) {
        self.segments = segments
        looked = .allocate(capacity: segments.count)
        for (place, segment) in segments.enumerated() {
            looked.initializeElement(at: place, to: LookedSegment(segment))
        }
        contenders = .allocate(capacity: Self.batch)
        hopeful = .allocate(capacity: Self.batch)
        meaning = ranking.meaning.map { MeaningLook($0, length: schema.vectorLength, unit: plan.unit) }
        unit = plan.unit
        facetCount = schema.facets.count
        numberCount = schema.numbers.count
        dense = DensePostings(slots: Self.batch, width: segments.reduce(0) { max($0, $1.denseTerms.count) })
    }

    deinit {
        looked.deallocate()
        contenders.deallocate()
        hopeful.deallocate()
    }

    /// An empty one; there is one at a time.
    func batch() -> Batch { Batch(places: contenders) }

    /// Scores those of a batch that may be among the best; it is empty then.
    func score(_ batch: inout Batch, _ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?) {
        let slots = 0..<batch.count
        count += batch.count
        for slot in slots {
            let contender = batch.places[slot]
            let segment = looked[Int(contender.segment)]
            dense.ask(slot, segment, doc: Int(contender.doc))
            meaning?.ask(segment, doc: Int(contender.doc))
        }
        for slot in slots {
            let contender = batch.places[slot]
            dense.locate(slot, looked[Int(contender.segment)], doc: Int(contender.doc))
        }
        var hopes = 0
        for slot in slots {
            guard let hope = weigh(batch.places[slot], slot, best.floor) else { continue }
            hopeful[hopes] = hope
            hopes += 1
        }
        for place in 0..<hopes {
            let item = hopeful[place]
            let contender = batch.places[item.slot]
            let group = Int(contender.group)
            guard best.floor.admits(item.most, in: group) else { continue }
            let segment = looked[Int(contender.segment)]
            let doc = Int(contender.doc)
            best.scored += 1
            let candidate = Ranking.Candidate(
                stored: DocumentValues(segment.view, doc: doc, facets: facetCount, numbers: numberCount),
                sums: SIMD2<Double>(Double(item.sums[0]), Double(item.sums[1])) / unit, cosine: item.cosine,
                class: group, segment: segment.segment, doc: doc)
            guard let score = score(candidate) else { continue }
            best.add(score, in: group, segment: Int(contender.segment), doc: doc)
        }
        batch.count = 0
    }

    /// Nil where it cannot be among the best; else memory is asked for its values, which its score will read.
    private func weigh(_ contender: Contender, _ slot: Int, _ floor: RankingBest.Floor) -> Hopeful? {
        let group = Int(contender.group)
        guard contender.isAdmitted(by: floor) else { return nil }
        let segment = looked[Int(contender.segment)]
        let doc = Int(contender.doc)
        var most = Int64(contender.others)
        var cosine: Double?
        if let meaning {
            cosine = meaning.cosine(segment, doc: doc)
            if let cosine { most += meaning.most(cosine) }
        }
        var sums = SIMD2<UInt64>(UInt64(contender.exact[0]), UInt64(contender.exact[1]))
        dense.add(slot, segment, to: &sums)
        most += segment.shared.most(sums, of: doc)
        guard floor.admits(most, in: group) else { return nil }
        let view = segment.view
        bb_prefetch(view.numbers + doc * numberCount)
        bb_prefetch(view.numbers + (doc + 1) * numberCount - 1)
        bb_prefetch(view.rowSets + doc * facetCount)
        bb_prefetch(view.rowSets + (doc + 1) * facetCount - 1)
        return Hopeful(slot: slot, most: most, sums: sums, cosine: cosine)
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
    func ask(_ looked: LookedSegment, doc: Int) {
        looked.segment._withUnsafeGuaranteedRef { segment in
            guard let row = segment.vectors.row(of: doc) else { return }
            let values = segment.vectors.values.base + row * length
            for start in stride(from: 0, to: length, by: 64) { bb_prefetch(values + start) }
        }
    }

    /// Nil where it has none.
    func cosine(_ looked: LookedSegment, doc: Int) -> Double? {
        looked.segment._withUnsafeGuaranteedRef {
            VectorSearch.cosine(meaning.vector, norm: norm, $0.vectors, doc: doc, length: length)
        }
    }

    /// What that counts at most.
    func most(_ cosine: Double) -> Int64 { Int64((meaning.value(cosine) * unit).rounded(.up)) }
}
