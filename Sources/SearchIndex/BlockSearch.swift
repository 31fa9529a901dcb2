import CSearchKernels

/// Finds the best documents of one segment, block by block (4,096 documents), reading as little as can be.
///
/// In each block the clauses are put in order of the most they can add. Those that even together cannot lift a document
/// among the best (MaxScore, Turtle and Flood 1995) are read only for documents the others have brought up; a block whose
/// clauses cannot do it all together is skipped (block-max, Ding and Suel 2011). Sums stand in an array of one block,
/// which fits the first cache.
///
/// Unsafe pointers: this loop is the search. `SearchBenchmark` measures it; `BlockSearchTests` holds it against plain
/// scoring of everything.
struct BlockSearch {
    /// One clause in this segment.
    private struct List {
        var docs: UnsafePointer<UInt32>
        /// Nil for a facet, which counts the same everywhere.
        var impacts: UnsafePointer<UInt8>?
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

    init(_ segment: Segment, _ plan: Plan) {
        self.segment = segment
        for clause in plan.clauses {
            switch clause.source {
            case .term(let text):
                guard let term = segment.terms.index(of: text) else { continue }
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
            case .facet(let facet, let value):
                guard let place = segment.facets.place(of: value, facet: facet.place) else { continue }
                let range = segment.facets.range(place)
                lists.append(
                    List(
                        docs: segment.facets.docs.base, impacts: nil, weight: clause.weight, highest: 1,
                        position: range.lowerBound, end: range.upperBound, isTerm: !plan.hasWords))
            }
        }
    }

    /// Offers every allowed document that may be among the best.
    mutating func run(allowed: Bitmap, into hits: inout TopHits) {
        guard lists.contains(where: \.isTerm) else { return }
        let size = Segment.blockSize
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { sums in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { places in
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size / 64) { mask in
                    sums.initialize(repeating: 0)
                    places.initialize(repeating: 0)
                    mask.initialize(repeating: 0)
                    guard let sums = sums.baseAddress, let places = places.baseAddress, let mask = mask.baseAddress
                    else { return }
                    for block in 0..<segment.blockCount {
                        search(block, Scratch(sums: sums, places: places, mask: mask), allowed, &hits)
                    }
                }
            }
        }
    }

    private struct Scratch {
        var sums: UnsafeMutablePointer<UInt32>
        var places: UnsafeMutablePointer<UInt32>
        var mask: UnsafeMutablePointer<UInt64>
    }

    /// Finds where each list stands in the block; returns the most they can add together.
    private mutating func enter(_ block: Int) -> Int64 {
        let end = UInt32((block + 1) << Segment.blockBits)
        var total: Int64 = 0
        lists.withUnsafeMutableBufferPointer { lists in
            for index in lists.indices {
                if let starts = lists[index].blockStarts, let highest = lists[index].blockHighest {
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
            }
            // Those that add least first; facets before all words. Nearly in order from the block before.
            for index in 1..<max(1, lists.count) {
                let list = lists[index]
                var place = index
                while place > 0, Self.precedes(list, lists[place - 1]) {
                    lists[place] = lists[place - 1]
                    place -= 1
                }
                if place != index { lists[place] = list }
            }
        }
        return total
    }

    private static func precedes(_ left: List, _ right: List) -> Bool {
        left.isTerm == right.isTerm ? left.most < right.most : !left.isTerm
    }

    private mutating func search(_ block: Int, _ scratch: Scratch, _ allowed: Bitmap, _ hits: inout TopHits) {
        let first = block << Segment.blockBits
        let total = enter(block)
        guard total > 0, hits.admits(total, from: first) else { return }
        let words = min(Segment.blockSize, segment.count - first + 63) / 64
        var isAllowed: UInt64 = 0
        for word in 0..<words {
            scratch.mask[word] = allowed.words[first / 64 + word]
            isAllowed |= scratch.mask[word]
        }
        guard isAllowed != 0 else { return }

        // The lists before `essential` cannot lift a document alone.
        var essential = 0
        var before: Int64 = 0
        while essential < lists.count,
            !lists[essential].isTerm || !hits.admits(before + Int64(lists[essential].most), from: first)
        {
            before += Int64(lists[essential].most)
            essential += 1
        }
        guard essential < lists.count else { return }
        for index in essential..<lists.count { accumulate(lists[index], scratch.sums, first) }
        let least = UInt32(clamping: max(1, hits.threshold - before))
        var count = bb_collect(scratch.sums, scratch.mask, words * 64, least, scratch.places)

        var index = essential - 1
        while index >= 0, count > 0 {
            let list = lists[index]
            before -= Int64(list.most)
            if list.most > 0 { look(list, scratch, first, count) }
            // Keep those that may still get in.
            var kept = 0
            for candidate in 0..<count {
                let place = scratch.places[candidate]
                let sum = Int64(scratch.sums[Int(place)])
                if hits.admits(sum + before, from: first + Int(place)) {
                    scratch.places[kept] = place
                    kept += 1
                }
            }
            count = kept
            index -= 1
        }
        for candidate in 0..<count {
            let place = Int(scratch.places[candidate])
            hits.add(Int64(scratch.sums[place]), doc: first + place)
        }
        scratch.sums.update(repeating: 0, count: words * 64)
    }

    private func accumulate(_ list: List, _ sums: UnsafeMutablePointer<UInt32>, _ first: Int) {
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
    private func look(_ list: List, _ scratch: Scratch, _ first: Int, _ count: Int) {
        if count > (list.blockEnd - list.blockStart) / 4 {
            accumulate(list, scratch.sums, first)
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
