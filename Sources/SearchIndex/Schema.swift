/// What documents of an index are made of. Fixed for the life of an index; a snapshot of another schema is refused.
public struct Schema: Codable, Hashable, Sendable {
    /// A field of text, scored by BM25F.
    public struct Field: Codable, Hashable, Sendable {
        public var name: String
        /// How much a word in this field counts.
        public var weight: Double
        /// How much a long text is held against it, 0 (not at all) to 1; the `b` of BM25F.
        public var lengthPenalty: Double
        /// The length, in terms, that counts as usual. Fixed rather than averaged, so that a score does not depend on
        /// what else was added when.
        public var usualLength: Double

        public init(_ name: String, weight: Double = 1, lengthPenalty: Double = 0.75, usualLength: Double) {
            self.name = name
            self.weight = weight
            self.lengthPenalty = lengthPenalty
            self.usualLength = usualLength
        }
    }

    public static let mostFields = 8

    /// At most eight; a `FieldID` is the place in this list. More are ignored.
    public var fields: [Field]
    public var facets: [String]
    public var numbers: [String]
    /// How soon more of the same word stops counting; the `k1` of BM25F.
    public var saturation: Double
    /// Numbers in a vector; 0 without vectors. A multiple of 64.
    public var vectorLength: Int

    public init(
        fields: [Field], facets: [String] = [], numbers: [String] = [], saturation: Double = 1.2, vectorLength: Int = 0
    ) {
        self.fields = Array(fields.prefix(Self.mostFields))
        self.facets = facets
        self.numbers = numbers
        self.saturation = max(0.01, saturation)
        self.vectorLength = max(0, vectorLength) / 64 * 64
    }
}

/// The place of a text field in the schema.
public struct FieldID: Hashable, Codable, Sendable {
    public var place: Int
    public init(_ place: Int) { self.place = place }
}

/// The place of a facet in the schema.
public struct FacetID: Hashable, Codable, Sendable {
    public var place: Int
    public init(_ place: Int) { self.place = place }
}

/// The place of a number in the schema.
public struct NumberID: Hashable, Codable, Sendable {
    public var place: Int
    public init(_ place: Int) { self.place = place }
}
