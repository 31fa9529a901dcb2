/// One way to find a place of a text again.
public struct Term: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
        /// The word as people write it, folded: for prefixes, completion and "did you mean". Not for comparing meaning.
        case word
        /// What words of one family share: compare these.
        case stem
        /// A number in plain digits, with a point for decimals.
        case number
        /// The parts of a hyphenated word joined: `co-operation` as `cooper`.
        case compound
        /// Two neighbouring Chinese characters: the second reading beside the word.
        case bigram
        /// Genus and species kept whole: `rhizophora mangle`.
        case scientificName
    }

    public var text: String
    /// Which word of the text it is, from 0. Stop words count, so phrases keep their distances.
    public var position: Int
    /// Where it stands in the text, in UTF-8 offsets.
    public var range: Range<Int>
    public var kind: Kind

    public init(text: String, position: Int, range: Range<Int>, kind: Kind) {
        self.text = text
        self.position = position
        self.range = range
        self.kind = kind
    }
}

/// The ways to read one word of a query.
public struct TermReadings: Hashable, Sendable {
    public struct Reading: Hashable, Sendable {
        public var text: String
        public var kind: Term.Kind
        /// 0 to 1; the readings that compete with one another share 1.
        public var weight: Double

        public init(text: String, kind: Term.Kind, weight: Double) {
            self.text = text
            self.kind = kind
            self.weight = weight
        }
    }

    /// The word as the person wrote it, folded.
    public var word: String
    public var position: Int
    public var range: Range<Int>
    /// Likeliest first; never empty.
    public var readings: [Reading]

    public init(word: String, position: Int, range: Range<Int>, readings: [Reading]) {
        self.word = word
        self.position = position
        self.range = range
        self.readings = readings
    }
}
