import CSearchKernels
import Foundation

/// One pass over a segment: block by block (4,096 documents) the most that each document can score, then the true score of
/// those that may be among the best.
///
/// Rare terms are added up exactly, posting by posting. Frequent ones, which make nine tenths of all postings, are first
/// counted at their most by one bit a document, 64 documents at a time; so are filters. Only for the few documents left
/// is it looked up what a frequent term really counts there.
struct RankingPass {
    /// A term with a list of postings.
    private struct List {
        var sum: Int
        var weight: UInt32
        var blockStarts: UnsafePointer<UInt32>?
        var position: Int
        var end: Int
    }

    /// A term with bits.
    private struct DenseTerm {
        var sum: Int
        var weight: UInt32
        var bits: UnsafePointer<UInt64>
        var blockStarts: UnsafePointer<UInt32>
        var blockHighest: UnsafePointer<UInt8>
        /// Its place among the rows of its sum.
        var row: Int
    }

    private let ranking: Ranking
    private let plan: Plan
    private let state: SegmentState
    private let schema: Schema
    private let number: Int
    private let scratch: RankingScratch

    /// How many documents are looked up together, so that their waits for memory overlap.
    private static let batch = 16

    private var lists: [List] = []
    private var denseTerms: [DenseTerm] = []
    private var dense: [BitSums]
    private let raised: [BitSums]
    private let common: BitSums
    private let bonus: BitSums
    private let column: ByteColumn?
    private let classBits: [Column<UInt64>]
    private let classValues: [UInt32]
    private var classRows: BitSums
    /// For each document looked up, the posting of each frequent term; -1 where it does not stand there.
    private let postings: UnsafeMutablePointer<Int>
    private let allowed: Bitmap
    private let nearness: Nearness?
    private let base: Int64
    private let caps: [UInt32]
    /// By how many 256ths more documents of the filter have.
    private let raises: [UInt32]
    private let vectorLength: Int
    private let facetCount: Int
    private let numberCount: Int

    init(
        _ ranking: Ranking, _ plan: Plan, _ state: SegmentState, _ schema: Schema, number: Int,
        scratch: RankingScratch
    ) {
        self.ranking = ranking
        self.plan = plan
        self.state = state
        self.schema = schema
        self.number = number
        self.scratch = scratch
        facetCount = schema.facets.count
        numberCount = schema.numbers.count
        let segment = state.segment
        let unit = plan.unit
        func whole(_ points: Double) -> UInt32 { UInt32(clamping: Int64((max(0, points) * unit).rounded(.up))) }

        var denseLists: [[(bits: UnsafePointer<UInt64>, value: UInt32)]] = [[], []]
        for clause in plan.clauses {
            guard case .term = clause.source, let term = clause.places[number],
                ranking.sumOfGroup.indices.contains(clause.group)
            else { continue }
            let sum = ranking.sumOfGroup[clause.group]
            let table = segment.tables[term]
            let starts =
                table == Segment.noTable ? nil : segment.blockStarts.base + Int(table) * (segment.blockCount + 1)
            if let bits = segment.bits(of: term), let starts {
                denseLists[sum].append((bits, clause.weight &* UInt32(segment.highestImpacts[term])))
                let highest = segment.blockHighest.base + Int(table) * (segment.blockCount + 1)
                denseTerms.append(
                    DenseTerm(
                        sum: sum, weight: clause.weight, bits: bits, blockStarts: starts, blockHighest: highest,
                        row: denseLists[sum].count - 1))
            } else {
                let range = segment.postings(of: term)
                lists.append(
                    List(
                        sum: sum, weight: clause.weight, blockStarts: starts, position: range.lowerBound,
                        end: range.upperBound))
            }
        }
        postings = scratch.postings(Self.batch * denseTerms.count)
        dense = denseLists.map { BitSums($0) }
        raised = (0..<2).map { sum in
            guard let filter = sum < ranking.sums.count ? ranking.sums[sum].raised : nil else { return BitSums([]) }
            let set = state.lasting(filter, schema)
            return BitSums([(set.base, 1)], keeping: [set])
        }
        func bits(_ bonuses: [Ranking.Bonus]) -> BitSums {
            let sets = bonuses.map { state.lasting($0.filter, schema) }
            return BitSums(zip(sets, bonuses).map { ($0.base, whole($1.value)) }, keeping: sets)
        }
        common = bits(ranking.bonuses.filter(\.isCommon))
        bonus = bits(ranking.bonuses.filter { !$0.isCommon })
        let schema = schema
        column = ranking.column.map { column in
            segment.byteColumns.column(column.key) {
                ByteColumn(count: segment.count) { column.value(StoredDocument(segment, doc: $0, schema)) }
            }
        }
        classBits = Self.classes(ranking, state, schema)
        classRows = BitSums(classBits.map { ($0.base, 1) })
        let values = ranking.classes.map(\.value) + [ranking.restValue]
        let least = values.min() ?? 0
        classValues = ranking.classes.isEmpty ? [] : values.map { whole($0 - least) }
        caps = (0..<2).map { $0 < ranking.sums.count ? whole(ranking.sums[$0].cap) : 0 }
        raises = (0..<2).map { sum in
            sum < ranking.sums.count ? UInt32(max(0, (ranking.sums[sum].raise * 256).rounded(.up))) : 0
        }
        vectorLength = schema.vectorLength
        var allowed = state.live
        if let filter = ranking.filter {
            if filter.isLasting {
                allowed.formIntersection(state.lasting(filter, schema).base)
            } else {
                allowed.formIntersection(state.documents(filter, schema))
            }
        }
        self.allowed = allowed
        nearness = ranking.meaning.flatMap { Nearness($0, segment.vectors, schema, unit: unit) }
        let points = ranking.base + ranking.rounding + least + (column?.base ?? 0)
        base = Int64((points * unit).rounded(.up)) + 1
    }

