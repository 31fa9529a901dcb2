/// How much each part of a score counts, in points: a candidate that fits in every way comes near 100.
///
/// Data with a version: a stored suggestion names the version it was ranked by.
public struct Weights: Codable, Hashable, Sendable {
    public var version: String

    /// The most that words, concepts and meaning can count.
    public var words: Double
    public var concepts: Double
    public var meaning: Double
    /// Where two share no language of text, words cannot be compared: concepts then count so many times as much.
    public var conceptsAlone: Double
    /// So many of the rarest words or concepts of a request, found once in running text, count in full.
    public var fullWords: Double
    public var fullConcepts: Double
    /// A cosine up to this means nothing, one from that on counts in full.
    public var meaningFrom: Double
    public var meaningTo: Double

    public var subjects: Double
    public var targets: Double
    /// Of subjects and targets that only the concepts speak of.
    public var inferred: Double

    public var assistance: Double
    /// What the same kind of help counts when it is a broader or narrower type; when it costs something.
    public var assistanceNear: Double
    public var assistanceAtCost: Double

    /// By circle, from home to others.
    public var circles: [Double]
    /// It names the country among those it serves.
    public var namesCountry: Double
    public var language: Double
    /// It has worked before with the country on one of the themes; with a neighbour of it.
    public var experience: Double
    public var experienceNear: Double

    public var trackRecord: Double
    public var responsiveness: Double
    public var capacity: Double
    /// What is taken away from one that is full.
    public var full: Double
    public var freshness: Double
    /// Days after which freshness has halved.
    public var freshnessHalf: Double
    /// What is taken away from what nobody stands by any more.
    public var lapsed: Double
    /// The most that one never shown gains on the others.
    public var exposure: Double

    /// What is taken away for a wanted type of assistance not offered, and for no common language.
    public var missingAssistance: Double
    public var missingLanguage: Double

    /// The weights in use. Words, concepts and meaning were found by `biobridge eval matching --tune`; the others are a policy,
    /// set by hand. See `docs/quality.md`.
    public static let standard = Weights(
        version: "2026-4", words: 12, concepts: 12, meaning: 36, conceptsAlone: 1, fullWords: 8, fullConcepts: 4,
        meaningFrom: 0.1, meaningTo: 0.6, subjects: 8, targets: 6, inferred: 0.5, assistance: 12, assistanceNear: 0.6,
        assistanceAtCost: 0.7, circles: [10, 7.5, 5, 3, 0], namesCountry: 2, language: 5, experience: 4,
        experienceNear: 2.5, trackRecord: 4, responsiveness: 2, capacity: 2, full: 12, freshness: 2, freshnessHalf: 730,
        lapsed: 12, exposure: 3,
        missingAssistance: 3, missingLanguage: 4)
}
