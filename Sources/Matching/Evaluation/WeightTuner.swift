import Foundation

/// Looks for weights of words, concepts and meaning that bring the right offers forward: one after the other through a
/// grid, until none gets better. Deterministic.
struct WeightTuner {
    let files: [[[Trial]]]
    let hasModel: Bool

    /// Steps smaller than this are chance on some hundred needs.
    private static let leastGain = 0.0005
    private static let mostRounds = 6
    /// Words and concepts, which a person can check and which work without a model, keep at least this share each.
    private static let leastShare = 0.2

    func best(from start: Weights) -> Weights {
        var best = start
        var value = reach(start)
        for _ in 0..<Self.mostRounds {
            let before = value
            for candidate in neighbours(of: best) {
                let reached = reach(candidate)
                if reached > value + Self.leastGain { (best, value) = (candidate, reached) }
            }
            if value <= before { break }
        }
        if best != start { best.version = start.version + "-tuned" }
        return best
    }

    private func reach(_ weights: Weights) -> Double {
        MatchingEvaluation.figures(files, weights, "").meanReciprocalRank
    }

    /// What differs from some weights in one thing; the three keep their sum.
    private func neighbours(of weights: Weights) -> [Weights] {
        let sum = weights.words + weights.concepts + weights.meaning
        var all: [Weights] = []
        for words in stride(from: Self.leastShare, through: 0.6, by: 0.05) {
            for concepts in stride(from: Self.leastShare, through: 0.6, by: 0.05) {
                var other = weights
                other.words = Self.rounded(sum * words)
                other.concepts = Self.rounded(sum * concepts)
                other.meaning = sum - other.words - other.concepts
                guard other.meaning >= 0, hasModel || other.meaning == weights.meaning else { continue }
                all.append(other)
            }
        }
        for alone in stride(from: 1.0, through: 2.5, by: 0.25) {
            var other = weights
            other.conceptsAlone = alone
            all.append(other)
        }
        guard hasModel else { return all }
        for from in stride(from: weights.meaningFrom, through: 0.4, by: 0.05) {
            for to in stride(from: 0.5, through: 1, by: 0.1) {
                var other = weights
                (other.meaningFrom, other.meaningTo) = (Self.hundredths(from), Self.hundredths(to))
                all.append(other)
            }
        }
        return all
    }

    private static func rounded(_ points: Double) -> Double { points.rounded() }
    private static func hundredths(_ share: Double) -> Double { (share * 100).rounded() / 100 }
}
