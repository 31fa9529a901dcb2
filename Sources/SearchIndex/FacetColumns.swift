/// The values of each facet, by document and by value.
///
/// Documents share sets of values (the countries of a region, the languages of a country): each set is kept once. A value that
/// many documents have is kept as a bit for each document, a rare one as a list of them.
struct FacetColumns: Sendable {
    /// Values that at least one of so many documents has are kept as bits.
    static let denseShare = 32
    static let noRow = UInt32.max

    /// By document: for facet `f` of document `d`, the set at `d * facets + f`.
    let rowSets: Column<UInt32>
    let setStarts: Column<UInt32>
    let setValues: Column<UInt32>
    /// By value: the values of facet `f` are `valueStarts[f]..<valueStarts[f + 1]`, ascending.
    let valueStarts: Column<UInt32>
    let values: Column<UInt32>
    /// How many documents have each value.
    let frequencies: Column<UInt32>
    /// Lists of the rare values; those of the others are empty.
    let docStarts: Column<UInt32>
    let docs: Column<UInt32>
    /// Which row of bits a value has, `noRow` without one.
    let denseRows: Column<UInt32>
    let denseBits: Column<UInt64>

    func row(_ doc: Int, facet: Int, of facetCount: Int) -> UnsafeBufferPointer<UInt32> {
        let set = Int(rowSets[doc * facetCount + facet])
        let start = Int(setStarts[set])
        let end = Int(setStarts[set + 1])
        precondition(end <= setValues.count && start <= end)
        return UnsafeBufferPointer(start: setValues.base + start, count: end - start)
    }

    func places(of facet: Int) -> Range<Int> {
        guard facet >= 0, facet + 1 < valueStarts.count else { return 0..<0 }
        return Int(valueStarts[facet])..<Int(valueStarts[facet + 1])
    }

    func place(of value: UInt32, facet: Int) -> Int? {
        let places = places(of: facet)
        var low = places.lowerBound
        var high = places.upperBound
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < places.upperBound && values[low] == value ? low : nil
    }

    func range(_ place: Int) -> Range<Int> { Int(docStarts[place])..<Int(docStarts[place + 1]) }

    /// The documents with a rare value.
    func list(_ place: Int) -> UnsafeBufferPointer<UInt32> {
        let range = range(place)
        precondition(range.upperBound <= docs.count)
        return UnsafeBufferPointer(start: docs.base + range.lowerBound, count: range.count)
    }

    /// A bit for each document, where the value is frequent.
    func bits(_ place: Int, words: Int) -> UnsafePointer<UInt64>? {
        let row = denseRows[place]
        guard row != Self.noRow else { return nil }
        precondition((Int(row) + 1) * words <= denseBits.count)
        return denseBits.base + Int(row) * words
    }
}

/// Lays out facets: from the values of each document, in the order of documents.
struct FacetLayout {
    private let facetCount: Int
    private let documents: Int
    private var rowSets: [UInt32] = []
    private var setStarts: [UInt32] = [0]
    private var setValues: [UInt32] = []
    private var known: [[UInt32]: UInt32] = [:]

    init(facetCount: Int, documents: Int) {
        self.facetCount = facetCount
        self.documents = documents
        rowSets.reserveCapacity(facetCount * documents)
    }

    /// The next facet of the document at hand.
    mutating func add(_ values: ArraySlice<UInt32>) {
        let values = Array(values)
        if let set = known[values] {
            rowSets.append(set)
            return
        }
        let set = UInt32(setStarts.count - 1)
        known[values] = set
        rowSets.append(set)
        setValues.append(contentsOf: values)
        setStarts.append(UInt32(setValues.count))
    }

    func columns() -> FacetColumns {
        var valueStarts: [UInt32] = [0]
        var values: [UInt32] = []
        var frequencies: [UInt32] = []
        var docStarts: [UInt32] = [0]
        var docs: [UInt32] = []
        var denseRows: [UInt32] = []
        var denseBits: [UInt64] = []
        let words = (documents + 63) / 64
        for facet in 0..<facetCount {
            var pairs: [UInt64] = []
            for doc in 0..<documents {
                let set = Int(rowSets[doc * facetCount + facet])
                for place in Int(setStarts[set])..<Int(setStarts[set + 1]) {
                    pairs.append(UInt64(setValues[place]) << 32 | UInt64(doc))
                }
            }
            pairs.sort()
            var start = 0
            while start < pairs.count {
                let value = pairs[start] >> 32
                var end = start
                while end < pairs.count, pairs[end] >> 32 == value { end += 1 }
                values.append(UInt32(value))
                frequencies.append(UInt32(end - start))
                if (end - start) * FacetColumns.denseShare >= documents {
                    let row = denseBits.count
                    denseRows.append(UInt32(row / words))
                    denseBits.append(contentsOf: repeatElement(0, count: words))
                    for pair in pairs[start..<end] {
                        let doc = Int(pair & 0xFFFF_FFFF)
                        denseBits[row + (doc >> 6)] |= 1 << UInt64(doc & 63)
                    }
                } else {
                    denseRows.append(FacetColumns.noRow)
                    for pair in pairs[start..<end] { docs.append(UInt32(truncatingIfNeeded: pair)) }
                }
                docStarts.append(UInt32(docs.count))
                start = end
            }
            valueStarts.append(UInt32(values.count))
        }
        return FacetColumns(
            rowSets: Column(rowSets), setStarts: Column(setStarts), setValues: Column(setValues),
            valueStarts: Column(valueStarts), values: Column(values), frequencies: Column(frequencies),
            docStarts: Column(docStarts), docs: Column(docs), denseRows: Column(denseRows),
            denseBits: Column(denseBits))
    }
}
