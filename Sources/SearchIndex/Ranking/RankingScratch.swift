import CSearchKernels

/// What some blocks need to reckon in: small enough for the nearer caches, made once for a question.
final class RankingScratch {
    /// Rare words are added up for so many blocks at a time: to begin a list anew for each block took longer than its few
    /// postings there.
    static let blocks = 4

    /// The sums of rare words by place in the blocks; all 0 between them.
    let exact: [UnsafeMutablePointer<UInt32>]
    let found: UnsafeMutablePointer<bb_found>
    private var looked: UnsafeMutablePointer<Int>?
    private var lookedCount = 0

    init() {
        let size = Self.blocks * Segment.blockSize
        exact = (0..<Ranking.mostSums).map { _ in
            let sums = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
            sums.initialize(repeating: 0, count: size)
            return sums
        }
        found = .allocate(capacity: Segment.blockSize)
    }

    /// Room for so many places of postings; what was there before is gone.
    func postings(_ count: Int) -> UnsafeMutablePointer<Int> {
        if let looked, lookedCount >= count { return looked }
        looked?.deallocate()
        let made = UnsafeMutablePointer<Int>.allocate(capacity: max(1, count))
        looked = made
        lookedCount = count
        return made
    }

    deinit {
        for sums in exact { sums.deallocate() }
        found.deallocate()
        looked?.deallocate()
    }
}
