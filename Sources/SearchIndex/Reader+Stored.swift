/// The values of facets and the numbers of a document, read from the columns when asked for, not before; valid as long as
/// the reader they came from.
public struct DocumentValues: Sendable {
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

        /// The values as they lie in the index.
        public func row(_ facet: FacetID) -> UnsafeBufferPointer<UInt32> {
            guard facet.place >= 0, facet.place < count else { return UnsafeBufferPointer(start: nil, count: 0) }
            return view.row(first + facet.place)
        }
    }

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

    private let view: SegmentView
    private let doc: Int
    private let facetCount: Int
    private let numberCount: Int

    public var facets: Facets { Facets(view: view, first: doc * facetCount, count: facetCount) }
    public var numbers: Numbers { Numbers(view: view, first: doc * numberCount, count: numberCount) }

    /// The caller vouches for the document.
    init(_ view: SegmentView, doc: Int, facets facetCount: Int, numbers numberCount: Int) {
        self.view = view
        self.doc = doc
        self.facetCount = facetCount
        self.numberCount = numberCount
    }
}

/// What the index keeps of a document besides its words; keeps what it reads alive.
public struct StoredDocument: Sendable {
    let segment: Segment
    let doc: Int
    private let facetCount: Int
    private let numberCount: Int

    public var values: DocumentValues {
        DocumentValues(segment.view, doc: doc, facets: facetCount, numbers: numberCount)
    }
    public var facets: DocumentValues.Facets { values.facets }
    public var numbers: DocumentValues.Numbers { values.numbers }

    init(_ segment: Segment, doc: Int, _ schema: Schema) {
        precondition(doc >= 0 && doc < segment.count)
        self.segment = segment
        self.doc = doc
        facetCount = schema.facets.count
        numberCount = schema.numbers.count
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
