import CSearchKernels

/// The capped and raised sums of words of one segment, as the kernel reckons them.
struct SharedSums {
    let caps: SIMD2<UInt32>
    /// By how many 256ths more documents have where a sum is raised.
    let raises: SIMD2<UInt32>
    /// Where that is; nil where it is nowhere.
    let raised: (UnsafePointer<UInt64>?, UnsafePointer<UInt64>?)

    /// By how much each sum of a document is raised.
    @inline(__always)
    private func raise(_ doc: Int) -> SIMD2<UInt32> {
        func isIn(_ set: UnsafePointer<UInt64>?) -> Bool {
            set.map { $0[doc >> 6] >> UInt64(doc & 63) & 1 != 0 } ?? false
        }
        return SIMD2(isIn(raised.0) ? raises[0] : 0, isIn(raised.1) ? raises[1] : 0)
    }

    /// What words count in a bound.
    @inline(__always)
    func most(_ sums: SIMD2<UInt64>, of doc: Int) -> Int64 {
        let raise = raise(doc)
        var total: UInt64 = 0
        for sum in 0..<Ranking.mostSums {
            let capped = min(sums[sum], UInt64(caps[sum]))
            total += capped + (raise[sum] == 0 ? 0 : (capped >> 8 + 1) * UInt64(raise[sum]))
        }
        return Int64(total)
    }
}

/// What is read of a segment for each document that is looked at, as bare addresses: counting references for a thousand
/// documents took longer than reading them. Valid as long as the `SegmentRanking` it was taken from.
struct LookedSegment {
    let terms: UnsafePointer<bb_dense_term>
    let termCount: Int
    let impacts: UnsafePointer<UInt8>
    let documents: Int
    let view: SegmentView
    let shared: SharedSums
    let segment: Unmanaged<Segment>

    init(_ ranking: SegmentRanking) {
        let segment = ranking.state.segment
        terms = UnsafePointer(ranking.denseKernel)
        termCount = ranking.denseTerms.count
        impacts = segment.postingImpacts.base
        documents = segment.count
        view = segment.view
        shared = ranking.shared
        self.segment = .passUnretained(segment)
    }
}
