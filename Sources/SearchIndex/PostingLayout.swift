/// Turns the tokens of documents into postings, sorted by term and document.
struct PostingLayout {
    private(set) var starts: [UInt32] = []
    private(set) var docs: [UInt32] = []
    private(set) var impacts: [UInt8] = []
    private(set) var frequencyRows: [UInt16] = []
    private(set) var frequencies: [UInt64] = []
    private(set) var highest: [UInt8] = []
    private(set) var tables: [UInt32] = []
    private(set) var blockStarts: [UInt32] = []
    private(set) var blockHighest: [UInt8] = []
    private(set) var denseRows: [UInt32] = []
    private(set) var denseBits: [UInt64] = []
    private(set) var termOfRank: [UInt32] = []
    private(set) var rankOfTerm: [UInt32] = []

    init(
        order: [Int], tokenStarts: [Int], tokenTerms: [UInt32], tokenPlaces: [UInt32], placeOfTerm: [UInt32],
        lengths: [UInt16], fieldCount: Int, formula: ImpactFormula
    ) {
        let termCount = placeOfTerm.count
        starts = Self.starts(order, tokenStarts, tokenTerms, placeOfTerm)
        let total = Int(starts[termCount])
        docs = Array(repeating: 0, count: total)
        impacts = Array(repeating: 0, count: total)
        frequencyRows = Array(repeating: 0, count: total)

        var rows = FrequencyRows()
        var next = starts
        var slotOfTerm = Array(repeating: Int32(-1), count: termCount)
        var found: [(term: Int, frequencies: UInt64)] = []
        var occurrence = Array(repeating: 0.0, count: Schema.mostFields)
        for (place, doc) in order.enumerated() {
            for token in tokenStarts[doc]..<tokenStarts[doc + 1] {
                let term = Int(placeOfTerm[Int(tokenTerms[token])])
                let shift = UInt64(tokenPlaces[token] >> 24) * 8
                let slot = Int(slotOfTerm[term])
                if slot < 0 {
                    slotOfTerm[term] = Int32(found.count)
                    found.append((term, 1 << shift))
                } else if found[slot].frequencies >> shift & 0xFF < 0xFF {
                    found[slot].frequencies += 1 << shift
                }
            }
            for field in 0..<fieldCount {
                occurrence[field] = formula.occurrenceWeight(
                    field: field, length: Int(lengths[place * fieldCount + field]))
            }
            for (term, counts) in found {
                slotOfTerm[term] = -1
                let row = rows.row(of: counts)
                let kept = rows.frequencies[Int(row)]
                var weighted = 0.0
                for field in 0..<fieldCount {
                    weighted += Double(kept >> UInt64(field * 8) & 0xFF) * occurrence[field]
                }
                let index = Int(next[term])
                next[term] += 1
                docs[index] = UInt32(place)
                impacts[index] = formula.impact(weighted)
                frequencyRows[index] = row
            }
            found.removeAll(keepingCapacity: true)
        }
        frequencies = rows.frequencies
        layTables(documents: order.count)
        layBits(documents: order.count)
        rank()
    }

    private static func starts(
        _ order: [Int], _ tokenStarts: [Int], _ tokenTerms: [UInt32], _ placeOfTerm: [UInt32]
    ) -> [UInt32] {
        var counts = Array(repeating: UInt32(0), count: placeOfTerm.count + 1)
        var seenIn = Array(repeating: UInt32.max, count: placeOfTerm.count)
        for (place, doc) in order.enumerated() {
            for token in tokenStarts[doc]..<tokenStarts[doc + 1] {
                let term = Int(placeOfTerm[Int(tokenTerms[token])])
                if seenIn[term] != UInt32(place) {
                    seenIn[term] = UInt32(place)
                    counts[term + 1] += 1
                }
            }
        }
        for index in 1..<max(1, counts.count) { counts[index] += counts[index - 1] }
        return counts
    }

    private mutating func layTables(documents: Int) {
        let blocks = (documents + Segment.blockSize - 1) >> Segment.blockBits
        for term in 0..<starts.count - 1 {
            let range = Int(starts[term])..<Int(starts[term + 1])
            highest.append(impacts[range].max() ?? 0)
            guard range.count >= Segment.tabledFrequency else {
                tables.append(Segment.noTable)
                continue
            }
            tables.append(UInt32(blockStarts.count / (blocks + 1)))
            var index = range.lowerBound
            for block in 0..<blocks {
                blockStarts.append(UInt32(index))
                var high: UInt8 = 0
                while index < range.upperBound, docs[index] >> UInt32(Segment.blockBits) == UInt32(block) {
                    high = max(high, impacts[index])
                    index += 1
                }
                blockHighest.append(high)
            }
            blockStarts.append(UInt32(index))
            blockHighest.append(0)
        }
    }

    private mutating func layBits(documents: Int) {
        let words = Segment.rowStride(documents: documents)
        for term in 0..<starts.count - 1 {
            let range = Int(starts[term])..<Int(starts[term + 1])
            guard tables[term] != Segment.noTable, range.count * Segment.denseShare >= documents else {
                denseRows.append(Segment.noTable)
                continue
            }
            let row = denseBits.count
            denseRows.append(UInt32(row / words))
            denseBits.append(contentsOf: repeatElement(0, count: words))
            for doc in docs[range] { denseBits[row + Int(doc >> 6)] |= 1 << UInt64(doc & 63) }
        }
    }

    private mutating func rank() {
        let byFrequency = (0..<starts.count - 1).sorted { left, right in
            let leftCount = starts[left + 1] - starts[left]
            let rightCount = starts[right + 1] - starts[right]
            return leftCount == rightCount ? left < right : leftCount > rightCount
        }
        termOfRank = byFrequency.map(UInt32.init)
        rankOfTerm = Array(repeating: 0, count: byFrequency.count)
        for (rank, term) in byFrequency.enumerated() { rankOfTerm[term] = UInt32(rank) }
    }
}

/// The distinct ways in which a term stands in the fields; few, so a posting needs two bytes for it.
struct FrequencyRows {
    private(set) var frequencies: [UInt64] = []
    private var rowOf: [UInt64: UInt16] = [:]
    /// The rows asked for most: a term once in one field.
    private var last: [(counts: UInt64, row: UInt16)] = Array(repeating: (0, 0), count: 256)

    mutating func row(of counts: UInt64) -> UInt16 {
        let slot = Int((counts &* 0x9E37_79B9_7F4A_7C15) >> 56)
        if last[slot].counts == counts { return last[slot].row }
        let row = found(counts)
        last[slot] = (counts, row)
        return row
    }

    private mutating func found(_ counts: UInt64) -> UInt16 {
        if let row = rowOf[counts] { return row }
        // Out of numbers, which no real text does: keep only whether the term stands in a field (at most 255 ways).
        if frequencies.count >= 65_000 {
            var present: UInt64 = 0
            for field in 0..<UInt64(8) where counts >> (field * 8) & 0xFF != 0 { present |= 1 << (field * 8) }
            if let row = rowOf[present] { return row }
            return add(present)
        }
        return add(counts)
    }

    private mutating func add(_ counts: UInt64) -> UInt16 {
        let row = UInt16(frequencies.count)
        frequencies.append(counts)
        rowOf[counts] = row
        return row
    }
}
