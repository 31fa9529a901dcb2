import TextAnalysis

/// Collects documents and lays them out as a segment.
struct SegmentBuilder {
    static let longestPosition = 1 << 24

    let schema: Schema
    private let formula: ImpactFormula

    private var keys = StringTable()
    private var terms = StringTable()
    private var forms = StringTable()
    private var leads = FormLeads()
    private var prepared: [StringTable.Slot] = []

    // Of each document added, in order of arrival.
    private var keyNumbers: [UInt32] = []
    private var tokenStarts: [Int] = [0]
    private var tokenTerms: [UInt32] = []
    /// Field in the highest byte, position below.
    private var tokenPlaces: [UInt32] = []
    private var facetStarts: [UInt32] = [0]
    private var facetValues: [UInt32] = []
    private var numbers: [Double] = []
    private var vectorRows: [UInt32] = []
    private var vectorValues: [Int8] = []
    private var vectorScales: [Float] = []

    init(schema: Schema) {
        self.schema = schema
        formula = ImpactFormula(schema)
    }

    /// Documents added so far, those replaced since among them.
    var count: Int { keyNumbers.count }
    var isFull: Bool { count >= Segment.mostDocuments || tokenTerms.count >= 48_000_000 }

    /// Adds a document; one of the same key added before no longer counts.
    mutating func add(_ document: Document) {
        keyNumbers.append(UInt32(keys.number(of: document.key)))
        for field in schema.fields.indices {
            var start = 0
            for text in document.fields where text.field.place == field { start = add(text, startingAt: start) }
        }
        tokenStarts.append(tokenTerms.count)
        for facet in schema.facets.indices {
            let values = document.facets[FacetID(facet)] ?? []
            facetValues.append(contentsOf: values.count > 1 ? Array(Set(values)).sorted() : values)
            facetStarts.append(UInt32(facetValues.count))
        }
        for number in schema.numbers.indices { numbers.append(document.numbers[NumberID(number)] ?? .nan) }
        if schema.vectorLength > 0 {
            let vector = document.vector.flatMap { $0.values.count == schema.vectorLength ? $0 : nil }
            addVector(vector.map { ($0.values, $0.scale) })
        }
    }

    private mutating func add(_ text: FieldText, startingAt start: Int) -> Int {
        var last = start
        var form = -1
        var formPosition = -1
        prepared.removeAll(keepingCapacity: true)
        for term in text.terms {
            prepared.append(term.kind == .word ? forms.prepare(term.text) : terms.prepare(term.text))
        }
        for (term, slot) in zip(text.terms, prepared) {
            if term.kind == .word {
                form = forms.number(of: term.text, slot)
                formPosition = term.position
                continue
            }
            let number = UInt32(terms.number(of: term.text, slot))
            if form >= 0, term.position == formPosition, term.kind == .stem { leads.add(number, to: form) }
            // Positions never run backwards: a scientific name begins a word before the one it comes with.
            let position = min(max(last, start + term.position), Self.longestPosition - 1)
            last = position
            tokenTerms.append(number)
            tokenPlaces.append(UInt32(text.field.place) << 24 | UInt32(position))
        }
        return min(last + 100, Self.longestPosition - 1)
    }

    private mutating func addVector(_ vector: (values: [Int8], scale: Float)?) {
        guard let vector else {
            vectorRows.append(VectorColumns.none)
            return
        }
        vectorRows.append(UInt32(vectorScales.count))
        vectorValues.append(contentsOf: vector.values)
        vectorScales.append(vector.scale)
    }

    /// Adds the documents of a segment that are not dead, as they are.
    mutating func add(_ segment: Segment, dead: Bitmap?) {
        var numberOfTerm = Array(repeating: UInt32.max, count: segment.terms.count)
        func number(_ term: Int, _ terms: inout StringTable) -> UInt32 {
            if numberOfTerm[term] == .max { numberOfTerm[term] = UInt32(terms.number(of: segment.terms[term])) }
            return numberOfTerm[term]
        }
        for doc in 0..<segment.count where dead?.contains(doc) != true {
            keyNumbers.append(UInt32(keys.number(of: segment.keys[doc])))
            segment.forEachToken(of: doc) { token in
                tokenTerms.append(number(token.term, &terms))
                tokenPlaces.append(UInt32(token.field) << 24 | UInt32(token.position))
            }
            tokenStarts.append(tokenTerms.count)
            for facet in schema.facets.indices {
                facetValues.append(contentsOf: segment.facets.row(doc, facet: facet, of: schema.facets.count))
                facetStarts.append(UInt32(facetValues.count))
            }
            for place in schema.numbers.indices { numbers.append(segment.numbers[doc * schema.numbers.count + place]) }
            if schema.vectorLength > 0 {
                addVector(
                    segment.vectors.row(of: doc).map { row in
                        let start = segment.vectors.values.base + row * schema.vectorLength
                        return (
                            Array(UnsafeBufferPointer(start: start, count: schema.vectorLength)),
                            segment.vectors.scales[row]
                        )
                    })
            }
        }
        for form in 0..<segment.forms.count {
            let leadingTo = (segment.formTermStarts[form]..<segment.formTermStarts[form + 1])
                .map { numberOfTerm[Int(segment.formTerms[Int($0)])] }.filter { $0 != .max }
            if leadingTo.isEmpty { continue }
            let merged = forms.number(of: segment.forms[form])
            for term in leadingTo { leads.add(term, to: merged) }
        }
    }

