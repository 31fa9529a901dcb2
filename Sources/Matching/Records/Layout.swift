import SearchIndex

/// Where things stand in the index: one layout for the site's search and for matching.
enum Layout {
    static let title = FieldID(0)
    /// Names of institutions, acronyms, cities.
    static let names = FieldID(1)
    static let body = FieldID(2)
    /// Concepts as terms, so that rare ones count more than common ones.
    static let concepts = FieldID(3)
    /// Concepts above those.
    static let broader = FieldID(4)

    static let kind = FacetID(0)
    static let subject = FacetID(1)
    static let target = FacetID(2)
    /// Types of assistance with the types above them.
    static let assistance = FacetID(3)
    /// Just the types as chosen.
    static let assistanceChosen = FacetID(4)
    /// Those of them offered only at a cost.
    static let assistanceAtCost = FacetID(5)
    /// Countries in which it stands; they decide the circle.
    static let place = FacetID(6)
    /// Countries it serves, or `Code.everywhere`.
    static let covers = FacetID(7)
    /// Countries that may apply, or `Code.everywhere`.
    static let eligible = FacetID(8)
    static let workingLanguage = FacetID(9)
    static let textLanguage = FacetID(10)
    static let concept = FacetID(11)
    static let theme = FacetID(12)
    /// Countries worked with, each with a theme.
    static let worked = FacetID(13)

    /// The last day to apply, as days since 1970; `always` where there is none.
    static let deadline = NumberID(0)
    /// It takes nothing on before this day.
    static let fullUntil = NumberID(1)
    /// The day of its latest revision.
    static let updated = NumberID(2)
    /// Cases it has helped in.
    static let helped = NumberID(3)
    /// Cases it has taken on in the year running.
    static let takenOn = NumberID(4)
    /// Cases a year it can take on.
    static let perYear = NumberID(5)
    /// The share of introductions it has answered, 0 to 1.
    static let answered = NumberID(6)
    /// What its words come to in 52 bits, for finding near-duplicates.
    static let signature = NumberID(7)

    /// 1 where its term is over and nobody has said that it still holds.
    static let lapsed = NumberID(8)

    static let always = 1e12

    /// Field weights are relative; how much words and concepts count as wholes is in `Weights`.
    static let schema = Schema(
        fields: [
            .init("title", weight: 2.2, lengthPenalty: 0.3, usualLength: 10),
            .init("names", weight: 1.5, lengthPenalty: 0.3, usualLength: 8),
            .init("body", weight: 1, lengthPenalty: 0.6, usualLength: 120),
            .init("concepts", weight: 1.5, lengthPenalty: 0.4, usualLength: 12),
            .init("broader", weight: 0.6, lengthPenalty: 0.4, usualLength: 15),
        ],
        facets: [
            "kind", "subject", "target", "assistance-above", "assistance-chosen", "assistance-at-cost", "place",
            "covers",
            "eligible", "working-language", "text-language", "concept", "theme",
            "worked",
        ],
        numbers: [
            "deadline", "full-until", "updated", "helped", "taken-on", "per-year", "answered", "signature", "lapsed",
        ],
        vectorLength: 512)
}
