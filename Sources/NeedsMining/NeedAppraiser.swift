import Documents
import SentenceVectors
import TextAnalysis
import Vocabulary

/// How sure it is that a statement states a need, and of what.
struct Appraisal: Sendable {
    /// 0 to 1, the sum of the parts.
    var score: Double
    var why: [NeedPart]
    var kind: NeedKind
    var cues: [CueGroup: [Range<Int>]]
}

/// Judges statements by the model.
struct NeedAppraiser: Sendable {
    let encoder: SentenceEncoder?
    let model: NeedModel

    init(encoder: SentenceEncoder?, model: NeedModel = .standard) {
        self.encoder = encoder
        self.model = model
    }

    /// What a heading that speaks of needs adds, as a logit. Set by hand: the examples have no such headings.
    static let headingOfNeeds: Float = 1

    func view(of language: Language) -> NeedModel.View {
        NeedModel.View(words: language == .english, meaning: encoder != nil)
    }

    /// Vectors cost a hundred times what the rest does: a statement that the views without meaning are sure about is not worth
    /// one. They have to be very sure: lines at -1.5 and -0.5 cost a third of the needs in words they had not seen.
    func isWorthVector(_ statement: Statement) -> Bool {
        guard encoder != nil else { return false }
        let words = statement.language == .english
        let features = Features(
            statement.text, language: statement.language, heading: nil, words: words, vector: nil)
        let view = NeedModel.View(words: words, meaning: false)
        let speaks = [CueGroup.need, .lack, .barrier, .ask, .strengthen].contains { features.cues[$0] != nil }
        let logit = model.variants[view.rawValue].need.logit(features)
        return logit > (speaks ? -2.5 : -2)
    }

    func appraise(_ statement: Statement, vector: Vector?) -> Appraisal {
        let view = NeedModel.View(words: statement.language == .english, meaning: vector != nil)
        let features = Features(
            statement.text, language: statement.language, heading: nil, words: view.usesWords, vector: vector)
        let variant = model.variants[view.rawValue]
        let why = Explanation.parts(of: features, variant.need, statement)
        return Appraisal(
            score: why.reduce(0) { $0 + $1.value }, why: why, kind: kind(features, variant), cues: features.cues)
    }

    func kind(_ features: Features, _ variant: NeedModel.Variant, among kinds: [NeedKind] = NeedKind.allCases)
        -> NeedKind
    {
        kinds.max { (variant.kinds[$0]?.logit(features) ?? 0) < (variant.kinds[$1]?.logit(features) ?? 0) } ?? .barrier
    }
}
