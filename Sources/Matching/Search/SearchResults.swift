public import Cooperation
public import TextAnalysis
public import Vocabulary

/// In which order what was found is shown.
public enum SearchOrder: String, CaseIterable, Sendable {
    case best
    /// Revised last comes first.
    case newest
    /// What one can apply for the shortest time comes first; what has no last day last.
    case deadline
}

/// What a search is narrowed to; nil does not narrow.
public struct SearchFilters: Hashable, Sendable {
    /// Where it stands: the asking country, the seat, the countries of a practice.
    public var country: CountryCode?
    public var subject: SubjectID?
    public var target: FrameworkTarget?
    /// With all types below it.
    public var assistance: AssistanceTypeID?
    /// A concept, or one below it.
    public var concept: ConceptID?
    /// One can still apply on this day; what has no deadline passes.
    public var openOn: CalendarDay?

    public init(
        country: CountryCode? = nil, subject: SubjectID? = nil, target: FrameworkTarget? = nil,
        assistance: AssistanceTypeID? = nil, concept: ConceptID? = nil, openOn: CalendarDay? = nil
    ) {
        self.country = country
        self.subject = subject
        self.target = target
        self.assistance = assistance
        self.concept = concept
        self.openOn = openOn
    }
}

/// A page of what was found.
public struct SearchResults: Sendable {
    public struct Hit: Hashable, Sendable {
        /// The paper's identifier.
        public var key: String
        public var kind: PaperKind
        /// Comparable within one search only.
        public var score: Double
    }

    /// How many of all that was found have each value; the most frequent first, ties in the order of the list.
    public struct Counts: Sendable {
        public var kinds: [(value: PaperKind, count: Int)] = []
        public var countries: [(value: CountryCode, count: Int)] = []
        public var subjects: [(value: SubjectID, count: Int)] = []
        public var targets: [(value: FrameworkTarget, count: Int)] = []
        public var assistance: [(value: AssistanceTypeID, count: Int)] = []
    }

    public var hits: [Hit]
    /// On all pages.
    public var total: Int
    public var counts: Counts
    /// The concepts the query names, in whatever language.
    public var concepts: [ConceptID]
    /// "Did you mean": the query with unknown words put right; nil where nothing is nearer.
    public var suggestion: String?
    /// Nothing had all the words: these have some of them, or mean alike.
    public var isRelaxed: Bool
    /// Marks in a text what the search was for, in all six languages.
    public var highlighter: Highlighter
}
