/// How many bits are set in rows before a place of its block: the place of a document's posting in the block's list.
///
/// Kept for every eighth word (a line of memory), so that no more than that line is counted; reckoned when a segment is
/// made or opened, which takes 10 ms for a million documents.
struct BitRanks: Sendable {
    private static let groupWords = 8
    private static let blockWords = Segment.blockSize / 64

    private let ranks: Column<UInt16>
    private let stride: Int
    private let rowGroups: Int

    init(_ bits: Column<UInt64>, documents: Int) {
        stride = Segment.rowStride(documents: documents)
        rowGroups = stride / Self.groupWords
        let rows = bits.count / stride
        var ranks: [UInt16] = []
        ranks.reserveCapacity(rows * rowGroups)
        for row in 0..<rows {
            var rank = 0
            for word in 0..<stride {
                if word % Self.blockWords == 0 { rank = 0 }
                if word % Self.groupWords == 0 { ranks.append(UInt16(rank)) }
                rank += bits.base[row * stride + word].nonzeroBitCount
            }
        }
        self.ranks = Column(ranks)
    }

    /// The ranks of a row, for `rank`.
    func ranks(ofRowAt start: Int) -> UnsafePointer<UInt16> {
        let row = start / stride
        precondition((row + 1) * rowGroups <= ranks.count)
        return ranks.base + row * rowGroups
    }

    /// How many bits of a row are set in the block of a document before it. The caller vouches for the document.
    @inline(__always)
    static func rank(_ row: UnsafePointer<UInt64>, _ ranks: UnsafePointer<UInt16>, _ doc: Int) -> Int {
        let word = doc >> 6
        var rank = Int(ranks[word / groupWords])
        for before in word & ~(groupWords - 1)..<word { rank += row[before].nonzeroBitCount }
        return rank + (row[word] & (1 << UInt64(doc & 63) - 1)).nonzeroBitCount
    }
}
