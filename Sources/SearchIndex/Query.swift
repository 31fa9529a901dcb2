public import TextAnalysis

/// What to look for, how much each part counts, and which documents may answer.
public struct Query: Sendable {
    public static let mostClauses = 1_000

    public struct Clause: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// A term as the analysis gives it. Counts by BM25F times `weight`.
            case term(String)
            /// All terms of words that begin so (folded), at most `Reader.mostExpansions`, the most frequent first.
            case prefix(String)
            /// A value of a facet. Counts `weight` where the document has it.
            case facet(FacetID, UInt32)
        }

        public var kind: Kind
        /// Above 0.
        public var weight: Double
        /// Clauses of one group are ways of saying the same thing: for `Match` any of them will do.
        public var group: Int

        public init(_ kind: Kind, weight: Double = 1, group: Int) {
            self.kind = kind
            self.weight = weight
            self.group = group
        }
    }

    /// How many of the groups of words a document must have.
    public enum Match: Hashable, Sendable {
        /// At least one. Facets alone are enough only where the query has no words.
        case any
        /// Every group with words.
        case all
        case atLeast(Int)
    }

    public struct VectorClause: Hashable, Sendable {
        public var vector: Vector
        /// What a cosine of 1 counts; a negative cosine counts nothing.
        public var weight: Double

        public init(_ vector: Vector, weight: Double) {
            self.vector = vector
            self.weight = weight
        }
    }

    /// At most `mostClauses` count, the first.
    public var clauses: [Clause]
    public var match: Match
    public var vector: VectorClause?
    public var filter: Filter?
    /// How many hits, best first.
    public var limit: Int
    /// How many better hits to leave out: later pages.
    public var offset: Int
    /// Facets whose values are to be counted over everything that matches.
    public var counts: [FacetID]
    /// Whether `Results.total` is wanted; it means looking at every match.
    public var wantsTotal: Bool
    /// Whether hits carry the parts of their score.
    public var wantsParts: Bool

    public init(
        clauses: [Clause] = [], match: Match = .any, vector: VectorClause? = nil, filter: Filter? = nil,
        limit: Int = 50, offset: Int = 0, counts: [FacetID] = [], wantsTotal: Bool = false, wantsParts: Bool = true
    ) {
        self.clauses = clauses
        self.match = match
        self.vector = vector
        self.filter = filter
        self.limit = limit
        self.offset = offset
        self.counts = counts
        self.wantsTotal = wantsTotal
        self.wantsParts = wantsParts
    }

    /// The clauses of words: one group per word, one clause per reading.
    public static func clauses(for words: [TermReadings], weight: Double = 1, firstGroup: Int = 0) -> [Clause] {
        words.enumerated().flatMap { index, word in
            word.readings.map {
                Clause(.term($0.text), weight: weight * $0.weight, group: firstGroup + index)
            }
        }
    }
}

/// Which documents may answer.
public indirect enum Filter: Hashable, Sendable {
    /// The document has one of these values.
    case facet(FacetID, anyOf: [UInt32])
    /// How many values of the facet the document has lies in the range.
    case facetCount(FacetID, ClosedRange<Int>)
    /// The document has this number and it lies in the range.
    case number(NumberID, ClosedRange<Double>)
    case keys([String])
    case term(String)
    /// The words stand one after another in one field. Each word may be read in several ways; a distance is that from the
    /// first word.
    case phrase(Phrase)
    case hasVector
    case all([Filter])
    case any([Filter])
    case not(Filter)
}

/// Words one after another.
public struct Phrase: Hashable, Sendable {
    public struct Word: Hashable, Sendable {
        public var readings: [String]
        public var distance: Int

        public init(readings: [String], distance: Int) {
            self.readings = readings
            self.distance = distance
        }
    }

    public var words: [Word]

    public init(words: [Word]) { self.words = words }

    /// The phrase of an analysed query: stop words left out keep their place.
    public init(_ words: [TermReadings]) {
        let first = words.first?.position ?? 0
        self.words = words.map { word in
            let readings = word.readings.filter { $0.kind == .stem || $0.kind == .number }.map(\.text)
            return Word(readings: readings, distance: word.position - first)
        }
    }
}
