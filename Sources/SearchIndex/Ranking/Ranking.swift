/// A score made of many parts of which words are only some, and the best documents by it: exactly those that scoring
/// every document would find.
///
/// The index does not know what the parts mean. It adds up the most that a document can have of them, as cheaply as can
/// be, and asks `score` only for documents that may be among the best. What it is told of a part must therefore never be
/// less than what `score` counts for it. Meaning alone is guessed at first from the signs of vectors: see `Meaning`.
public struct Ranking: Sendable {
    /// Words that are summed up, and count at most `cap`.
    public struct Sum: Sendable {
        public var cap: Double
        /// Documents let through by this filter have the capped sum and `raise` times as much again.
        public var raised: Filter?
        public var raise: Double

        public init(cap: Double, raised: Filter? = nil, raise: Double = 0) {
            self.cap = cap
            self.raised = raised
            self.raise = raise
        }
    }

    /// What a document has that a filter lets through.
    public struct Bonus: Sendable {
        public var filter: Filter
        /// At least 0; what speaks against a document is a bonus for the others and a lower `base`.
        public var value: Double
        /// Whether it is something in common: documents without words in common and without such a bonus are passed over.
        public var isCommon: Bool

        public init(_ filter: Filter, value: Double, isCommon: Bool = false) {
            self.filter = filter
            self.value = value
            self.isCommon = isCommon
        }
    }

    /// A number that stays with a document until it changes, computed once and remembered under the key.
    public struct Column: Sendable {
        public var key: ColumnKey
        public var value: @Sendable (DocumentValues) -> Double

        public init(key: some Hashable & Sendable, value: @escaping @Sendable (DocumentValues) -> Double) {
            self.key = ColumnKey(key)
            self.value = value
        }
    }

    /// Nothing for a cosine up to `from`, `most` for one from `to` on, straight between them.
    ///
    /// The quick pass reads the signs of a vector alone. The angle they tell is right but for chance; a document is looked
    /// at as if it were nearer by `margin` deviations.
    public struct Meaning: Sendable {
        static let margin = 3.0

        public var vector: Vector
        public var most: Double
        public var from: Double
        public var to: Double

        public init(_ vector: Vector, most: Double, from: Double, to: Double) {
            self.vector = vector
            self.most = most
            self.from = from
            self.to = to
        }

        func value(_ cosine: Double) -> Double { most * min(1, max(0, (cosine - from) / (to - from))) }
    }

    /// Documents whose best are wanted apart from all others; each document is in the first class that lets it through.
    public struct Class: Sendable {
        public var filter: Filter
        public var value: Double

        public init(_ filter: Filter, value: Double) {
            self.filter = filter
            self.value = value
        }
    }

    public static let mostSums = 2
    public static let mostClasses = 7

    /// Terms alone; what each counts is as in `Query`.
    public var clauses: [Query.Clause]
    /// Which of the sums a group of clauses belongs to.
    public var sumOfGroup: [Int]
    /// At most two.
    public var sums: [Sum]
    public var bonuses: [Bonus] = []
    public var column: Column?
    public var meaning: Meaning?
    /// At most seven, the first.
    public var classes: [Class] = [] {
        didSet { if classes.count > Self.mostClasses { classes.removeLast(classes.count - Self.mostClasses) } }
    }
    /// What documents in none of the classes have.
    public var restValue = 0.0
    /// What every document has; may be below 0.
    public var base = 0.0
    /// By how much rounding its parts may lift a score above their sum.
    public var rounding = 0.0
    public var filter: Filter?
    /// How many of all, and of each class.
    public var limit: Int
    public var limitPerClass: Int

    public init(clauses: [Query.Clause], sumOfGroup: [Int], sums: [Sum], limit: Int, limitPerClass: Int = 0) {
        self.clauses = clauses
        self.sumOfGroup = sumOfGroup
        self.sums = Array(sums.prefix(Self.mostSums))
        self.limit = max(0, limit)
        self.limitPerClass = max(0, limitPerClass)
    }

    /// What is known of a document when it is scored; not to be kept longer than that.
    public struct Candidate {
        public let stored: DocumentValues
        /// The sums of its words, not capped.
        public let sums: SIMD2<Double>
        /// Nil without meaning, or where the document has none.
        public let cosine: Double?
        /// The class it is in; `classes.count` for one in none, 0 where there are no classes.
        public let `class`: Int
        /// Kept alive by the reader that is asked.
        let segment: Unmanaged<Segment>
        let doc: Int

        public var key: String { segment._withUnsafeGuaranteedRef { $0.keys.string(doc) } }
    }

    /// A document among the best.
    public struct Ranked: Sendable {
        public let key: String
        public let score: Double
        /// As in `Candidate`.
        public let `class`: Int
        public let stored: StoredDocument
        /// Which of the reader's.
        let segment: Int

        var doc: Int { stored.doc }
    }

    public struct Outcome: Sendable {
        /// Best first, ties by key.
        public var best: [Ranked] = []
        /// The same of each class, the rest last; empty without classes.
        public var classes: [[Ranked]] = []
        /// How many documents were looked at one by one, and how many of them were scored.
        public var looked = 0
        public var scored = 0
        /// What explains them.
        let plan: Plan
        /// What it asks of each segment.
        let terms: [TermSet]
    }
}

/// What a column is remembered under: all that its numbers depend on.
public struct ColumnKey: Hashable, @unchecked Sendable {
    // Unchecked: made only of what is both hashable and sendable.
    private let value: AnyHashable

    init(_ value: some Hashable & Sendable) { self.value = AnyHashable(value) }
}
