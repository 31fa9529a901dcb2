import CSearchKernels

/// In which documents a frequent term counts much: a second row of bits beside that of where it stands.
///
/// Most documents have a term once, in their running text; a few have it in the title or often. Taken for as much as those
/// few, all the others had bounds far above what they score. Reckoned when a segment is made or opened, from the postings
/// alone: 40 ms for a million documents.
struct HighRows: Sendable {
    struct Row {
        /// Documents in which the term has an impact above this.
        var above: UInt8
        var bits: UnsafePointer<UInt64>
    }

    private let bits: Column<UInt64>
    /// By row.
    private let levels: Column<UInt8>
    private let stride: Int

    /// - Parameters:
    ///   - denseRows: by term, which row it has.
    ///   - denseBits: where terms stand.
    init(
        denseRows: Column<UInt32>, denseBits: Column<UInt64>, postingStarts: Column<UInt32>,
        postingImpacts: Column<UInt8>, documents: Int
    ) {
        let stride = Segment.rowStride(documents: documents)
        self.stride = stride
        var bits = [UInt64](repeating: 0, count: denseBits.count)
        var levels = [UInt8](repeating: 0, count: denseBits.count / max(1, stride))
        for (term, row) in denseRows.elements.enumerated() where row != Segment.noTable {
            let postings = Int(postingStarts[term])..<Int(postingStarts[term + 1])
            let start = Int(row) * stride
            precondition(start + stride <= denseBits.count && postings.upperBound <= postingImpacts.count)
            let impacts = UnsafeBufferPointer(rebasing: postingImpacts.elements[postings])
            guard let base = impacts.baseAddress else { continue }
            let level = Self.level(impacts)
            levels[Int(row)] = level
            bits.withUnsafeMutableBufferPointer { bits in
                guard let high = bits.baseAddress else { return }
                bb_high_bits(denseBits.base + start, stride, base, impacts.count, level, high + start)
            }
        }
        self.bits = Column(bits)
        self.levels = Column(levels)
    }

    /// The row that belongs to a row of `denseBits` that starts there.
    func row(at start: Int) -> Row {
        precondition(start >= 0 && start + stride <= bits.count)
        return Row(above: levels[start / stride], bits: bits.base + start)
    }

    /// Where to part high from low, so that together they are taken for as little too much as can be.
    private static func level(_ impacts: UnsafeBufferPointer<UInt8>) -> UInt8 {
        var counts = [Int](repeating: 0, count: 256)
        for impact in impacts { counts[Int(impact)] += 1 }
        let highest = counts.lastIndex { $0 > 0 } ?? 0
        var best = (level: highest, sum: highest * impacts.count)
        var low = 0
        for level in 0..<highest {
            low += counts[level]
            let sum = level * low + highest * (impacts.count - low)
            if sum < best.sum { best = (level, sum) }
        }
        return UInt8(best.level)
    }
}
