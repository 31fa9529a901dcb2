/// The columns of a segment one after another, as a snapshot keeps them.
extension Segment {
    var columns: [UnsafeRawBufferPointer] {
        [
            keys.starts.bytes, keys.bytes.bytes, terms.starts.bytes, terms.bytes.bytes, postingStarts.bytes,
            postingDocs.bytes, postingImpacts.bytes, postingFrequencies.bytes, frequencies.bytes, highestImpacts.bytes,
            tables.bytes, blockStarts.bytes, blockHighest.bytes, fieldLengths.bytes, streamStarts.bytes, stream.bytes,
            termOfRank.bytes, rankOfTerm.bytes, forms.starts.bytes, forms.bytes.bytes, formTermStarts.bytes,
            formTerms.bytes, formLetters.bytes, facets.rowStarts.bytes, facets.rowValues.bytes,
            facets.valueStarts.bytes,
            facets.values.bytes, facets.docStarts.bytes, facets.docs.bytes, numbers.bytes, vectors.docs.bytes,
            vectors.rows.bytes, vectors.values.bytes, vectors.scales.bytes, vectors.signs.bytes,
        ]
    }

    /// Reads the columns in the order of `columns`.
    init(_ source: inout ColumnSource) throws(SearchIndexError) {
        keys = SortedStrings(starts: try source.next(), bytes: try source.next())
        terms = SortedStrings(starts: try source.next(), bytes: try source.next())
        postingStarts = try source.next()
        postingDocs = try source.next()
        postingImpacts = try source.next()
        postingFrequencies = try source.next()
        frequencies = try source.next()
        highestImpacts = try source.next()
        tables = try source.next()
        blockStarts = try source.next()
        blockHighest = try source.next()
        fieldLengths = try source.next()
        streamStarts = try source.next()
        stream = try source.next()
        termOfRank = try source.next()
        rankOfTerm = try source.next()
        forms = SortedStrings(starts: try source.next(), bytes: try source.next())
        formTermStarts = try source.next()
        formTerms = try source.next()
        formLetters = try source.next()
        facets = FacetColumns(
            rowStarts: try source.next(), rowValues: try source.next(), valueStarts: try source.next(),
            values: try source.next(), docStarts: try source.next(), docs: try source.next())
        numbers = try source.next()
        vectors = VectorColumns(
            docs: try source.next(), rows: try source.next(), values: try source.next(), scales: try source.next(),
            signs: try source.next())
    }
}

/// Hands out the columns that lie in a snapshot.
struct ColumnSource {
    private let memory: Memory
    private var offset: Int

    init(_ memory: Memory, offset: Int) {
        self.memory = memory
        self.offset = offset
    }

    /// A column is its size in bytes (8 bytes), padding to 64, its bytes, padding to 64.
    mutating func next<Element>() throws(SearchIndexError) -> Column<Element> {
        let size = Int(clamping: try number())
        let stride = MemoryLayout<Element>.stride
        guard size % stride == 0, let column = Column<Element>(in: memory, offset: offset, count: size / stride) else {
            throw .snapshotDamaged
        }
        offset += (size + 63) / 64 * 64
        return column
    }

    /// A number standing alone takes 64 bytes.
    mutating func number() throws(SearchIndexError) -> UInt64 {
        guard offset >= 0, memory.bytes.count >= 64, offset <= memory.bytes.count - 64 else { throw .snapshotDamaged }
        let value = memory.bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset += 64
        return UInt64(littleEndian: value)
    }
}