    /// The first class that lets a document through, as bits; the rest last.
    private static func classes(_ ranking: Ranking, _ state: SegmentState, _ schema: Schema) -> [Column<UInt64>] {
        guard !ranking.classes.isEmpty else { return [] }
        var rest = Bitmap(size: state.segment.count, full: true)
        var classes: [Column<UInt64>] = []
        for item in ranking.classes {
            var members = rest
            members.formIntersection(state.lasting(item.filter, schema).base)
            rest.subtract(members)
            classes.append(Column(members.words))
        }
        return classes + [Column(rest.words)]
    }

    /// Adds to the best what this segment has of them.
    mutating func run(_ best: inout RankingBest, _ score: (Ranking.Candidate) -> Double?) {
        let segment = state.segment
        guard segment.count > 0 else { return }
        allowed.words.withUnsafeBufferPointer { mask in
            guard let mask = mask.baseAddress else { return }
            for block in 0..<segment.blockCount {
                let words = min(Segment.blockSize >> 6, segment.rowWords - block << (Segment.blockBits - 6))
                let part = mask + block << (Segment.blockBits - 6)
                guard (0..<words).contains(where: { part[$0] != 0 }) else {
                    skip(block)
                    continue
                }
                search(block, part, words, &best, score)
            }
        }
    }

    private mutating func search(
        _ block: Int, _ mask: UnsafePointer<UInt64>, _ words: Int, _ best: inout RankingBest,
        _ score: (Ranking.Candidate) -> Double?
    ) {
        accumulate(block, words)
        // What a frequent term counts at most in this block.
        for term in denseTerms {
            let most = term.weight &* UInt32(term.blockHighest[block])
            let step = dense[term.sum].step
            dense[term.sum].set(term.row, UInt8(clamping: (most + step - 1) / step))
        }
        for sum in 0..<2 {
            dense[sum].add(block: block, words: words, to: scratch.dense[sum])
            raised[sum].add(block: block, words: words, to: scratch.raised[sum])
        }
        common.add(block: block, words: words, to: scratch.common)
        bonus.add(block: block, words: words, to: scratch.bonus)
        let first = block << Segment.blockBits
        let count = words * 64
        let known = min(count, state.segment.count - first)
        // A bound is at least 0: what is below is told apart no further.
        let floor = best.floor(unit: plan.unit)
        let limit = floor.all == RankingBest.Floor.low ? 0 : floor.all - base
        let classStep = liftClasses(floor, limit)
        classRows.add(block: block, words: words, to: scratch.classes)
        if let column { scratch.column.update(from: column.bytes.base + first, count: known) }
        withUnsafeTemporaryAllocation(of: bb_bound_parts.self, capacity: 1) { parts in
            parts.baseAddress?.initialize(to: boundParts(classStep: classStep))
            if let parts = parts.baseAddress { bb_bounds(parts, count, scratch.bounds) }
        }
        let most = nearness?.most ?? 0
        var found = bb_collect(
            scratch.bounds, mask, count, UInt32(clamping: max(1, limit - Int64(most))), scratch.places)
        if let nearness {
            found = nearness.sift(
                scratch.places, found, first: first, bounds: scratch.bounds, limit: limit)
        }
        if found > 0 {
            evaluate(block, found, classStep, &best, score)
        }
        for sum in 0..<2 { scratch.exact[sum].update(repeating: 0, count: count) }
    }

