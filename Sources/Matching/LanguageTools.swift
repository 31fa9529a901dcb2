import SentenceVectors
import TextAnalysis
import Vocabulary

/// What reads texts: analyzers, the concept tagger, and the sentence encoder where there is a model.
struct LanguageTools: Sendable {
    let tagger: ConceptTagger
    let encoder: SentenceEncoder?
    private let analyzers: [Language: Analyzer]

    init(encoder: SentenceEncoder?, tagger: ConceptTagger = .standard) {
        self.encoder = encoder
        self.tagger = tagger
        analyzers = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, Analyzer(language: $0)) })
    }

    func analyzer(_ language: Language) -> Analyzer { analyzers[language] ?? Analyzer(language: language) }
}
