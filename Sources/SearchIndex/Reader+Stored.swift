/// What the index keeps of a document besides its words.
public struct StoredDocument: Sendable {
    public var facets: [FacetID: [UInt32]]
    public var numbers: [NumberID: Double]
}

extension Reader {
    /// The values of some facets and all numbers of a document; nil where there is no such document.
    public func stored(_ key: String) -> StoredDocument? {
        for state in states {
            guard let doc = state.doc(of: key) else { continue }
            let segment = state.segment
            var stored = StoredDocument(facets: [:], numbers: [:])
            for place in schema.facets.indices {
                let row = segment.facets.row(doc, facet: place, of: schema.facets.count)
                if !row.isEmpty { stored.facets[FacetID(place)] = Array(row) }
            }
            for place in schema.numbers.indices {
                let number = segment.numbers[doc * schema.numbers.count + place]
                if !number.isNaN { stored.numbers[NumberID(place)] = number }
            }
            return stored
        }
        return nil
    }
}
