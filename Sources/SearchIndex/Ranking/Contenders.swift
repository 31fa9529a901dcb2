/// Those that may be among the best and are not scored yet. They wait, so that the most promising of all are scored first:
/// what these score soon rules most of the others out.
struct Contenders: ~Copyable {
    /// After so many that came some are scored; above so many that wait, those ruled out are dropped.
    private static let arrivals = 512
    private static let crowd = 4_096
    /// How many are scored at once, of all and of each class, when the lists of the best are full already. Who has a bound
    /// as high as that would have to be scored in the end anyway.
    private static let scored = 16
    private static let scoredPerClass = 2

    private var waiting = ContenderList(capacity: crowd + Segment.blockSize)
    private let leaders: Leaders
    private var leading: [UInt64] = []
    private var arrived = 0
    private var crowd = Contenders.crowd
    private let look: CloseLook
    private let limit: Int
    private let limitPerClass: Int

    init(_ ranking: Ranking, _ look: CloseLook) {
        self.look = look
        limit = ranking.limit
        limitPerClass = ranking.limitPerClass
        leaders = Leaders(most: max(limit, Self.scored), perClass: max(limitPerClass, Self.scoredPerClass))
        limitLeaders(toAll: limit, perClass: { _ in limitPerClass })
        leaders.empty()
    }

    /// Makes room for so many more.
    mutating func reserve(_ more: Int) { waiting.reserve(more) }

    /// Room must have been made.
    @inline(__always)
    mutating func add(_ contender: Contender) {
        let key = UInt64(UInt32(Int32.max &- max(0, contender.bound))) << 32 | UInt64(waiting.count)
        waiting.append(contender)
        arrived += 1
        leaders.add(key, in: Int(contender.group))
    }

    /// Scores the most promising, where many have come since that was last done.
    mutating func scoreSome(_ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?) {
        guard arrived >= Self.arrivals || !best.isFull else { return }
        arrived = 0
        leaders.take(into: &leading)
        var batch = look.batch()
        for key in leading { Self.look(waiting.all, at: Int(key & 0xFFFF_FFFF), look, &batch, &best, score) }
        look.score(&batch, &best, score)
        limitLeaders(toAll: best.isFull ? Self.scored : limit) { [limitPerClass] group in
            best.isFull(group) ? Self.scoredPerClass : limitPerClass
        }
        leaders.empty()
        if waiting.count >= crowd {
            waiting.drop(best.floor)
            crowd = max(Self.crowd, waiting.count * 2)
        }
    }

    /// Scores all who may still be among the best.
    mutating func finish(_ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?) {
        waiting.drop(best.floor)
        var batch = look.batch()
        let all = waiting.all
        waiting.forEachByBound { Self.look(all, at: $0, look, &batch, &best, score) }
        look.score(&batch, &best, score)
        waiting.empty()
    }

    private func limitLeaders(toAll all: Int, perClass: (Int) -> Int) {
        for group in 0..<Leaders.all { leaders.limit(group, to: perClass(group)) }
        leaders.limit(Leaders.all, to: all)
    }

    /// Looks at one, once, a few together; it is not admitted again.
    @inline(__always)
    private static func look(
        _ waiting: UnsafeMutableBufferPointer<Contender>, at place: Int, _ look: CloseLook,
        _ batch: inout CloseLook.Batch, _ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?
    ) {
        let contender = waiting[place]
        waiting[place].bound = Contender.looked
        guard contender.isAdmitted(by: best.floor) else { return }
        batch.append(contender)
        if batch.isFull { look.score(&batch, &best, score) }
    }
}
