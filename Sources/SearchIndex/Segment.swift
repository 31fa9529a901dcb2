/// Up to 262,144 documents, sorted by key, in columns; never changed once made. A class, because copying fifty columns to
/// pass them on took half of the time of a search.
///
/// Postings of one term stand together, ascending by document. Each has an *impact*: the term's saturated, weighted
/// frequency in the document (BM25F without the rarity of the term), as a number of 1 to 255. Frequent terms also have a
/// table of where each block of 4,096 documents begins and how high its impacts go, so that most blocks are never read.
/// The most frequent also have a bit for every document, so that 64 documents are asked at once.
final class Segment: Sendable {
    static let mostDocuments = 1 << 18
    static let blockBits = 12
    static let blockSize = 1 << blockBits
    /// Terms with fewer postings have no table of blocks.
    static let tabledFrequency = 512
    static let noTable = UInt32.max
    /// Terms that stand in at least one of so many documents also have a row of bits.
    static let denseShare = 32

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
    /// Which row of bits a term has, `noTable` without one.
    let denseRows: Column<UInt32>
    let denseBits: Column<UInt64>

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

    /// What scoring reads of a document, as bare addresses.
    let view: SegmentView
    private let termSlots: StringSlots
    private let bitRanks: BitRanks
    private let highRows: HighRows
    let filters = FilterCache()
    let byteColumns = ColumnCache()

    init(
        keys: SortedStrings, terms: SortedStrings, postingStarts: Column<UInt32>,
        postingDocs:
            Column<UInt32>, postingImpacts: Column<UInt8>, postingFrequencies: Column<UInt16>,
        frequencies:
            Column<UInt64>, highestImpacts: Column<UInt8>, tables: Column<UInt32>, blockStarts: Column<UInt32>,
        blockHighest: Column<UInt8>, denseRows: Column<UInt32>, denseBits: Column<UInt64>,
        fieldLengths:
            Column<UInt16>, streamStarts: Column<UInt32>, stream: Column<UInt8>, termOfRank: Column<UInt32>,
        rankOfTerm: Column<UInt32>, forms: SortedStrings, formTermStarts: Column<UInt32>,
        formTerms:
            Column<UInt32>, formLetters: Column<UInt64>, facets: FacetColumns, numbers: Column<Double>,
        vectors:
            VectorColumns
    ) {
        self.keys = keys
        self.terms = terms
        self.postingStarts = postingStarts
        self.postingDocs = postingDocs
        self.postingImpacts = postingImpacts
        self.postingFrequencies = postingFrequencies
        self.frequencies = frequencies
        self.highestImpacts = highestImpacts
        self.tables = tables
        self.blockStarts = blockStarts
        self.blockHighest = blockHighest
        self.denseRows = denseRows
        self.denseBits = denseBits
        self.fieldLengths = fieldLengths
        self.streamStarts = streamStarts
        self.stream = stream
        self.termOfRank = termOfRank
        self.rankOfTerm = rankOfTerm
        self.forms = forms
        self.formTermStarts = formTermStarts
        self.formTerms = formTerms
        self.formLetters = formLetters
        self.facets = facets
        self.numbers = numbers
        self.vectors = vectors
        view = SegmentView(facets: facets, numbers: numbers)
        termSlots = StringSlots(terms)
        bitRanks = BitRanks(denseBits, documents: keys.count)
        highRows = HighRows(
            denseRows: denseRows, denseBits: denseBits, postingStarts: postingStarts, postingImpacts: postingImpacts,
            documents: keys.count)
    }

    var count: Int { keys.count }
    var blockCount: Int { (count + Self.blockSize - 1) >> Self.blockBits }

    func term(_ text: String) -> Int? { termSlots.index(of: text, in: terms) }

    /// Words in a row of bits.
    var rowWords: Int { (count + 63) / 64 }

    /// Words from one row of bits of a term to the next: whole lines of memory, an odd number of them. Rows that lie a power
    /// of two apart share a few places of the caches and throw one another out before they are read.
    static func rowStride(documents: Int) -> Int { ((documents + 511) / 512 | 1) * 8 }

    /// A bit for every document, where the term is frequent.
    func bits(of term: Int) -> UnsafePointer<UInt64>? {
        let row = denseRows[term]
        guard row != Self.noTable else { return nil }
        let stride = Self.rowStride(documents: count)
        precondition((Int(row) + 1) * stride <= denseBits.count)
        return denseBits.base + Int(row) * stride
    }

    /// The ranks that belong to a row of bits.
    func ranks(of row: UnsafePointer<UInt64>) -> UnsafePointer<UInt16> {
        bitRanks.ranks(ofRowAt: row - denseBits.base)
    }

    /// Where the term of a row of bits counts much.
    func highRow(of row: UnsafePointer<UInt64>) -> HighRows.Row { highRows.row(at: row - denseBits.base) }

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

/// The values and numbers of documents without counting references; valid as long as the segment.
struct SegmentView: @unchecked Sendable {
    // Unchecked for the addresses, which are only read.
    let rowSets: UnsafePointer<UInt32>
    let setStarts: UnsafePointer<UInt32>
    let setValues: UnsafePointer<UInt32>
    let valueCount: Int
    let numbers: UnsafePointer<Double>

    init(facets: FacetColumns, numbers: Column<Double>) {
        rowSets = facets.rowSets.base
        setStarts = facets.setStarts.base
        setValues = facets.setValues.base
        valueCount = facets.setValues.count
        self.numbers = numbers.base
    }

    /// The caller vouches for the place; what lies in it is checked.
    @inline(__always)
    func row(_ place: Int) -> UnsafeBufferPointer<UInt32> {
        let set = Int(rowSets[place])
        let start = Int(setStarts[set])
        let end = Int(setStarts[set + 1])
        precondition(end <= valueCount && start <= end)
        return UnsafeBufferPointer(start: setValues + start, count: end - start)
    }
}
