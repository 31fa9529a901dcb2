import Foundation

/// Where the line between a need and none lies, and how fast it becomes sure beside it: learned from examples the model has not
/// seen, group by group in four portions, so that nothing is chosen on what is tested.
struct NeedLine {
    private struct Judged {
        var score: Float
        var isNeed: Bool
        var weight: Double
    }

    private static let portions = 4
    private var with: [Judged] = []
    private var without: [Judged] = []

    init(
        _ with: [NeedTrainer.Lesson], _ without: [NeedTrainer.Lesson], _ view: NeedModel.View,
        trained: ([NeedTrainer.Lesson], [NeedTrainer.Lesson]) -> LinearModel
    ) {
        let portions = Portions(with.map(\.example.group), Self.portions)
        for portion in 0..<Self.portions {
            let seen = with.indices.filter { portions.of[$0] != portion }
            let model = trained(seen.map { with[$0] }, without.isEmpty ? [] : seen.map { without[$0] })
            for place in with.indices where portions.of[place] == portion {
                func judged(_ lesson: NeedTrainer.Lesson) -> Judged {
                    Judged(
                        score: model.logit(lesson.features), isNeed: lesson.example.isNeed,
                        weight: lesson.example.isOwn ? Double(NeedTrainer.ownShare(view, lesson.example.language)) : 1)
                }
                self.with.append(judged(with[place]))
                if !without.isEmpty { self.without.append(judged(without[place])) }
            }
        }
    }

    /// Moves the model so that its line is at 0, with the section and without, and its logits are as sure as they are right.
    func draw(in model: inout LinearModel) {
        let alone = without.isEmpty ? with : without
        let line = Self.best(alone)
        let slope = Self.slope(alone, line)
        model.weights[Features.Layout.base] -= line
        if !without.isEmpty { model.weights[Features.Layout.hasHeading] += line - Self.best(with) }
        model.weights = model.weights.map { $0 * slope }
    }

    /// The score from which on F1 is best, halfway to the next below.
    private static func best(_ judged: [Judged]) -> Float {
        let sorted = judged.sorted { $0.score > $1.score }
        let needs = sorted.reduce(0) { $0 + ($1.isNeed ? $1.weight : 0) }
        var best: (f1: Double, line: Float) = (0, 0)
        var right = 0.0
        var taken = 0.0
        for (place, one) in sorted.enumerated() {
            right += one.isNeed ? one.weight : 0
            taken += one.weight
            let f1 = 2 * right / (taken + needs)
            let next = place + 1 < sorted.count ? sorted[place + 1].score : one.score
            if f1 > best.f1 { best = (f1, (one.score + next) / 2) }
        }
        return best.line
    }

    /// The factor under which what happened is likeliest.
    private static func slope(_ judged: [Judged], _ line: Float) -> Float {
        func loss(_ slope: Float) -> Double {
            judged.reduce(0) { sum, one in
                let chance = Double(sigmoid(slope * (one.score - line)))
                return sum - one.weight * log(max(one.isNeed ? chance : 1 - chance, 1e-9))
            }
        }
        let tried = stride(from: Float(0.5), through: 12, by: 0.5)
        return tried.min { loss($0) < loss($1) } ?? 1
    }
}
