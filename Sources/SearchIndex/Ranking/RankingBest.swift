/// The best so far, of all and of each class.
struct RankingBest {
    /// Scores are kept as whole 1/1,048,576: exact for what callers round to.
    private static let unit = 1_048_576.0

    private var all: TopHits
    private var classes: [TopHits]
    var scored = 0

    init(_ ranking: Ranking, _ states: [SegmentState]) {
        all = TopHits(limit: ranking.limit, states: states)
        let count = ranking.classes.isEmpty ? 0 : ranking.classes.count + 1
        classes = Array(repeating: TopHits(limit: ranking.limitPerClass, states: states), count: count)
    }

    mutating func begin(segment: Int) {
        all.begin(segment: segment)
        for index in classes.indices { classes[index].begin(segment: segment) }
    }

    /// The lowest score that still gets in, in the plan's unit; `low` where there is room.
    struct Floor {
        static let low = Int64.min / 4

        var all: Int64
        var classes: SIMD8<Int64>
    }

    func floor(unit: Double) -> Floor {
        func floor(_ hits: TopHits) -> Int64 {
            hits.isFull ? Int64((Double(hits.threshold) / Self.unit * unit).rounded(.down)) : Floor.low
        }
        var result = Floor(all: floor(all), classes: SIMD8(repeating: Floor.low))
        for index in classes.indices { result.classes[index] = min(result.all, floor(classes[index])) }
        return result
    }

    func admits(_ bound: Int64, in group: Int, unit: Double) -> Bool {
        func reaches(_ hits: TopHits) -> Bool {
            !hits.isFull || Double(bound) / unit >= Double(hits.threshold) / Self.unit
        }
        return reaches(all) || (classes.indices.contains(group) && reaches(classes[group]))
    }

    mutating func add(_ score: Double, in group: Int, doc: Int) {
        let whole = Int64((score * Self.unit).rounded())
        all.add(whole, doc: doc, group: group)
        if classes.indices.contains(group) { classes[group].add(whole, doc: doc, group: group) }
    }

    /// Where they are, best first.
    var found: (all: [TopHits.Entry], classes: [[TopHits.Entry]]) { (all.sorted(), classes.map { $0.sorted() }) }

    static func score(_ entry: TopHits.Entry) -> Double { Double(entry.score) / unit }
}
