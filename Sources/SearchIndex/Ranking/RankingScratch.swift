import CSearchKernels

/// What some blocks need to reckon in: small enough for the nearer caches, made once for a question.
final class RankingScratch {
    /// Rare words are added up for so many blocks at a time: to begin a list anew for each block took longer than its few
    /// postings there.
    static let blocks = 4

    /// The sums of rare words by place in the blocks; all 0 between them.
    let exact: [UnsafeMutablePointer<UInt32>]
    let found: UnsafeMutablePointer<bb_found>

    init() {
        let size = Self.blocks * Segment.blockSize
        exact = (0..<Ranking.mostSums).map { _ in
            let sums = UnsafeMutablePointer<UInt32>.allocate(capacity: size)
            sums.initialize(repeating: 0, count: size)
            return sums
        }
        found = .allocate(capacity: Segment.blockSize)
    }

    deinit {
        for sums in exact { sums.deallocate() }
        found.deallocate()
    }
}
