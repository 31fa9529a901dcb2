import CSearchKernels

/// Finds the best documents of one segment, block by block (4,096 documents), reading as little as can be.
///
/// In each block the clauses are put in order of the most they can add. The least, which even together are far from
/// lifting a document among the best (MaxScore, Turtle and Flood 1995), are read only for documents the others have
/// brought up; a block whose clauses cannot do it all together is skipped (block-max, Ding and Suel 2011). Sums stand in
/// an array of one block, which fits the first cache.
///
/// Unsafe pointers: this loop is the search. `SearchBenchmark` measures it; `BlockSearchTests` holds it against plain
/// scoring of everything.
struct BlockSearch {
    /// Lists that together can add at most this share of the score to beat are left for candidates. More would mean more
    /// candidates to look up than postings saved: of 0 to 0.95, 0 to 0.3 was quickest for queries of 8 and of 60 words.
    private static let asideShare = 0.25

    /// One clause in this segment.
    private struct List {
        var docs: UnsafePointer<UInt32>
        /// Nil for a facet, which counts the same everywhere.
        var impacts: UnsafePointer<UInt8>?
        /// A bit for each document, of a frequent facet, which then has no list.
        var bits: UnsafePointer<UInt64>?
        var weight: UInt32
        var highest: UInt8
        /// Nil where the list is short.
        var blockStarts: UnsafePointer<UInt32>?
        var blockHighest: UnsafePointer<UInt8>?
        var position: Int
        var end: Int
        var isTerm: Bool

        // In the block at hand.
        var blockStart = 0
        var blockEnd = 0
        var most: UInt32 = 0
    }

    private let segment: Segment
    private var lists: [List] = []

    /// - Parameter number: which segment of the plan's reader it is.
    init(_ segment: Segment, number: Int, _ plan: Plan) {
        self.segment = segment
        for clause in plan.clauses {
            guard let place = clause.places[number] else { continue }
            switch clause.source {
            case .term:
                let term = place
                let range = segment.postings(of: term)
                let table = segment.tables[term]
                let tableStart = table == Segment.noTable ? nil : Int(table) * (segment.blockCount + 1)
                // Starts in tables are places in the columns; lists begin at theirs.
                lists.append(
                    List(
                        docs: segment.postingDocs.base, impacts: segment.postingImpacts.base, weight: clause.weight,
                        highest: segment.highestImpacts[term],
                        blockStarts: tableStart.map { segment.blockStarts.base + $0 },
                        blockHighest: tableStart.map { segment.blockHighest.base + $0 }, position: range.lowerBound,
                        end: range.upperBound, isTerm: true))
            case .facet:
                let range = segment.facets.range(place)
                lists.append(
                    List(
                        docs: segment.facets.docs.base, impacts: nil,
                        bits: segment.facets.bits(place, words: segment.rowWords), weight: clause.weight, highest: 1,
                        position: range.lowerBound, end: range.upperBound, isTerm: !plan.hasWords))
            }
        }
    }

    /// Offers every allowed document that may be among the best.
    mutating func run(allowed: Bitmap, into hits: inout TopHits) {
        guard lists.contains(where: \.isTerm), segment.count > 0 else { return }
        let size = Segment.blockSize
        var sums = [UInt32](repeating: 0, count: size)
        var places = [UInt32](repeating: 0, count: size)
        var order = [UInt64](repeating: 0, count: lists.count)
        let segment = segment
        lists.withUnsafeMutableBufferPointer { lists in
            sums.withUnsafeMutableBufferPointer { sums in
                places.withUnsafeMutableBufferPointer { places in
                    order.withUnsafeMutableBufferPointer { order in
                        allowed.words.withUnsafeBufferPointer { mask in
                            guard let sums = sums.baseAddress, let places = places.baseAddress,
                                let mask = mask.baseAddress
                            else { return }
                            let scratch = Scratch(sums: sums, places: places, order: order, allowed: mask)
                            for block in 0..<segment.blockCount {
                                Self.search(block, lists, scratch, documents: segment.count, &hits)
                            }
                        }
                    }
                }
            }
        }
    }

    private struct Scratch {
        var sums: UnsafeMutablePointer<UInt32>
        var places: UnsafeMutablePointer<UInt32>
        /// The most each list can add, with its number below: sorted, the lists in order.
        var order: UnsafeMutableBufferPointer<UInt64>
        var allowed: UnsafePointer<UInt64>
    }

