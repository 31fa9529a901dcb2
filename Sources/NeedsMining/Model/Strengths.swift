import Foundation

/// How strongly each view of a statement is heard in training: its square is the view's share in the likeness of two statements.
struct Strengths: Sendable {
    /// In the order of `Features.Layout.views`.
    private let views: [Float]

    /// Found by trials with kernels (`docs/quality.md`), in round numbers.
    static let need = Strengths(views: [0.55, 0.22, 0.17, 0.45, 0.7, 0.7, 0.7])
    static let kind = Strengths(views: [0.55, 0.32, 0.22, 0.85, 0.3, 0.7, 0.7])

    /// A word that fewer groups than these have says nothing of needs: it would only tell the example it stands in.
    private static let leastGroups = 3

    /// A factor for each feature by its view alone.
    var plain: [Float] {
        var scale = [Float](repeating: 0, count: Features.Layout.count)
        for (view, range) in Features.Layout.views.enumerated() {
            for feature in range { scale[feature] = views[view] }
        }
        return scale
    }

    /// A factor for each feature: rare words and runs of letters count more than frequent ones, and none of the very rare.
    func scale(for lessons: [NeedTrainer.Lesson]) -> [Float] {
        var scale = plain
        let spread = Spread(lessons)
        for range in [Features.Layout.words, Features.Layout.letters] {
            var squares: Float = 0
            var tokens: Float = 0
            for feature in range {
                let rarity = spread.rarity(feature)
                squares += rarity * rarity * spread.statements[feature]
                tokens += spread.statements[feature]
            }
            let mean = (squares / max(1, tokens)).squareRoot()
            for feature in range {
                let isRare = spread.groups[feature] < Self.leastGroups
                scale[feature] *= isRare ? 0 : spread.rarity(feature) / max(mean, 1)
            }
        }
        return scale
    }
}

/// In how many statements, and of how many groups, each feature stands.
private struct Spread {
    var statements = [Float](repeating: 0, count: Features.Layout.count)
    var groups = [Int](repeating: 0, count: Features.Layout.count)
    private let count: Float

    init(_ lessons: [NeedTrainer.Lesson]) {
        count = Float(lessons.count)
        var last = [Int](repeating: -1, count: Features.Layout.count)
        let byGroup = Dictionary(grouping: lessons, by: \.example.group)
        for (number, group) in byGroup.keys.sorted().enumerated() {
            for lesson in byGroup[group] ?? [] {
                for feature in lesson.features.index.map(Int.init) {
                    statements[feature] += 1
                    if last[feature] != number { groups[feature] += 1 }
                    last[feature] = number
                }
            }
        }
    }

    func rarity(_ feature: Int) -> Float { log((count + 1) / (statements[feature] + 1)) + 1 }
}
