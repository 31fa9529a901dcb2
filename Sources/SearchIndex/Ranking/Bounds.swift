import CSearchKernels

/// Sets of documents as bits, each with what it adds in whole steps, so that all together fit a byte.
struct BitSums {
    private(set) var rows: [UnsafePointer<UInt64>] = []
    private(set) var values: [UInt8] = []
    /// What one step is worth.
    let step: UInt32
    /// Keeps the bits alive.
    private let sets: [Column<UInt64>]

    /// - Parameters:
    ///   - lists: the bits, and what they are worth as a whole number of the plan.
    ///   - sets: what keeps the bits alive.
    init(_ lists: [(bits: UnsafePointer<UInt64>, value: UInt32)], keeping sets: [Column<UInt64>] = []) {
        let total = lists.reduce(0) { $0 + UInt64($1.value) }
        // Each is rounded up, by less than one step.
        let room = UInt64(max(1, 255 - min(254, lists.count)))
        step = UInt32(clamping: max(1, (total + room - 1) / room))
        self.sets = sets
        for (bits, value) in lists {
            rows.append(bits)
            values.append(UInt8(clamping: (value + step - 1) / step))
        }
    }

    /// Gives a set another value, in steps.
    mutating func set(_ place: Int, _ value: UInt8) { values[place] = value }

    /// The sums of one block.
    func add(block: Int, words: Int, to sums: UnsafeMutablePointer<UInt8>) {
        withRows(sums, words) { rows, values in
            bb_sum_bits(sums, rows, values, self.rows.count, block << (Segment.blockBits - 6), words)
        }
    }

    /// The same without wide registers, for tests.
    func addPlainly(block: Int, words: Int, to sums: UnsafeMutablePointer<UInt8>) {
        withRows(sums, words) { rows, values in
            bb_sum_bits_plain(sums, rows, values, self.rows.count, block << (Segment.blockBits - 6), words)
        }
    }

    private func withRows(
        _ sums: UnsafeMutablePointer<UInt8>, _ words: Int,
        _ work: (UnsafePointer<UnsafePointer<UInt64>>, UnsafePointer<UInt8>) -> Void
    ) {
        rows.withUnsafeBufferPointer { rows in
            values.withUnsafeBufferPointer { values in
                if let rows = rows.baseAddress, let values = values.baseAddress, self.rows.count > 0 {
                    work(rows, values)
                } else {
                    sums.update(repeating: 0, count: words * 64)
                }
            }
        }
    }
}

/// What one block needs to reckon in: small enough for the first cache, made once for a question.
final class RankingScratch {
    let bounds: UnsafeMutablePointer<UInt32>
    let places: UnsafeMutablePointer<UInt32>
    let exact: [UnsafeMutablePointer<UInt32>]
    let dense: [UnsafeMutablePointer<UInt8>]
    let raised: [UnsafeMutablePointer<UInt8>]
    let common: UnsafeMutablePointer<UInt8>
    let bonus: UnsafeMutablePointer<UInt8>
    let classes: UnsafeMutablePointer<UInt8>
    let column: UnsafeMutablePointer<UInt8>
    private let memory: UnsafeMutableRawPointer
    private var looked: UnsafeMutablePointer<Int>?
    private var lookedCount = 0

    init() {
        let size = Segment.blockSize
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size * (4 * 4 + 8), alignment: 64)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: size * (4 * 4 + 8))
        func whole(_ number: Int) -> UnsafeMutablePointer<UInt32> {
            (memory + number * size * 4).assumingMemoryBound(to: UInt32.self)
        }
        func byte(_ number: Int) -> UnsafeMutablePointer<UInt8> {
            (memory + (16 + number) * size).assumingMemoryBound(to: UInt8.self)
        }
        bounds = whole(0)
        places = whole(1)
        exact = [whole(2), whole(3)]
        dense = [byte(0), byte(1)]
        raised = [byte(2), byte(3)]
        common = byte(4)
        bonus = byte(5)
        classes = byte(6)
        column = byte(7)
        self.memory = memory
    }

    /// Room for so many places of postings; the one before is given back.
    func postings(_ count: Int) -> UnsafeMutablePointer<Int> {
        if let looked, lookedCount >= count { return looked }
        looked?.deallocate()
        let made = UnsafeMutablePointer<Int>.allocate(capacity: max(1, count))
        looked = made
        lookedCount = count
        return made
    }

    deinit {
        memory.deallocate()
        looked?.deallocate()
    }
}
