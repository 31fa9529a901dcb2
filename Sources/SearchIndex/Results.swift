/// What was found.
public struct Results: Sendable {
    /// Best first; of equal score, the smaller key first.
    public var hits: [Hit]
    /// How many documents match; nil where it was not asked for.
    public var total: Int?
    /// How many matching documents have each value; only values that occur.
    public var counts: [FacetID: [UInt32: Int]]

    public init(hits: [Hit] = [], total: Int? = nil, counts: [FacetID: [UInt32: Int]] = [:]) {
        self.hits = hits
        self.total = total
        self.counts = counts
    }
}

/// A document found.
public struct Hit: Hashable, Sendable {
    public var key: String
    /// Exactly the sum of `parts`, added in any order: all are multiples of one power of two.
    public var score: Double
    /// Empty where not asked for.
    public var parts: [Part]

    /// What one clause adds to a score.
    public struct Part: Hashable, Sendable {
        public enum Source: Hashable, Sendable {
            /// A term, in one field.
            case term(String, FieldID)
            case facet(FacetID, UInt32)
            /// The meaning; with the cosine.
            case vector(cosine: Double)
        }

        public var source: Source
        /// The group of the clause; -1 for the vector.
        public var group: Int
        public var value: Double

        public init(source: Source, group: Int, value: Double) {
            self.source = source
            self.group = group
            self.value = value
        }
    }

    public init(key: String, score: Double, parts: [Part] = []) {
        self.key = key
        self.score = score
        self.parts = parts
    }
}
