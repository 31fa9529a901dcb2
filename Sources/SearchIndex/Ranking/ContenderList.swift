/// A document that may be among the best. Bounds are whole numbers of the plan, below 2 to the power of 31.
struct Contender {
    /// The most it can score.
    var bound: Int32
    /// What of that is neither words nor meaning.
    var others: Int32
    /// The sums of its rare words.
    var exact: SIMD2<UInt32>
    var doc: UInt32
    /// Which of the reader's.
    var segment: UInt16
    /// Its class.
    var group: UInt16

    /// The bound of one that has been looked at: it is not admitted again.
    static let looked = Int32.min

    @inline(__always)
    func isAdmitted(by floor: RankingBest.Floor) -> Bool {
        bound != Self.looked && floor.admits(Int64(bound), in: Int(group))
    }
}

/// Contenders in order of arrival: bare memory, because ten thousand come for one question. There is one of each list, so
/// nobody else changes what it holds.
struct ContenderList: ~Copyable {
    private(set) var count = 0
    private var capacity: Int
    private var places: UnsafeMutablePointer<Contender>

    init(capacity: Int) {
        self.capacity = max(1, capacity)
        places = .allocate(capacity: self.capacity)
    }

    deinit { places.deallocate() }

    /// Those that wait; valid until the list changes.
    var all: UnsafeMutableBufferPointer<Contender> { UnsafeMutableBufferPointer(start: places, count: count) }

    /// Makes room for so many more.
    mutating func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<Contender>.allocate(capacity: capacity)
        larger.moveInitialize(from: places, count: count)
        places.deallocate()
        places = larger
    }

    /// Room must have been made.
    @inline(__always)
    mutating func append(_ contender: Contender) {
        precondition(count < capacity)
        (places + count).initialize(to: contender)
        count += 1
    }

    /// Drops who cannot be among the best any more; places change.
    mutating func drop(_ floor: RankingBest.Floor) {
        let all = all
        var kept = 0
        for place in all.indices {
            // A copy that costs nothing where it is not kept, rather than a branch nobody can foresee.
            all[kept] = all[place]
            kept += all[place].isAdmitted(by: floor) ? 1 : 0
        }
        count = kept
    }

    mutating func empty() { count = 0 }

    /// Visits their places, those with high bounds first: in 1,024 steps, within a step in order of arrival. To sort them to
    /// the last bit took longer than looking at the few that a finer order would have spared.
    func forEachByBound(_ visit: (Int) -> Void) {
        let all = all
        guard var low = all.first?.bound else { return }
        var high = low
        for contender in all {
            low = min(low, contender.bound)
            high = max(high, contender.bound)
        }
        let steps = 1_024
        let range = Int64(high) - Int64(low)
        var shift: Int64 = 0
        while range >> shift >= Int64(steps) { shift += 1 }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: steps + 1) { starts in
            starts.initialize(repeating: 0)
            func step(_ contender: Contender) -> Int { Int((Int64(high) - Int64(contender.bound)) >> shift) }
            for contender in all { starts[step(contender) + 1] += 1 }
            for place in 1...steps { starts[place] += starts[place - 1] }
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: all.count) { order in
                for place in all.indices {
                    let step = step(all[place])
                    order[Int(starts[step])] = UInt32(place)
                    starts[step] += 1
                }
                for place in order { visit(Int(place)) }
            }
        }
    }
}
