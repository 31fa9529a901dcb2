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
        return NeedModel(version: "needs-2, \(examples.count) examples", variants: variants)
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
        return variant(with, without: lessons(examples, vectors, view, heading: false), view)
    }

    /// - Parameter without: the same examples without their sections; none where they have no sections.
    static func variant(_ with: [Lesson], without: [Lesson], _ view: NeedModel.View) -> NeedModel.Variant {
        var need = needModel(with, without, view)
        NeedLine(with, without, view) { needModel($0, $1, view) }.draw(in: &need)
        let needs = (with + without).filter { $0.example.isNeed && $0.example.kind != nil }
        let scale = Strengths.kind.scale(for: needs)
        let features = needs.map { $0.features.scaled(by: scale) }
        var kinds: [NeedKind: LinearModel] = [:]
        for kind in NeedKind.allCases {
            let isKind = needs.map { $0.example.kind == kind }
            let model = LinearModel.trained(
                on: features, isKind, cost: costs(of: needs, isKind, without: without.isEmpty, view))
            kinds[kind] = model.scaled(by: scale)
        }
        return NeedModel.Variant(need: need, kinds: kinds)
    }

    /// What an example costs at most, both sides together as if they were the same number. Chosen by cross-validation by
    /// country; half and double of it do not differ by more than chance.
    private static let needCost: Float = 1
    private static let kindCost: Float = 0.35
    /// A kind of few examples counts up to so many times as much: the table knows three of the seven.
    private static let mostBalance: Float = 6

    private static func costs(of needs: [Lesson], _ isKind: [Bool], without isAlone: Bool, _ view: NeedModel.View)
        -> [Float]
    {
        let share = Float(needs.count) / Float(NeedKind.allCases.count)
        let balance = min(max(share / Float(max(1, isKind.count { $0 })), 1), mostBalance)
        let each = kindCost / (isAlone ? 1 : 2)
        return zip(needs, isKind).map { need, isKind in
            each * (isKind ? balance : 1) * (need.example.isOwn ? ownShare(view, need.example.language) : 1)
        }
    }

    /// How much our own examples count beside those given. Where words are known, those in other languages would only press
    /// their meanings upon a table that says more of them; in other languages they are the only ones.
    static func ownShare(_ view: NeedModel.View, _ language: Language) -> Float {
        guard view.usesWords else { return 2 }
        return language == .english ? 2 : 0.15
    }

    static func needModel(_ with: [Lesson], _ without: [Lesson], _ view: NeedModel.View) -> LinearModel {
        let lessons = with + without
        let scale = Strengths.need.scale(for: lessons)
        let needs = lessons.count { $0.example.isNeed }
        let each = needCost / (without.isEmpty ? 1 : 2)
        let ofNeed = each * Float(lessons.count) / Float(2 * max(1, needs))
        let ofOther = each * Float(lessons.count) / Float(2 * max(1, lessons.count - needs))
        let model = LinearModel.trained(
            on: lessons.map { $0.features.scaled(by: scale) }, lessons.map(\.example.isNeed),
            cost: lessons.map {
                ($0.example.isNeed ? ofNeed : ofOther) * ($0.example.isOwn ? ownShare(view, $0.example.language) : 1)
            })
        return model.scaled(by: scale)
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
