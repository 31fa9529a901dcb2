import CSearchKernels

/// What frequent words count in a few documents at once.
///
/// Each word of each document lies somewhere else in memory; in one step all documents of a batch are asked for, in the
/// next what was asked for is read, so that the waits overlap.
final class DensePostings {
    private let slots: Int
    /// Words of bits that say which terms a document has.
    private let memberWords: Int
    /// Terms at most.
    private let width: Int
    private let members: UnsafeMutablePointer<UInt64>
    private let postings: UnsafeMutablePointer<bb_dense_posting>
    private let counts: UnsafeMutablePointer<Int>

    /// - Parameters:
    ///   - slots: how many documents are asked about together.
    ///   - width: the most frequent terms that a segment has for the question.
    init(slots: Int, width: Int) {
        self.slots = slots
        self.width = width
        memberWords = (width + 63) / 64
        members = .allocate(capacity: max(1, slots * memberWords))
        postings = .allocate(capacity: max(1, slots * width))
        counts = .allocate(capacity: max(1, slots))
        counts.initialize(repeating: 0, count: slots)
    }

    deinit {
        members.deallocate()
        postings.deallocate()
        counts.deallocate()
    }

    /// Finds which of the terms a document has.
    func ask(_ slot: Int, _ segment: LookedSegment, doc: Int) {
        check(slot, segment, doc)
        bb_find_members(
            segment.terms, segment.termCount, doc, doc >> Segment.blockBits, members + slot * memberWords)
    }

    /// Finds where they say what they count, and asks memory for it; `ask` has been there before.
    func locate(_ slot: Int, _ segment: LookedSegment, doc: Int) {
        check(slot, segment, doc)
        counts[slot] = bb_find_postings(
            segment.terms, segment.termCount, doc, doc >> Segment.blockBits, members + slot * memberWords,
            segment.impacts, postings + slot * width)
    }

    /// Adds what they count; `locate` has been there before.
    func add(_ slot: Int, _ segment: LookedSegment, to sums: inout SIMD2<UInt64>) {
        precondition(slot >= 0 && slot < slots)
        withUnsafeMutableBytes(of: &sums) { sums in
            guard let base = sums.assumingMemoryBound(to: UInt64.self).baseAddress else { return }
            bb_add_postings(segment.terms, postings + slot * width, counts[slot], segment.impacts, base)
        }
    }

    private func check(_ slot: Int, _ segment: LookedSegment, _ doc: Int) {
        precondition(
            slot >= 0 && slot < slots && segment.termCount <= width && doc >= 0 && doc < segment.documents)
    }
}