    /// Gives each class so much that one threshold does for all: those whose best are worse are lifted. Returns what a step
    /// of that is worth.
    private mutating func liftClasses(_ floor: RankingBest.Floor, _ limit: Int64) -> UInt32 {
        guard !classValues.isEmpty else { return 0 }
        var lifts = SIMD8<Int64>.zero
        for place in classValues.indices {
            let least = floor.classes[place]
            let lift = least == RankingBest.Floor.low ? limit : limit - (least - base)
            lifts[place] = Int64(classValues[place]) + max(0, lift)
        }
        let step = max(1, (lifts.max() + 254) / 255)
        for place in classValues.indices {
            classRows.set(place, UInt8(clamping: (lifts[place] + step - 1) / step))
        }
        return UInt32(clamping: step)
    }

    private func boundParts(classStep: UInt32) -> bb_bound_parts {
        let columnStep = column.map { UInt32(($0.step * plan.unit).rounded(.up)) } ?? 0
        return bb_bound_parts(
            exact: (UnsafePointer(scratch.exact[0]), UnsafePointer(scratch.exact[1])),
            dense: (UnsafePointer(scratch.dense[0]), UnsafePointer(scratch.dense[1])),
            raised: (UnsafePointer(scratch.raised[0]), UnsafePointer(scratch.raised[1])),
            dense_step: (dense[0].step, dense[1].step), cap: (caps[0], caps[1]), raise: (raises[0], raises[1]),
            common: UnsafePointer(scratch.common), bonus: UnsafePointer(scratch.bonus),
            column: UnsafePointer(scratch.column), classes: UnsafePointer(scratch.classes), common_step: common.step,
            bonus_step: bonus.step, column_step: columnStep, class_step: classStep,
            gated: nearness == nil ? 1 : 0)
    }

    /// Adds the rare terms.
    private mutating func accumulate(_ block: Int, _ words: Int) {
        let first = UInt32(block << Segment.blockBits)
        let end = UInt32((block + 1) << Segment.blockBits)
        let docs = state.segment.postingDocs.base
        let impacts = state.segment.postingImpacts.base
        let exact = scratch.exact
        lists.withUnsafeMutableBufferPointer { lists in
            for index in lists.indices {
                let start: Int
                let stop: Int
                if let starts = lists[index].blockStarts {
                    start = Int(starts[block])
                    stop = Int(starts[block + 1])
                } else {
                    start = lists[index].position
                    if start == lists[index].end || docs[start] >= end { continue }
                    stop = bb_lower_bound(docs, start, lists[index].end, end)
                    lists[index].position = stop
                }
                if start < stop {
                    // The next block's postings, while this one's are added up.
                    bb_prefetch(docs + stop)
                    bb_prefetch(docs + stop + 16)
                    bb_prefetch(impacts + stop)
                    bb_accumulate(
                        docs + start, impacts + start, stop - start, lists[index].weight,
                        exact[lists[index].sum], first)
                }
            }
        }
    }

    /// Moves the lists past a block.
    private mutating func skip(_ block: Int) {
        let end = UInt32((block + 1) << Segment.blockBits)
        for index in lists.indices where lists[index].blockStarts == nil {
            lists[index].position = bb_lower_bound(
                state.segment.postingDocs.base, lists[index].position, lists[index].end, end)
        }
    }

    /// A document that is looked at more closely.
    private struct Pick {
        var place: Int
        var group: Int
        /// The most it can score.
        var bound: Int64
    }

