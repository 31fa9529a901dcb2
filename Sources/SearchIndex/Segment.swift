/// Up to 262,144 documents, sorted by key, in columns; never changed once made.
///
/// Postings of one term stand together, ascending by document. Each has an *impact*: the term's saturated, weighted
/// frequency in the document (BM25F without the rarity of the term), as a number of 1 to 255. Frequent terms also have a
/// table of where each block of 4,096 documents begins and how high its impacts go, so that most blocks are never read.
struct Segment: Sendable {
    static let mostDocuments = 1 << 18
    static let blockBits = 12
    static let blockSize = 1 << blockBits
    /// Terms with fewer postings have no table of blocks.
    static let tabledFrequency = 512
    static let noTable = UInt32.max

    let keys: SortedStrings

    // Terms and their postings.
    let terms: SortedStrings
    let postingStarts: Column<UInt32>
    let postingDocs: Column<UInt32>
    let postingImpacts: Column<UInt8>
    /// Which row of `frequencies` says how often the term stands in each field.
    let postingFrequencies: Column<UInt16>
    /// Eight counts (one byte each) per row.
    let frequencies: Column<UInt64>
    let highestImpacts: Column<UInt8>
    let tables: Column<UInt32>
    let blockStarts: Column<UInt32>
    let blockHighest: Column<UInt8>

    /// Terms of each field of each document, capped at 65,535.
    let fieldLengths: Column<UInt16>

    // The terms of each document in order, for phrases, for exact removal and for merging.
    let streamStarts: Column<UInt32>
    let stream: Column<UInt8>
    /// Terms by frequency: frequent ones have small numbers, which take fewer bytes in the stream.
    let termOfRank: Column<UInt32>
    let rankOfTerm: Column<UInt32>

    // Words as people write them, and the terms each leads to.
    let forms: SortedStrings
    let formTermStarts: Column<UInt32>
    let formTerms: Column<UInt32>
    /// Which letters a form has (one bit for each of 64 classes): rules out most of the dictionary at a glance.
    let formLetters: Column<UInt64>

    let facets: FacetColumns
    let numbers: Column<Double>
    let vectors: VectorColumns

    let filters = FilterCache()

    var count: Int { keys.count }
    var blockCount: Int { (count + Self.blockSize - 1) >> Self.blockBits }

    func postings(of term: Int) -> Range<Int> { Int(postingStarts[term])..<Int(postingStarts[term + 1]) }

    /// The postings among which that of a document is, if there is one.
    func postings(of term: Int, near doc: Int) -> Range<Int> {
        guard tables[term] != Self.noTable else { return postings(of: term) }
        let block = Int(tables[term]) * (blockCount + 1) + (doc >> Self.blockBits)
        return Int(blockStarts[block])..<Int(blockStarts[block + 1])
    }

    func frequency(of term: Int) -> Int { postings(of: term).count }

    func docs(_ range: Range<Int>) -> UnsafeBufferPointer<UInt32> {
        precondition(range.lowerBound >= 0 && range.upperBound <= postingDocs.count)
        return UnsafeBufferPointer(start: postingDocs.base + range.lowerBound, count: range.count)
    }
}

/// The values of each facet, by document and by value.
struct FacetColumns: Sendable {
    /// By document: for facet `f` of document `d`, row `d * facets + f`.
    let rowStarts: Column<UInt32>
    let rowValues: Column<UInt32>
    /// By value: the values of facet `f` are `valueStarts[f]..<valueStarts[f + 1]`, ascending.
    let valueStarts: Column<UInt32>
    let values: Column<UInt32>
    let docStarts: Column<UInt32>
    let docs: Column<UInt32>

    func row(_ doc: Int, facet: Int, of facetCount: Int) -> UnsafeBufferPointer<UInt32> {
        let start = Int(rowStarts[doc * facetCount + facet])
        let end = Int(rowStarts[doc * facetCount + facet + 1])
        precondition(end <= rowValues.count && start <= end)
        return UnsafeBufferPointer(start: rowValues.base + start, count: end - start)
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

    func docs(_ place: Int) -> UnsafeBufferPointer<UInt32> {
        let range = range(place)
        precondition(range.upperBound <= docs.count)
        return UnsafeBufferPointer(start: docs.base + range.lowerBound, count: range.count)
    }
}

/// Vectors, and their signs as bits for a quick first pass.
struct VectorColumns: Sendable {
    static let none = UInt32.max

    /// Which document each row belongs to, ascending, and the reverse.
    let docs: Column<UInt32>
    let rows: Column<UInt32>
    let values: Column<Int8>
    let scales: Column<Float>
    let signs: Column<UInt64>

    func row(of doc: Int) -> Int? {
        guard !rows.isEmpty else { return nil }
        let row = rows[doc]
        return row == Self.none ? nil : Int(row)
    }
}
