import SentenceVectors
import TextAnalysis
import Vocabulary

/// Says of a need what it is about, where, for whom and by when.
struct NeedDescriber: Sendable {
    let encoder: SentenceEncoder?

    func describe(_ statement: Statement, _ appraisal: Appraisal, country: CountryCode?) -> PotentialNeed {
        PotentialNeed(
            id: NeedFingerprint(of: statement.text), text: statement.text, language: statement.language,
            passages: [statement.passage], kind: appraisal.kind, heading: nil, score: appraisal.score,
            why: appraisal.why)
    }
}
