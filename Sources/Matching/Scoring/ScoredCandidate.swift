public import Cooperation
public import Vocabulary

/// A candidate with its score and why.
public struct ScoredCandidate: Hashable, Sendable {
    public var candidate: Introduction.Candidate
    public var kind: PaperKind
    /// Nil where the asker is nowhere in particular.
    public var circle: Circle?
    /// In points, about 0 to 100; exactly the sum of `parts`.
    public var score: Double
    /// Greatest first, those that count nothing left out.
    public var parts: [Part]
    /// Others of nearly the same words, folded into this one.
    public var alike: [Introduction.Candidate]
}

/// What was found for a need.
public struct Matches: Sendable {
    /// One circle with its best.
    public struct Ring: Sendable {
        public var circle: Circle
        public var candidates: [ScoredCandidate]
    }

    /// Best first, whatever the circle; ties by identifier.
    public var best: [ScoredCandidate]
    /// The best of each circle, nearest circle first; only circles with candidates. Empty without a country.
    public var circles: [Ring]
    /// Wanted parts that no candidate found covers.
    public var uncovered: [Lack]
    /// The version of the weights.
    public var weights: String
    /// Whether meaning was compared; not where there is no model.
    public var comparedMeaning: Bool
}

/// Why a candidate is not among the matches.
public enum WhyNot: Hashable, Sendable {
    case unknown
    /// Not of the kinds asked for.
    case otherKind
    case closed(CalendarDay)
    case notOpenTo(CountryCode)
    case doesNotCover(CountryCode)
    /// The caller left it out.
    case leftOut
    /// Nothing in common with what is wanted.
    case nothingInCommon
    /// It says nearly the same as this one, which is shown and stands for both.
    case folded(under: Introduction.Candidate)
    /// It is a match, but others rank above.
    case ranksLower(RankComparison)
}
