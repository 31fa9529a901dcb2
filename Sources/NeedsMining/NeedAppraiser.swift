import SentenceVectors
import TextAnalysis
import Vocabulary

/// How sure it is that a statement states a need.
struct Appraisal: Sendable {
    var score: Double
    var why: [NeedPart]
    var kind: NeedKind
}

/// Judges statements one by one.
struct NeedAppraiser: Sendable {
    let encoder: SentenceEncoder?

    func appraise(_ statement: Statement) -> Appraisal {
        let words = Analyzer(language: statement.language).words(in: statement.text).map(\.form)
        let cues = words.filter { ["need", "needs", "lack", "insufficient", "require", "required"].contains($0) }
        let value = cues.isEmpty ? 0 : 0.75
        return Appraisal(score: value, why: [NeedPart(part: .cues, value: value, words: cues)], kind: .capacity)
    }
}