    /// Finds where each list stands in the block and puts them in order; returns the most they can add together.
    private static func enter(
        _ block: Int, _ lists: UnsafeMutableBufferPointer<List>, _ order: UnsafeMutableBufferPointer<UInt64>
    ) -> Int64 {
        let end = UInt32((block + 1) << Segment.blockBits)
        var total: Int64 = 0
        for index in lists.indices {
            if lists[index].bits != nil {
                lists[index].most = lists[index].weight
            } else if let starts = lists[index].blockStarts, let highest = lists[index].blockHighest {
                lists[index].blockStart = Int(starts[block])
                lists[index].blockEnd = Int(starts[block + 1])
                lists[index].most = lists[index].weight &* UInt32(highest[block])
            } else {
                let start = lists[index].position
                let stop = bb_lower_bound(lists[index].docs, start, lists[index].end, end)
                lists[index].position = stop
                lists[index].blockStart = start
                lists[index].blockEnd = stop
                lists[index].most = start == stop ? 0 : lists[index].weight &* UInt32(lists[index].highest)
            }
            total += Int64(lists[index].most)
            // Facets before all words; then those that add least first.
            let key = (lists[index].isTerm ? 1 << 48 : 0) | UInt64(lists[index].most) << 16 | UInt64(index)
            var place = index
            while place > 0, order[place - 1] > key {
                order[place] = order[place - 1]
                place -= 1
            }
            order[place] = key
        }
        return total
    }

    private static func search(
        _ block: Int, _ lists: UnsafeMutableBufferPointer<List>, _ scratch: Scratch, documents: Int,
        _ hits: inout TopHits
    ) {
        let first = block << Segment.blockBits
        let total = enter(block, lists, scratch.order)
        guard total > 0, hits.admits(total, from: first) else { return }
        let words = min(Segment.blockSize, documents - first + 63) / 64
        let mask = scratch.allowed + first / 64
        var isAllowed: UInt64 = 0
        for word in 0..<words { isAllowed |= mask[word] }
        guard isAllowed != 0 else { return }

        // The lists before `essential` are read for candidates only.
        var essential = 0
        var before: Int64 = 0
        func list(_ place: Int) -> List { lists[Int(scratch.order[place] & 0xFFFF)] }
        let budget = hits.isFull ? Int64(Double(hits.threshold) * asideShare) : 0
        while essential < lists.count,
            !list(essential).isTerm || before + Int64(list(essential).most) < budget
        {
            before += Int64(list(essential).most)
            essential += 1
        }
        guard essential < lists.count else { return }
        for place in essential..<lists.count { accumulate(list(place), scratch.sums, first, words * 64) }
        let least = UInt32(clamping: max(1, hits.threshold - before))
        var count = bb_collect(scratch.sums, mask, words * 64, least, scratch.places)

        var place = essential - 1
        while place >= 0, count > 0 {
            let list = list(place)
            before -= Int64(list.most)
            if list.most > 0 {
                look(list, scratch, first, count)
                // Keep those that may still get in.
                let threshold = hits.threshold - before
                var kept = 0
                for candidate in 0..<count {
                    let place = scratch.places[candidate]
                    scratch.places[kept] = place
                    if Int64(scratch.sums[Int(place)]) >= threshold { kept += 1 }
                }
                count = kept
            }
            place -= 1
        }
        for candidate in 0..<count {
            let place = Int(scratch.places[candidate])
            hits.add(Int64(scratch.sums[place]), doc: first + place)
        }
        scratch.sums.update(repeating: 0, count: words * 64)
    }

    private static func accumulate(
        _ list: List, _ sums: UnsafeMutablePointer<UInt32>, _ first: Int, _ size: Int
    ) {
        if let bits = list.bits {
            let words = bits + (first >> 6)
            for word in 0..<(size + 63) / 64 {
                var rest = words[word]
                while rest != 0 {
                    sums[word << 6 | rest.trailingZeroBitCount] &+= list.weight
                    rest &= rest - 1
                }
            }
            return
        }
        let count = list.blockEnd - list.blockStart
        guard count > 0 else { return }
        let docs = list.docs + list.blockStart
        if let impacts = list.impacts {
            bb_accumulate(docs, impacts + list.blockStart, count, list.weight, sums, UInt32(first))
        } else {
            bb_accumulate_constant(docs, count, list.weight, sums, UInt32(first))
        }
    }

    /// Adds what a list says of the candidates; they ascend.
    private static func look(_ list: List, _ scratch: Scratch, _ first: Int, _ count: Int) {
        if let bits = list.bits {
            for candidate in 0..<count {
                let doc = first + Int(scratch.places[candidate])
                if bits[doc >> 6] >> UInt64(doc & 63) & 1 != 0 {
                    scratch.sums[Int(scratch.places[candidate])] &+= list.weight
                }
            }
            return
        }
        if count > (list.blockEnd - list.blockStart) / 4 {
            accumulate(list, scratch.sums, first, Segment.blockSize)
            return
        }
        var place = list.blockStart
        for candidate in 0..<count {
            let doc = UInt32(first) + scratch.places[candidate]
            place = bb_lower_bound(list.docs, place, list.blockEnd, doc)
            if place == list.blockEnd { return }
            if list.docs[place] == doc {
                let impact = list.impacts.map { UInt32($0[place]) } ?? 1
                scratch.sums[Int(scratch.places[candidate])] &+= list.weight &* impact
            }
        }
    }
}
