public import SentenceVectors
import TextAnalysis
import Vocabulary

/// Measures the finding of needs on any table of judged statements (goals G2 and G3).
public enum NeedEvaluation {
    public struct Method: Codable, Sendable {
        public var name: String
        public var scores: NeedScores
    }

    public struct Report: Codable, Sendable {
        public var rows: Int
        public var needs: Int
        public var groups: Int
        public var model: String
        /// The best of `crossValidation` by its name: with meaning where there is an encoder, with the column `sector` where the
        /// table has it.
        public var precision: Double
        public var recall: Double
        public var f1: Double
        public var accuracyOfKind: Double?
        public var confusion: [String: [String: Int]]
        public var keywordRule: NeedScores
        /// Trained anew on nine tenths of the countries, tested on the tenth, ten times.
        public var crossValidation: [Method]
        /// The weights in the program, which are trained on the development half of the table: only for an unseen table is this a
        /// test.
        public var shipped: [Method]
        /// Our own statements, the same in six languages, by cross-validation by meaning.
        public var languages: [Method]
    }

    /// - Parameter encoder: without it the methods with meaning are left out.
    public static func run(_ table: String, encoder: SentenceEncoder?) throws(NeedsMiningError) -> Report {
        let examples = try NeedExample.read(table)
        guard Set(examples.map(\.group)).count >= 4, Set(examples.map(\.isNeed)).count == 2 else {
            throw .tooFewExamples
        }
        let trial = NeedTrial(examples, encoder: encoder)
        let crossed = trial.crossValidation()
        guard let best = crossed.first else { throw .tooFewExamples }
        return Report(
            rows: examples.count, needs: examples.count(where: \.isNeed), groups: Set(examples.map(\.group)).count,
            model: NeedModel.standard.version, precision: best.scores.precision, recall: best.scores.recall,
            f1: best.scores.f1, accuracyOfKind: best.scores.accuracyOfKind, confusion: best.scores.confusion,
            keywordRule: NeedScores(examples.map(KeywordRule.judged)), crossValidation: crossed,
            shipped: trial.shipped(), languages: trial.languages())
    }
}

/// The rule to be better than: a word of a short list makes a need, and its kind.
enum KeywordRule {
    private static let technology: Set = ["technology", "technologies", "technological", "equipment"]
    private static let capacity: Set = ["capacity", "capacities", "training", "skills"]
    private static let barrier: Set = [
        "need", "needs", "lack", "gap", "gaps", "barrier", "barriers", "constraint", "constraints", "limited",
        "insufficient",
    ]

    static func judged(_ example: NeedExample) -> NeedScores.Judged {
        let words = Set(FeatureTools.words(of: example.text, example.language).map(\.form))
        let kind: NeedKind? =
            if !words.isDisjoint(with: barrier) {
                .barrier
            } else if !words.isDisjoint(with: capacity) {
                .capacity
            } else {
                words.isDisjoint(with: technology) ? nil : .technology
            }
        return NeedScores.Judged(example: example, isNeed: kind != nil, kind: kind ?? .barrier)
    }
}
