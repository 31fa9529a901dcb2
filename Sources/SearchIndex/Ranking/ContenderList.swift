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

/// Contenders in order of arrival: bare memory, because ten thousand come for one question.
struct ContenderList {
    /// A class for its end alone: what it holds is never changed.
    private final class Memory {
        let places: UnsafeMutablePointer<Contender>
        let capacity: Int

        init(capacity: Int) {
            self.capacity = capacity
            places = .allocate(capacity: capacity)
        }

        deinit { places.deallocate() }
    }

    private(set) var count = 0
    private var memory: Memory

    init(capacity: Int) { memory = Memory(capacity: max(1, capacity)) }

    /// Those that wait; valid until the list changes.
    var all: UnsafeMutableBufferPointer<Contender> { UnsafeMutableBufferPointer(start: memory.places, count: count) }

    /// Makes room for so many more.
    mutating func reserve(_ more: Int) {
        guard count + more > memory.capacity else { return }
        let larger = Memory(capacity: max(memory.capacity * 2, count + more))
        larger.places.moveInitialize(from: memory.places, count: count)
        memory = larger
    }

    /// Room must have been made.
    @inline(__always)
    mutating func append(_ contender: Contender) {
        precondition(count < memory.capacity)
        (memory.places + count).initialize(to: contender)
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