    /// Scores what may be among the best: the most promising first where they are many.
    private func evaluate(
        _ block: Int, _ found: Int, _ classStep: UInt32, _ best: inout RankingBest,
        _ score: (Ranking.Candidate) -> Double?
    ) {
        let first = block << Segment.blockBits
        var places = UnsafeMutableBufferPointer(start: scratch.places, count: found)
        let bounds = scratch.bounds
        if found > 8 {
            places.sort { (left: UInt32, right: UInt32) -> Bool in
                let (high, low) = (bounds[Int(left)], bounds[Int(right)])
                return high == low ? left < right : high > low
            }
        }
        withUnsafeTemporaryAllocation(of: Pick.self, capacity: Self.batch) { picks in
            var next = 0
            while next < found {
                var count = 0
                while next < found, count < Self.batch {
                    let pick = pick(Int(places[next]), first, classStep)
                    next += 1
                    guard best.admits(pick.bound, in: pick.group, unit: plan.unit) else { continue }
                    picks.initializeElement(at: count, to: pick)
                    count += 1
                }
                fetch(picks, count, block)
                for slot in 0..<count {
                    let pick = picks[slot]
                    guard best.admits(pick.bound, in: pick.group, unit: plan.unit) else { continue }
                    let sums = sums(slot, place: pick.place)
                    // Once more, with what its frequent words really count.
                    let less =
                        Int64(shared(pick.place, atMost: true, sums)) - Int64(shared(pick.place, atMost: false, sums))
                    guard best.admits(pick.bound - less, in: pick.group, unit: plan.unit) else { continue }
                    let doc = first + pick.place
                    best.scored += 1
                    guard let score = score(candidate(doc, sums, pick.group)) else { continue }
                    best.add(score, in: pick.group, doc: doc)
                }
            }
        }
    }

    private func pick(_ place: Int, _ first: Int, _ classStep: UInt32) -> Pick {
        let doc = first + place
        var pick = Pick(place: place, group: 0, bound: Int64(scratch.bounds[place]) + base)
        if !classValues.isEmpty {
            pick.group = classRows.rows.firstIndex { $0[doc >> 6] >> UInt64(doc & 63) & 1 != 0 } ?? 0
            // Without what its class was lifted by.
            pick.bound += Int64(classValues[pick.group]) - Int64(scratch.classes[place]) * Int64(classStep)
        }
        return pick
    }

    /// Finds where the frequent words of a few documents say what they count there, and asks the memory for it.
    private func fetch(_ picks: UnsafeMutableBufferPointer<Pick>, _ count: Int, _ block: Int) {
        let impacts = state.segment.postingImpacts.base
        let offset = block << (Segment.blockBits - 6)
        let width = denseTerms.count
        denseTerms.withUnsafeBufferPointer { terms in
            for slot in 0..<count {
                let place = picks[slot].place
                for number in 0..<width {
                    let row = terms[number].bits + offset
                    var posting = -1
                    if row[place >> 6] >> UInt64(place & 63) & 1 != 0 {
                        posting = Int(terms[number].blockStarts[block]) + bb_rank(row, place)
                        bb_prefetch(impacts + posting)
                    }
                    postings[slot * width + number] = posting
                }
            }
        }
    }

    /// The sums of a document's words, exactly; `fetch` has been there before.
    private func sums(_ slot: Int, place: Int) -> SIMD2<UInt64> {
        let impacts = state.segment.postingImpacts.base
        var sums = SIMD2<UInt64>(UInt64(scratch.exact[0][place]), UInt64(scratch.exact[1][place]))
        let width = denseTerms.count
        denseTerms.withUnsafeBufferPointer { terms in
            for number in 0..<width {
                let posting = postings[slot * width + number]
                if posting >= 0 {
                    sums[terms[number].sum] &+= UInt64(terms[number].weight) &* UInt64(impacts[posting])
                }
            }
        }
        return sums
    }

    /// What words count in a bound, as `bb_bounds` reckons it: at their most, or as they are.
    private func shared(_ place: Int, atMost: Bool, _ sums: SIMD2<UInt64>) -> UInt64 {
        var total: UInt64 = 0
        for sum in 0..<2 {
            let most = UInt64(scratch.exact[sum][place]) + UInt64(scratch.dense[sum][place]) * UInt64(dense[sum].step)
            let capped = min(atMost ? most : sums[sum], UInt64(caps[sum]))
            total += capped + (capped >> 8 + 1) * UInt64(raises[sum]) * UInt64(scratch.raised[sum][place])
        }
        return total
    }

    private func candidate(_ doc: Int, _ sums: SIMD2<UInt64>, _ group: Int) -> Ranking.Candidate {
        let segment = state.segment
        var cosine: Double?
        if let meaning = ranking.meaning {
            cosine = VectorSearch.cosine(meaning.vector, segment.vectors, doc: doc, length: vectorLength)
        }
        let points = SIMD2<Double>(Double(sums[0]), Double(sums[1])) / plan.unit
        return Ranking.Candidate(
            stored: StoredDocument(segment, doc: doc, facets: facetCount, numbers: numberCount), sums: points,
            cosine: cosine, class: group)
    }
}
