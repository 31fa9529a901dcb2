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
            let analyzer = Analyzer.of(language)
            add(texts.map { ReadText($0.text, analyzer, weight: $0.weight) }, in: language, tagger)
        }
    }

    /// The same of texts whose words are read already.
    init(_ texts: [ReadText], tagger: ConceptTagger) {
        weights = [:]
        var languages: [Language] = []
        for text in texts where !languages.contains(text.language) { languages.append(text.language) }
        for language in languages.sorted() { add(texts.filter { $0.language == language }, in: language, tagger) }
    }

    private mutating func add(_ texts: [ReadText], in language: Language, _ tagger: ConceptTagger) {
        var found: [ConceptID: Double] = [:]
        for text in texts {
            for tag in tagger.tags(in: text.text, text.words, language: language, nested: true) {
                found[tag.concept, default: 0] += tag.weight * text.weight
            }
        }
        weights.merge(found) { max($0, $1) }
    }

    /// Weightiest first; ties by identifier.
    public var ordered: [(concept: ConceptID, weight: Double)] {
        weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// What lies above these concepts by one or two steps, without the tops of the branches, halved at each step.
    func broader() -> [ConceptID: Double] {
        var result: [ConceptID: Double] = [:]
        for (concept, weight) in weights {
            for (above, steps) in Self.near[concept, default: []] {
                let share = weight / Double(1 << steps)
                result[above] = max(result[above] ?? 0, share)
            }
        }
        return result
    }

    /// What lies near above each concept of the thesaurus, made once.
    private static let near: [ConceptID: [(concept: ConceptID, steps: Int)]] = {
        let thesaurus = Thesaurus.standard
        return Dictionary(
            uniqueKeysWithValues: thesaurus.concepts.map { concept in
                let above = thesaurus.ancestors(of: concept.id).filter { $0.value <= 2 && !$0.key.isTopOfFacet }
                return (concept.id, above.map { ($0.key, $0.value) })
            })
    }()
}

/// A text with its words, read once for all that is asked of it.
struct ReadText {
    let text: String
    let language: Language
    let weight: Double
    let words: [AnalysedWord]

    init(_ text: String, _ analyzer: Analyzer, weight: Double) {
        self.text = text
        language = analyzer.language
        self.weight = weight
        words = analyzer.analysed(text)
    }
}

extension ConceptID {
    fileprivate var isTopOfFacet: Bool { description.hasPrefix("facet-") }
}
