/// The columns of a segment one after another, as a snapshot keeps them.
extension Segment {
    var columns: [UnsafeRawBufferPointer] {
        [
            keys.starts.bytes, keys.bytes.bytes, terms.starts.bytes, terms.bytes.bytes, postingStarts.bytes,
            postingDocs.bytes, postingImpacts.bytes, postingFrequencies.bytes, frequencies.bytes, highestImpacts.bytes,
            tables.bytes, blockStarts.bytes, blockHighest.bytes, denseRows.bytes, denseBits.bytes, fieldLengths.bytes,
            streamStarts.bytes, stream.bytes,
            termOfRank.bytes, rankOfTerm.bytes, forms.starts.bytes, forms.bytes.bytes, formTermStarts.bytes,
            formTerms.bytes, formLetters.bytes, facets.rowSets.bytes, facets.setStarts.bytes, facets.setValues.bytes,
            facets.valueStarts.bytes, facets.values.bytes, facets.frequencies.bytes, facets.docStarts.bytes,
            facets.docs.bytes, facets.denseRows.bytes, facets.denseBits.bytes, numbers.bytes, vectors.docs.bytes,
            vectors.rows.bytes, vectors.values.bytes, vectors.scales.bytes, vectors.signs.bytes,
        ]
    }

    /// Reads the columns in the order of `columns`.
    convenience init(_ source: inout ColumnSource) throws(SearchIndexError) {
        let keys = SortedStrings(starts: try source.next(), bytes: try source.next())
        let terms = SortedStrings(starts: try source.next(), bytes: try source.next())
        let postingStarts: Column<UInt32> = try source.next()
        let postingDocs: Column<UInt32> = try source.next()
        let postingImpacts: Column<UInt8> = try source.next()
        let postingFrequencies: Column<UInt16> = try source.next()
        let frequencies: Column<UInt64> = try source.next()
        let highestImpacts: Column<UInt8> = try source.next()
        let tables: Column<UInt32> = try source.next()
        let blockStarts: Column<UInt32> = try source.next()
        let blockHighest: Column<UInt8> = try source.next()
        let denseRows: Column<UInt32> = try source.next()
        let denseBits: Column<UInt64> = try source.next()
        let fieldLengths: Column<UInt16> = try source.next()
        let streamStarts: Column<UInt32> = try source.next()
        let stream: Column<UInt8> = try source.next()
        let termOfRank: Column<UInt32> = try source.next()
        let rankOfTerm: Column<UInt32> = try source.next()
        let forms = SortedStrings(starts: try source.next(), bytes: try source.next())
        let formTermStarts: Column<UInt32> = try source.next()
        let formTerms: Column<UInt32> = try source.next()
        let formLetters: Column<UInt64> = try source.next()
        let facets = FacetColumns(
            rowSets: try source.next(), setStarts: try source.next(), setValues: try source.next(),
            valueStarts: try source.next(), values: try source.next(), frequencies: try source.next(),
            docStarts: try source.next(), docs: try source.next(), denseRows: try source.next(),
            denseBits: try source.next())
        let numbers: Column<Double> = try source.next()
        let vectors = VectorColumns(
            docs: try source.next(), rows: try source.next(), values: try source.next(), scales: try source.next(),
            signs: try source.next())
        self.init(
            keys: keys, terms: terms, postingStarts: postingStarts, postingDocs: postingDocs,
            postingImpacts: postingImpacts, postingFrequencies: postingFrequencies,
            frequencies:
                frequencies, highestImpacts: highestImpacts, tables: tables, blockStarts: blockStarts,
            blockHighest: blockHighest, denseRows: denseRows, denseBits: denseBits,
            fieldLengths:
                fieldLengths, streamStarts: streamStarts, stream: stream, termOfRank: termOfRank,
            rankOfTerm:
                rankOfTerm, forms: forms, formTermStarts: formTermStarts, formTerms: formTerms,
            formLetters:
                formLetters, facets: facets, numbers: numbers, vectors: vectors)
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
