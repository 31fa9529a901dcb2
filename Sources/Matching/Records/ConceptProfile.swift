import TextAnalysis
public import Vocabulary

/// How much a text, or several of them, is about each concept.
public struct ConceptProfile: Hashable, Sendable {
    /// Above 0; 1 for a concept named once in running text.
    public var weights: [ConceptID: Double]

    public init(_ weights: [ConceptID: Double] = [:]) { self.weights = weights }

    /// Translations of one text count once: of each concept the language that names it most.
    init(translations: [(language: Language, texts: [(text: String, weight: Double)])], tagger: ConceptTagger) {
        weights = [:]
        for (language, texts) in translations {
            var found: [ConceptID: Double] = [:]
            for (text, weight) in texts {
                for tag in tagger.tags(in: text, language: language, nested: true) {
                    found[tag.concept, default: 0] += tag.weight * weight
                }
            }
            weights.merge(found) { max($0, $1) }
        }
    }

    /// Weightiest first; ties by identifier.
    public var ordered: [(concept: ConceptID, weight: Double)] {
        weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// What lies above these concepts by one or two steps, without the tops of the branches, halved at each step.
    func broader(in thesaurus: Thesaurus) -> [ConceptID: Double] {
        var result: [ConceptID: Double] = [:]
        for (concept, weight) in weights {
            for (above, steps) in thesaurus.ancestors(of: concept) where steps <= 2 && !above.isTopOfFacet {
                let share = weight / Double(1 << steps)
                result[above] = max(result[above] ?? 0, share)
            }
        }
        return result
    }
}

extension ConceptID {
    var isTopOfFacet: Bool { description.hasPrefix("facet-") }
}
