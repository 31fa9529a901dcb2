public import TextAnalysis

/// What the index keeps of one thing: how to find it again, not the thing itself.
public struct Document: Sendable {
    /// Unique; a document put again replaces the one before. Ties of score go to the smaller key (by UTF-8 bytes).
    public var key: String
    public var fields: [FieldText]
    public var facets: [FacetID: [UInt32]]
    /// Not-a-number counts as absent.
    public var numbers: [NumberID: Double]
    public var vector: Vector?

    public init(
        key: String, fields: [FieldText] = [], facets: [FacetID: [UInt32]] = [:], numbers: [NumberID: Double] = [:],
        vector: Vector? = nil
    ) {
        self.key = key
        self.fields = fields
        self.facets = facets
        self.numbers = numbers
        self.vector = vector
    }
}

/// The terms of one field. A field may come more than once (one text per language): the lengths add up, and no phrase
/// spans two texts.
public struct FieldText: Sendable {
    public var field: FieldID
    public var terms: [Term]

    public init(field: FieldID, terms: [Term]) {
        self.field = field
        self.terms = terms
    }

    public init(field: FieldID, text: String, analyzer: Analyzer) {
        self.init(field: field, terms: analyzer.terms(in: text))
    }
}

/// A meaning as numbers: `values[i] * scale`.
public struct Vector: Hashable, Sendable {
    public var values: [Int8]
    public var scale: Float

    public init(values: [Int8], scale: Float) {
        self.values = values
        self.scale = scale
    }

    /// Rounds to 8 bits; the largest number becomes 127.
    public init(_ numbers: [Float]) {
        let largest = numbers.reduce(Float(0)) { max($0, abs($1)) }
        let scale = largest > 0 && largest.isFinite ? largest / 127 : 1
        self.scale = scale
        values = numbers.map { number in
            let rounded = (number / scale).rounded()
            return rounded.isFinite ? Int8(max(-127, min(127, rounded))) : 0
        }
    }
}

/// One step of an update.
public enum Change: Sendable {
    case put(Document)
    case remove(key: String)
}
