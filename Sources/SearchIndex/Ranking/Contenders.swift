/// A document that may be among the best. Bounds are whole numbers of the plan.
struct Contender {
    /// The most it can score.
    var bound: Int64
    /// What of that is neither words nor meaning.
    var others: Int64
    /// What meaning was guessed to count at most.
    var meaning: UInt32
    /// The sums of its rare words.
    var exact: SIMD2<UInt32>
    var doc: UInt32
    /// Which of the reader's.
    var segment: UInt16
    /// Its class.
    var group: UInt16
}

/// Those that may be among the best and are not scored yet. They wait, so that the most promising of all are scored first:
/// what these score soon rules most of the others out.
struct Contenders {
    /// After so many that came some are scored; above so many that wait, those ruled out are dropped.
    private static let arrivals = 512
    private static let crowd = 4_096
    /// How many are scored at once, of all and of each class, when the lists of the best are full already. Who has a bound
    /// as high as that would have to be scored in the end anyway.
    private static let scored = 16
    private static let scoredPerClass = 2

    private var waiting: [Contender] = []
    private var leaders: [Leaders]
    private var arrived = 0
    private var crowd = Self.crowd
    private let look: CloseLook
    private let limit: Int
    private let limitPerClass: Int

    init(_ ranking: Ranking, _ look: CloseLook) {
        self.look = look
        limit = ranking.limit
        limitPerClass = ranking.limitPerClass
        waiting.reserveCapacity(Self.crowd + Segment.blockSize)
        // One for each class, and one for all.
        leaders = (0...Ranking.mostClasses).map { _ in Leaders(most: ranking.limitPerClass) }
        leaders.append(Leaders(most: ranking.limit))
    }

    mutating func add(_ contender: Contender) {
        let key = Self.key(contender, waiting.count)
        waiting.append(contender)
        arrived += 1
        leaders[Ranking.mostClasses + 1].add(key)
        leaders[Int(contender.group)].add(key)
    }

    /// Scores the most promising, where many have come since that was last done.
    mutating func scoreSome(_ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?) {
        guard arrived >= Self.arrivals || !best.isFull else { return }
        arrived = 0
        var keys: [UInt64] = []
        for place in leaders.indices { leaders[place].empty(into: &keys) }
        keys.sort()
        look(at: keys, &best, score)
        for group in 0...Ranking.mostClasses {
            leaders[group].most = best.isFull(group) ? Self.scoredPerClass : limitPerClass
        }
        leaders[Ranking.mostClasses + 1].most = best.isFull ? Self.scored : limit
        if waiting.count >= crowd {
            drop(best)
            crowd = max(Self.crowd, waiting.count * 2)
        }
    }

    /// Scores all who may still be among the best.
    mutating func finish(_ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?) {
        drop(best)
        let keys = waiting.enumerated().map { Self.key($0.element, $0.offset) }.sorted()
        look(at: keys, &best, score)
        waiting.removeAll()
    }

    /// Drops who cannot be among the best any more. Places change: no leader may be known.
    private mutating func drop(_ best: RankingBest) {
        for place in leaders.indices { leaders[place].empty() }
        var kept = 0
        waiting.withUnsafeMutableBufferPointer { waiting in
            for place in waiting.indices {
                // A copy that costs nothing where it is not kept, rather than a branch nobody can foresee.
                waiting[kept] = waiting[place]
                kept += best.admits(waiting[place].bound, in: Int(waiting[place].group)) ? 1 : 0
            }
        }
        waiting.removeLast(waiting.count - kept)
    }

    /// Looks at contenders in the order of their keys, each once, a few at a time; none of them is admitted again.
    private mutating func look(
        at keys: [UInt64], _ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?
    ) {
        var batch: [Contender] = []
        batch.reserveCapacity(CloseLook.batch)
        for key in keys {
            let place = Int(key & 0xFFFF_FFFF)
            let contender = waiting[place]
            waiting[place].bound = .min
            guard best.admits(contender.bound, in: Int(contender.group)) else { continue }
            batch.append(contender)
            if batch.count == CloseLook.batch {
                look.score(batch, &best, score)
                batch.removeAll(keepingCapacity: true)
            }
        }
        look.score(batch, &best, score)
    }

    /// The lower the more promising; ties in the order of arrival. Bounds are below 2 to the power of 31.
    private static func key(_ contender: Contender, _ place: Int) -> UInt64 {
        UInt64(UInt32(clamping: Int64(Int32.max) - contender.bound)) << 32 | UInt64(place)
    }
}

/// The lowest keys of many, a few.
private struct Leaders {
    private var keys: [UInt64] = []
    /// A change counts from the next time it is emptied.
    var most: Int
    private var highest: UInt64

    init(most: Int) {
        self.most = most
        highest = most > 0 ? .max : 0
        keys.reserveCapacity(most)
    }

    /// The keys ascend.
    @inline(__always)
    mutating func add(_ key: UInt64) {
        if key < highest { insert(key) }
    }

    private mutating func insert(_ key: UInt64) {
        if keys.count >= most { keys.removeLast() }
        var place = keys.count
        keys.append(key)
        while place > 0, keys[place - 1] > key {
            keys[place] = keys[place - 1]
            place -= 1
        }
        keys[place] = key
        if keys.count >= most, let last = keys.last { highest = last }
    }

    mutating func empty() {
        keys.removeAll(keepingCapacity: true)
        highest = most > 0 ? .max : 0
    }

    mutating func empty(into all: inout [UInt64]) {
        all.append(contentsOf: keys)
        empty()
    }
}
