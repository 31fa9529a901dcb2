import CSearchKernels

/// One pass over a segment, block by block (4,096 documents): the most that each document can score. Those that may be
/// among the best become contenders.
///
/// Rare terms are added up exactly, posting by posting. Frequent ones, which make nine tenths of all postings, are first
/// counted at their most by one bit a document, 64 documents at a time; so are filters.
struct RankingPass {
    /// Until the lists of the best are full everything is a contender: then the pass goes in small steps, so that few are.
    private static let firstStep = 8
    /// Words of bits in a block.
    private static let blockWords = Segment.blockSize / 64

    private let segment: SegmentRanking
    private let scratch: RankingScratch
    private var parts: bb_bound_parts

    init(_ segment: SegmentRanking, _ scratch: RankingScratch, gated: Bool) {
        self.segment = segment
        self.scratch = scratch
        var values: [UInt32] = segment.classValues
        values += Array(repeating: 0, count: Ranking.mostClasses + 1 - values.count)
        parts = bb_bound_parts(
            exact: (UnsafePointer(scratch.exact[0]), UnsafePointer(scratch.exact[1])),
            dense: (segment.dense[0].kernel, segment.dense[1].kernel),
            raised: segment.shared.raised, cap: (segment.shared.caps[0], segment.shared.caps[1]),
            raise: (segment.shared.raises[0], segment.shared.raises[1]), common: segment.common.kernel,
            bonus: segment.bonus.kernel, column: nil, column_step: segment.columnStep,
            classes: UnsafePointer(segment.classes.rows), class_count: segment.classes.count,
            class_values: (
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]
            ), class_lifts: (0, 0, 0, 0, 0, 0, 0, 0), gated: gated ? 1 : 0)
    }

    /// Finds the contenders of this segment; where there are many, the best of them are scored on the way.
    mutating func run(
        _ contenders: inout Contenders, _ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?
    ) {
        let index = segment.state.segment
        let mask = segment.allowed.base
        var block = 0
        while block < index.blockCount {
            let first = block << Segment.blockBits
            block = min(block + RankingScratch.blocks, index.blockCount)
            let words = first >> 6..<min(block << (Segment.blockBits - 6), index.rowWords)
            guard words.contains(where: { mask[$0] != 0 }) else {
                skip(to: block)
                continue
            }
            accumulate(from: first >> Segment.blockBits, to: block)
            var word = words.lowerBound
            while word < words.upperBound {
                if word % Self.blockWords == 0 { enter(word / Self.blockWords) }
                let all = best.isFull && word >= Self.blockWords
                let count = min(all ? Self.blockWords : Self.firstStep, words.upperBound - word)
                search(word..<word + count, first, &contenders, best.floor)
                contenders.scoreSome(&best, score)
                word += count
            }
            for (sum, exact) in scratch.exact.enumerated() where segment.hasLists[sum] {
                exact.update(repeating: 0, count: words.count * 64)
            }
        }
    }

    /// Says what frequent terms count at most in this block.
    private func enter(_ block: Int) {
        for term in segment.denseTerms {
            let highest = term.blockHighest[block]
            let all = term.steps(highest)
            guard let high = term.high else {
                segment.dense[term.sum][term.row] = UInt8(clamping: all)
                continue
            }
            let low = term.steps(min(high.above, highest))
            segment.dense[term.sum][term.row] = UInt8(clamping: low)
            segment.dense[term.sum][term.row + 1] = UInt8(clamping: all - low)
        }
    }

    /// Finds the contenders among the documents of some words of bits.
    ///
    /// - Parameter start: the document at which the sums of rare words begin.
    private mutating func search(
        _ words: Range<Int>, _ start: Int, _ contenders: inout Contenders, _ floor: RankingBest.Floor
    ) {
        let first = words.lowerBound << 6
        let exact = first - start
        parts.exact = (UnsafePointer(scratch.exact[0] + exact), UnsafePointer(scratch.exact[1] + exact))
        parts.column = segment.column.map { $0.bytes.base + first }
        // A bound is at least 0: what is below is told apart no further.
        let limit = floor.all == RankingBest.Floor.low ? 0 : max(0, floor.all - segment.base)
        lift(floor, limit)
        let least = UInt32(clamping: max(1, limit - Int64(segment.nearness?.most ?? 0)))
        let count = bb_bound(&parts, segment.allowed.base, words.lowerBound, words.count, least, scratch.found)
        let found = UnsafeMutableBufferPointer(start: scratch.found, count: count)
        contenders.reserve(count)
        if let nearness = segment.nearness {
            let lifts = parts.class_lifts
            withUnsafeBytes(of: lifts) { lifts in
                nearness.forEach(found, first: first) { item, more in
                    let lift = lifts.load(fromByteOffset: Int(item.group) * 4, as: UInt32.self)
                    if Int64(item.bound) + Int64(more) + Int64(lift) >= limit {
                        contenders.add(contender(item, exact, first, meaning: more))
                    }
                }
            }
        } else {
            for item in found { contenders.add(contender(item, exact, first, meaning: 0)) }
        }
    }

    private func contender(_ item: bb_found, _ exact: Int, _ first: Int, meaning: UInt32) -> Contender {
        let place = exact + Int(item.place)
        return Contender(
            bound: Int32(clamping: Int64(item.bound) + Int64(meaning) + segment.base),
            others: Int32(clamping: Int64(item.others) + segment.base),
            exact: SIMD2(scratch.exact[0][place], scratch.exact[1][place]),
            doc: UInt32(first + Int(item.place)), segment: UInt16(segment.number), group: UInt16(item.group))
    }

    /// Gives each class so much that one threshold does for all: those whose best are worse are lifted.
    private mutating func lift(_ floor: RankingBest.Floor, _ limit: Int64) {
        withUnsafeMutableBytes(of: &parts.class_lifts) { lifts in
            for place in segment.classValues.indices {
                let least = floor.classes[place]
                let lift = least == RankingBest.Floor.low ? limit : limit - (least - segment.base)
                lifts.storeBytes(of: UInt32(clamping: max(0, lift)), toByteOffset: place * 4, as: UInt32.self)
            }
        }
    }

    /// Adds the rare terms of some blocks.
    private func accumulate(from block: Int, to last: Int) {
        let first = UInt32(block << Segment.blockBits)
        let end = UInt32(last << Segment.blockBits)
        let docs = segment.state.segment.postingDocs.base
        let impacts = segment.state.segment.postingImpacts.base
        let (words, concepts) = (scratch.exact[0], scratch.exact[1])
        segment.lists.withUnsafeMutableBufferPointer { lists in
            for index in lists.indices {
                let start: Int
                let stop: Int
                if let starts = lists[index].blockStarts {
                    start = Int(starts[block])
                    stop = Int(starts[last])
                } else {
                    start = lists[index].position
                    if start == lists[index].end || docs[start] >= end { continue }
                    stop = bb_lower_bound(docs, start, lists[index].end, end)
                    lists[index].position = stop
                }
                guard start < stop else { continue }
                // The next postings, while these are added up: about as many as these.
                if let starts = lists[index].blockStarts { bb_prefetch(starts + last + RankingScratch.blocks) }
                for place in stride(from: stop, to: min(stop * 2 - start + 16, lists[index].end), by: 16) {
                    bb_prefetch(docs + place)
                }
                bb_prefetch(impacts + stop)
                bb_prefetch(impacts + stop + 64)
                bb_accumulate(
                    docs + start, impacts + start, stop - start, lists[index].weight,
                    lists[index].sum == 0 ? words : concepts, first)
            }
        }
    }

    /// Moves the lists to a block.
    private func skip(to block: Int) {
        let end = UInt32(block << Segment.blockBits)
        let docs = segment.state.segment.postingDocs.base
        for index in segment.lists.indices where segment.lists[index].blockStarts == nil {
            let list = segment.lists[index]
            segment.lists[index].position = bb_lower_bound(docs, list.position, list.end, end)
        }
    }
}
