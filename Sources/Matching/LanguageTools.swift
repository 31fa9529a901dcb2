import SentenceVectors
import TextAnalysis
import Vocabulary

/// What reads texts: analyzers, the concept tagger, and the sentence encoder where there is a model.
struct LanguageTools: Sendable {
    let tagger: ConceptTagger
    let encoder: SentenceEncoder?

    init(encoder: SentenceEncoder?, tagger: ConceptTagger = .standard) {
        self.encoder = encoder
        self.tagger = tagger
    }

    func analyzer(_ language: Language) -> Analyzer { .of(language) }
}
