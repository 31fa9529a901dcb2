/// What the index keeps of a document besides its words; read from the columns when asked for, not before.
public struct StoredDocument: Sendable {
    /// Valid as long as the document it was taken from.
    public struct Facets: Sendable {
        fileprivate let view: SegmentView
        fileprivate let first: Int
        fileprivate let count: Int

        /// Nil where it has no value.
        public subscript(facet: FacetID) -> [UInt32]? {
            let row = row(facet)
            return row.isEmpty ? nil : Array(row)
        }

        public func has(_ value: UInt32, _ facet: FacetID) -> Bool { row(facet).contains(value) }

        public func hasAny(_ facet: FacetID) -> Bool { !row(facet).isEmpty }

        /// The values as they lie in the index; valid as long as the document.
        public func row(_ facet: FacetID) -> UnsafeBufferPointer<UInt32> {
            guard facet.place >= 0, facet.place < count else { return UnsafeBufferPointer(start: nil, count: 0) }
            return view.row(first + facet.place)
        }
    }

    /// Valid as long as the document it was taken from.
    public struct Numbers: Sendable {
        fileprivate let view: SegmentView
        fileprivate let first: Int
        fileprivate let count: Int

        /// Nil where it is absent.
        public subscript(number: NumberID) -> Double? {
            guard number.place >= 0, number.place < count else { return nil }
            let value = view.numbers[first + number.place]
            return value.isNaN ? nil : value
        }
    }

    public let facets: Facets
    public let numbers: Numbers
    let segment: Segment
    let doc: Int

    init(_ segment: Segment, doc: Int, _ schema: Schema) {
        self.init(segment, doc: doc, facets: schema.facets.count, numbers: schema.numbers.count)
    }

    init(_ segment: Segment, doc: Int, facets facetCount: Int, numbers numberCount: Int) {
        precondition(doc >= 0 && doc < segment.count)
        facets = Facets(view: segment.view, first: doc * facetCount, count: facetCount)
        numbers = Numbers(view: segment.view, first: doc * numberCount, count: numberCount)
        self.segment = segment
        self.doc = doc
    }
}

extension Reader {
    /// The values of facets and the numbers of a document; nil where there is no such document.
    public func stored(_ key: String) -> StoredDocument? {
        for state in states {
            guard let doc = state.doc(of: key) else { continue }
            return StoredDocument(state.segment, doc: doc, schema)
        }
        return nil
    }
}