    /// Lays everything out.
    func segment() -> Segment {
        // The last document of each key, in the order of keys.
        var lastOfKey = Array(repeating: UInt32.max, count: keys.count)
        for (doc, key) in keyNumbers.enumerated() { lastOfKey[Int(key)] = UInt32(doc) }
        let keyOrder = keys.sorted()
        let order = keyOrder.map { Int(lastOfKey[$0]) }
        let termOrder = terms.sorted()
        var placeOfTerm = Array(repeating: UInt32(0), count: termOrder.count)
        for (place, number) in termOrder.enumerated() { placeOfTerm[number] = UInt32(place) }

        let lengths = fieldLengths(order)
        let postings = PostingLayout(
            order: order, tokenStarts: tokenStarts, tokenTerms: tokenTerms, tokenPlaces: tokenPlaces,
            placeOfTerm: placeOfTerm, lengths: lengths, fieldCount: schema.fields.count, formula: formula)
        let (streamStarts, stream) = streams(order, placeOfTerm, postings.rankOfTerm)
        let formOrder = forms.sorted()
        let (formTermStarts, formTerms) = leadColumns(formOrder, placeOfTerm)
        let formStrings = forms.strings(formOrder)
        return Segment(
            keys: keys.strings(keyOrder), terms: terms.strings(termOrder),
            postingStarts: Column(postings.starts), postingDocs: Column(postings.docs),
            postingImpacts: Column(postings.impacts), postingFrequencies: Column(postings.frequencyRows),
            frequencies: Column(postings.frequencies), highestImpacts: Column(postings.highest),
            tables: Column(postings.tables), blockStarts: Column(postings.blockStarts),
            blockHighest: Column(postings.blockHighest), denseRows: Column(postings.denseRows),
            denseBits: Column(postings.denseBits), fieldLengths: Column(lengths),
            streamStarts: Column(streamStarts), stream: Column(stream), termOfRank: Column(postings.termOfRank),
            rankOfTerm: Column(postings.rankOfTerm), forms: formStrings, formTermStarts: Column(formTermStarts),
            formTerms: Column(formTerms), formLetters: Column(LetterSet.sets(of: formStrings)), facets: facets(order),
            numbers: Column(orderedNumbers(order)), vectors: vectors(order))
    }

    private func fieldLengths(_ order: [Int]) -> [UInt16] {
        let width = schema.fields.count
        var lengths = Array(repeating: UInt16(0), count: order.count * width)
        for (place, doc) in order.enumerated() {
            for token in tokenStarts[doc]..<tokenStarts[doc + 1] {
                let index = place * width + Int(tokenPlaces[token] >> 24)
                if lengths[index] < .max { lengths[index] += 1 }
            }
        }
        return lengths
    }

    private func streams(_ order: [Int], _ placeOfTerm: [UInt32], _ rankOfTerm: [UInt32]) -> ([UInt32], [UInt8]) {
        var starts: [UInt32] = [0]
        var bytes: [UInt8] = []
        bytes.reserveCapacity(tokenTerms.count * 5 / 2)
        for doc in order {
            let tokens = (tokenStarts[doc]..<tokenStarts[doc + 1]).lazy.map { token in
                let place = tokenPlaces[token]
                let rank = Int(rankOfTerm[Int(placeOfTerm[Int(tokenTerms[token])])])
                return (rank: rank, field: Int(place >> 24), position: Int(place & 0xFF_FFFF))
            }
            TokenStream.encode(tokens, to: &bytes)
            starts.append(UInt32(bytes.count))
        }
        return (starts, bytes)
    }

    private func leadColumns(_ formOrder: [Int], _ placeOfTerm: [UInt32]) -> ([UInt32], [UInt32]) {
        var starts: [UInt32] = [0]
        var places: [UInt32] = []
        for form in formOrder {
            places.append(contentsOf: leads.terms(of: form).map { placeOfTerm[Int($0)] }.sorted())
            starts.append(UInt32(places.count))
        }
        return (starts, places)
    }

    private func facets(_ order: [Int]) -> FacetColumns {
        let width = schema.facets.count
        var layout = FacetLayout(facetCount: width, documents: order.count)
        for doc in order {
            for row in doc * width..<(doc + 1) * width {
                layout.add(facetValues[Int(facetStarts[row])..<Int(facetStarts[row + 1])])
            }
        }
        return layout.columns()
    }

    private func orderedNumbers(_ order: [Int]) -> [Double] {
        let width = schema.numbers.count
        return order.flatMap { numbers[$0 * width..<($0 + 1) * width] }
    }

    private func vectors(_ order: [Int]) -> VectorColumns {
        let length = schema.vectorLength
        var docs: [UInt32] = []
        var rows: [UInt32] = []
        var values: [Int8] = []
        var scales: [Float] = []
        var signs: [UInt64] = []
        if length > 0 {
            values.reserveCapacity(vectorValues.count)
            for (place, doc) in order.enumerated() {
                guard vectorRows[doc] != VectorColumns.none else {
                    rows.append(VectorColumns.none)
                    continue
                }
                let row = Int(vectorRows[doc])
                let vector = vectorValues[row * length..<(row + 1) * length]
                rows.append(UInt32(scales.count))
                docs.append(UInt32(place))
                values.append(contentsOf: vector)
                scales.append(vectorScales[row])
                signs.append(contentsOf: VectorSigns.of(vector))
            }
        }
        return VectorColumns(
            docs: Column(docs), rows: Column(rows), values: Column(values), scales: Column(scales), signs: Column(signs)
        )
    }
}
