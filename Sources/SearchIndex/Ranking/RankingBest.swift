/// The best so far, of all and of each class.
struct RankingBest {
    /// Scores are kept as whole 1/1,048,576: exact for what callers round to.
    private static let unit = 1_048_576.0

    private var all: TopHits
    private var classes: [TopHits]
    private let planUnit: Double
    private(set) var floor: Floor
    /// Of each class alone; as high as can be for one that is not asked for.
    private var ownFloors = SIMD8<Int64>(repeating: .max)
    var scored = 0

    /// - Parameter unit: that of the plan.
    init(_ ranking: Ranking, _ states: [SegmentState], unit: Double) {
        all = TopHits(limit: ranking.limit, states: states)
        let count = ranking.classes.isEmpty ? 0 : ranking.classes.count + 1
        classes = Array(repeating: TopHits(limit: ranking.limitPerClass, states: states), count: count)
        planUnit = unit
        floor = Floor(all: Floor.low, classes: SIMD8(repeating: Floor.low))
        for group in classes.indices { ownFloors[group] = lowest(classes[group]) }
        refresh()
    }

    /// The lowest score that still gets in, in the plan's unit; `low` where there is room. A class that is not asked for, or
    /// whose best are better than the worst of all, has the floor of all.
    struct Floor {
        static let low = Int64.min / 4

        var all: Int64
        var classes: SIMD8<Int64>

        @inline(__always)
        func admits(_ bound: Int64, in group: Int) -> Bool { bound >= all || bound >= classes[group] }
    }

    /// Whether all lists are full.
    var isFull: Bool { all.isFull }

    func isFull(_ group: Int) -> Bool { classes.indices.contains(group) ? classes[group].isFull : true }

    mutating func add(_ score: Double, in group: Int, segment: Int, doc: Int) {
        let whole = Int64((score * Self.unit).rounded())
        all.begin(segment: segment)
        all.add(whole, doc: doc, group: group)
        if classes.indices.contains(group) {
            classes[group].begin(segment: segment)
            classes[group].add(whole, doc: doc, group: group)
            ownFloors[group] = lowest(classes[group])
        }
        refresh()
    }

    private func lowest(_ hits: TopHits) -> Int64 {
        hits.isFull ? Int64((Double(hits.threshold) / Self.unit * planUnit).rounded(.down)) : Floor.low
    }

    private mutating func refresh() {
        floor.all = lowest(all)
        floor.classes = pointwiseMin(SIMD8(repeating: floor.all), ownFloors)
    }

    /// Where they are, best first.
    var found: (all: [TopHits.Entry], classes: [[TopHits.Entry]]) { (all.sorted(), classes.map { $0.sorted() }) }

    static func score(_ entry: TopHits.Entry) -> Double { Double(entry.score) / unit }
}
