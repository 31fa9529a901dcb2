/// What the index keeps of a document besides its words; read from the columns when asked for, not before.
public struct StoredDocument: Sendable {
    public struct Facets: Sendable {
        let segment: Segment
        let doc: Int
        let count: Int

        /// Nil where it has no value.
        public subscript(facet: FacetID) -> [UInt32]? {
            guard facet.place >= 0, facet.place < count else { return nil }
            let row = segment.facets.row(doc, facet: facet.place, of: count)
            return row.isEmpty ? nil : Array(row)
        }

        public func has(_ value: UInt32, _ facet: FacetID) -> Bool {
            guard facet.place >= 0, facet.place < count else { return false }
            return segment.facets.row(doc, facet: facet.place, of: count).contains(value)
        }
    }

    public struct Numbers: Sendable {
        let segment: Segment
        let doc: Int
        let count: Int

        /// Nil where it is absent.
        public subscript(number: NumberID) -> Double? {
            guard number.place >= 0, number.place < count else { return nil }
            let value = segment.numbers[doc * count + number.place]
            return value.isNaN ? nil : value
        }
    }

    public let facets: Facets
    public let numbers: Numbers
}

extension Reader {
    /// The values of facets and the numbers of a document; nil where there is no such document.
    public func stored(_ key: String) -> StoredDocument? {
        for state in states {
            guard let doc = state.doc(of: key) else { continue }
            return StoredDocument(
                facets: .init(segment: state.segment, doc: doc, count: schema.facets.count),
                numbers: .init(segment: state.segment, doc: doc, count: schema.numbers.count))
        }
        return nil
    }
}
