import CSearchKernels

/// Sets of documents as rows of bits, each with what it adds in whole steps, so that all together, or their cap, fit a byte.
///
/// A class, because the kernel is given the addresses of what it owns.
final class BitRows {
    /// More rows than this would leave a byte too few steps.
    static let most = 200

    /// What one step is worth.
    let step: UInt32
    let count: Int
    private let rows: UnsafeMutablePointer<UnsafePointer<UInt64>>
    private let values: UnsafeMutablePointer<UInt8>
    /// Keeps the bits alive.
    private let sets: [Column<UInt64>]

    /// - Parameters:
    ///   - lists: the bits, and what they are worth as a whole number of the plan; the first `most` of them.
    ///   - cap: what all together count at most, where they have one: then 255 steps are worth no less, and what would be
    ///     more than a byte holds stays at that. Steps are finer so, and less is lost by rounding up.
    ///   - sets: what keeps the bits alive.
    init(
        _ lists: [(bits: UnsafePointer<UInt64>, value: UInt32)], cap: UInt32? = nil, keeping sets: [Column<UInt64>] = []
    ) {
        let lists = lists.prefix(Self.most)
        let total = lists.reduce(0) { $0 + UInt64($1.value) }
        // Each is rounded up, by less than one step.
        let room = UInt64(255 - lists.count)
        let whole = (total + room - 1) / room
        let capped = cap.map { (UInt64($0) + 254) / 255 } ?? whole
        let step = UInt32(clamping: max(1, min(whole, capped)))
        self.step = step
        self.sets = sets
        count = lists.count
        rows = .allocate(capacity: max(1, count))
        values = .allocate(capacity: max(1, count))
        for (place, list) in lists.enumerated() {
            (rows + place).initialize(to: list.bits)
            (values + place).initialize(to: UInt8(clamping: (UInt64(list.value) + UInt64(step) - 1) / UInt64(step)))
        }
    }

    deinit {
        rows.deallocate()
        values.deallocate()
    }

    /// What a row is worth, in steps.
    subscript(place: Int) -> UInt8 {
        get {
            precondition(place >= 0 && place < count)
            return values[place]
        }
        set {
            precondition(place >= 0 && place < count)
            values[place] = newValue
        }
    }

    /// Valid as long as this object.
    var kernel: bb_bit_rows {
        bb_bit_rows(rows: UnsafePointer(rows), values: UnsafePointer(values), count: count, step: step)
    }
}

/// Classes of documents as rows of bits; the first that has a document wins.
final class ClassRows {
    let count: Int
    let rows: UnsafeMutablePointer<UnsafePointer<UInt64>>
    private let sets: [Column<UInt64>]

    /// - Parameter sets: at most `Ranking.mostClasses`.
    init(_ sets: [Column<UInt64>]) {
        precondition(sets.count <= Ranking.mostClasses)
        self.sets = sets
        count = sets.count
        rows = .allocate(capacity: max(1, count))
        for (place, set) in sets.enumerated() { (rows + place).initialize(to: set.base) }
    }

    deinit { rows.deallocate() }
}
