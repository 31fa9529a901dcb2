public import SentenceVectors
import TextAnalysis
import Vocabulary

/// Trains the weights on examples, and chooses where the line between a need and none lies.
public struct NeedTrainer: Sendable {
    let encoder: SentenceEncoder?

    public init(encoder: SentenceEncoder?) { self.encoder = encoder }

    /// All four views where there is an encoder; else those with meaning stay as they are in `standard`.
    ///
    /// Our own examples are added to those given.
    public func train(on given: [NeedExample], keeping old: NeedModel?) throws(NeedsMiningError) -> NeedModel {
        let examples = given + NeedExample.own
        guard Set(given.map(\.group)).count > 1, Set(given.map(\.isNeed)).count == 2 else { throw .tooFewExamples }
        let vectors = encoder?.vectors(for: examples.map(\.text))
        let variants = NeedModel.View.allCases.map { view in
            if view.usesMeaning, vectors == nil, let old { return old.variants[view.rawValue] }
            return Self.variant(examples, vectors, view)
        }
        return NeedModel(version: "needs-1, \(examples.count) examples", variants: variants)
    }

    /// An example as it is learned: with its section and without, so that the model can do without it.
    struct Lesson {
        var features: Features
        var example: NeedExample
    }

    static func lessons(
        _ examples: [NeedExample], _ vectors: [Vector]?, _ view: NeedModel.View, heading: Bool
    ) -> [Lesson] {
        examples.indices.map { place in
            let example = examples[place]
            return Lesson(
                features: Features(
                    example.text, language: example.language, heading: heading ? example.heading : nil,
                    words: view.usesWords && example.language == .english,
                    vector: view.usesMeaning ? vectors?[place] : nil), example: example)
        }
    }

    static func variant(_ examples: [NeedExample], _ vectors: [Vector]?, _ view: NeedModel.View) -> NeedModel.Variant {
        let with = lessons(examples, vectors, view, heading: true)
        return variant(with, without: lessons(examples, vectors, view, heading: false))
    }

    /// - Parameter without: the same examples without their sections; none where they have no sections.
    static func variant(_ with: [Lesson], without: [Lesson]) -> NeedModel.Variant {
        var need = needModel(with + without)
        need.weights[Features.Layout.base] -= line(with, without)
        var kinds: [NeedKind: LinearModel] = [:]
        let needs = (with + without).filter { $0.example.isNeed && $0.example.kind != nil }
        let features = withoutRareWords(needs)
        for kind in NeedKind.allCases {
            kinds[kind] = LinearModel.trained(
                on: features, needs.map { $0.example.kind == kind },
                importance: [Float](repeating: 1, count: needs.count))
        }
        return NeedModel.Variant(need: need, kinds: kinds)
    }

    /// A word that fewer groups than these have says nothing of needs: it would only tell the example it stands in.
    private static let leastGroups = 3

    private static func withoutRareWords(_ lessons: [Lesson]) -> [Features] {
        var groups: [Int32: Set<String>] = [:]
        for lesson in lessons {
            for feature in lesson.features.index where Features.Layout.words.contains(Int(feature)) {
                groups[feature, default: []].insert(lesson.example.group)
            }
        }
        let kept = Set(groups.filter { $0.value.count >= leastGroups }.keys)
        return lessons.map { $0.features.keeping(words: kept.contains) }
    }

    private static func needModel(_ lessons: [Lesson]) -> LinearModel {
        let needs = lessons.count { $0.example.isNeed }
        let weight = (
            Float(lessons.count) / Float(2 * max(1, needs)),
            Float(lessons.count) / Float(2 * max(1, lessons.count - needs))
        )
        return LinearModel.trained(
            on: withoutRareWords(lessons), lessons.map(\.example.isNeed),
            importance: lessons.map { $0.example.isNeed ? weight.0 : weight.1 })
    }

    /// The logit from which on a statement is taken for a need: where F1 is best on examples the model has not seen, group by
    /// group in four portions.
    private static func line(_ with: [Lesson], _ without: [Lesson]) -> Float {
        let portions = Portions(with.map(\.example.group), 4)
        var judged: [(logit: Float, isNeed: Bool)] = []
        for portion in 0..<4 {
            let seen = with.indices.filter { portions.of[$0] != portion }
            let model = needModel(seen.map { with[$0] } + (without.isEmpty ? [] : seen.map { without[$0] }))
            for place in with.indices where portions.of[place] == portion {
                judged.append((model.logit(with[place].features), with[place].example.isNeed))
                if without.isEmpty { continue }
                judged.append((model.logit(without[place].features), without[place].example.isNeed))
            }
        }
        judged.sort { $0.logit > $1.logit }
        let needs = judged.count(where: \.isNeed)
        var best: (score: Double, logit: Float) = (0, 0)
        var right = 0
        for (place, one) in judged.enumerated() {
            right += one.isNeed ? 1 : 0
            let score = 2 * Double(right) / Double(place + 1 + needs)
            if score > best.score { best = (score, one.logit) }
        }
        return best.logit
    }
}

/// Groups dealt into portions of about the same size, the same each time.
struct Portions {
    /// The portion of each example.
    var of: [Int]

    init(_ groups: [String], _ count: Int) {
        var sizes: [String: Int] = [:]
        for group in groups { sizes[group, default: 0] += 1 }
        var loads = [Int](repeating: 0, count: count)
        var portion: [String: Int] = [:]
        for (group, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            let least = loads.indices.min { loads[$0] < loads[$1] } ?? 0
            portion[group] = least
            loads[least] += size
        }
        of = groups.map { portion[$0] ?? 0 }
    }
}
