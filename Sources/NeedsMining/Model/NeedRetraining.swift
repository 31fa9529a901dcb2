public import SentenceVectors
import TextAnalysis
import Vocabulary

/// Learns from what people decided about potential needs, and shows what that changes before anybody takes it over.
///
/// It starts from the shipped weights each time and is held near to them, so the same decisions give the same model.
/// Single words of a country's documents get weights here: the result is as private as the
/// documents, and stays where they are.
public struct NeedRetraining: Sendable {
    /// One statement before and after; chances from 0 to 1.
    public struct Change: Codable, Hashable, Sendable {
        public var text: String
        /// Nil where it waits for a decision.
        public var decidedNeed: Bool?
        public var before: Double
        public var after: Double
    }

    /// The same statements judged by the shipped weights and by the new ones.
    public struct Comparison: Codable, Hashable, Sendable {
        public var before: NeedScores
        public var after: NeedScores
    }

    public struct Report: Codable, Sendable {
        public var version: String
        public var needs: Int
        public var others: Int
        public var documents: Int
        /// Decisions judged by a model that was taught only the others: of other documents, or, where there is one document
        /// alone, other statements. Nil where there are too few.
        public var heldOut: Comparison?
        public var isHeldOutByDocument: Bool
        /// Our own statements in six languages: what must not be forgotten.
        public var own: Comparison
        /// Statements that change sides, the greatest changes first.
        public var changes: [Change]
    }

    /// Decisions from which on some are held back to test on.
    public static let leastToHoldOut = 6
    private static let portions = 5
    /// What a decision costs at most: it moves the statement it was about by about one logit, and those like it by less.
    private static let cost: Float = 0.5

    let encoder: SentenceEncoder?
    let shipped: NeedModel

    public init(encoder: SentenceEncoder?) { self.init(encoder: encoder, shipped: .standard) }

    init(encoder: SentenceEncoder?, shipped: NeedModel) {
        self.encoder = encoder
        self.shipped = shipped
    }

    /// - Parameters:
    ///   - decided: with the document of each as its group.
    ///   - waiting: not decided yet; nothing is learned from them.
    public func run(decided: [NeedExample], waiting: [NeedExample]) -> (model: NeedModel, report: Report) {
        let taught = Judged(decided, encoder)
        let model = adapted(to: taught, decided.indices.map { $0 })
        let documents = Set(decided.map(\.group)).count
        let changes =
            changes(Judged(decided, encoder), model, isDecided: true)
            + changes(Judged(waiting, encoder), model, isDecided: false)
        let report = Report(
            version: model.version, needs: decided.count(where: \.isNeed),
            others: decided.count { !$0.isNeed }, documents: documents, heldOut: heldOut(taught, documents),
            isHeldOutByDocument: documents > 1, own: own(model),
            changes: changes.sorted { (abs($0.after - $0.before), $1.text) > (abs($1.after - $1.before), $0.text) })
        return (model, report)
    }

    private func heldOut(_ taught: Judged, _ documents: Int) -> Comparison? {
        let examples = taught.examples
        guard examples.count >= Self.leastToHoldOut else { return nil }
        let deal = Portions(examples.map { documents > 1 ? $0.group : $0.text }, Self.portions)
        var before: [NeedScores.Judged] = []
        var after: [NeedScores.Judged] = []
        for portion in 0..<Self.portions {
            let seen = examples.indices.filter { deal.of[$0] != portion }
            let held = examples.indices.filter { deal.of[$0] == portion }
            guard !held.isEmpty else { continue }
            let model = adapted(to: taught, seen)
            before += held.map { taught.judge($0, shipped) }
            after += held.map { taught.judge($0, model) }
        }
        return Comparison(before: NeedScores(before), after: NeedScores(after))
    }

    private func own(_ model: NeedModel) -> Comparison {
        let own = Judged(NeedExample.own, encoder)
        let places = own.examples.indices
        return Comparison(
            before: NeedScores(places.map { own.judge($0, shipped) }),
            after: NeedScores(places.map { own.judge($0, model) }))
    }

    private func changes(_ judged: Judged, _ model: NeedModel, isDecided: Bool) -> [Change] {
        judged.examples.indices.compactMap { place in
            let (before, after) = (judged.chance(place, shipped), judged.chance(place, model))
            guard (before >= Miner.standardThreshold) != (after >= Miner.standardThreshold) else { return nil }
            let example = judged.examples[place]
            return Change(
                text: example.text, decidedNeed: isDecided ? example.isNeed : nil, before: before, after: after)
        }
    }

    /// All views but those with meaning where there is no encoder: these stay as they are.
    private func adapted(to taught: Judged, _ places: [Int]) -> NeedModel {
        var model = shipped
        model.version = shipped.version + ", \(places.count) decisions"
        for view in NeedModel.View.allCases where !view.usesMeaning || encoder != nil {
            let lessons = NeedTrainer.lessons(
                places.map { taught.examples[$0] }, taught.vectors.map { vectors in places.map { vectors[$0] } }, view,
                heading: false)
            let old = shipped.variants[view.rawValue]
            var new = old
            new.need = Self.moved(old.need, lessons, Strengths.need.plain, \.isNeed)
            let ofKind = lessons.filter { $0.example.isNeed && $0.example.kind != nil }
            for (kind, weights) in old.kinds {
                new.kinds[kind] = Self.moved(weights, ofKind, Strengths.kind.plain) { $0.kind == kind }
            }
            model.variants[view.rawValue] = new
        }
        return model
    }

    private static func moved(
        _ old: LinearModel, _ lessons: [NeedTrainer.Lesson], _ scale: [Float], _ isPositive: (NeedExample) -> Bool
    ) -> LinearModel {
        LinearModel.trained(
            on: lessons.map { $0.features.scaled(by: scale) }, lessons.map { isPositive($0.example) },
            cost: [Float](repeating: cost, count: lessons.count), from: old.scaled(by: scale.map { 1 / $0 })
        ).scaled(by: scale)
    }
}

/// Statements with their vectors, ready to be judged by one model or another.
private struct Judged {
    let examples: [NeedExample]
    let vectors: [Vector]?

    init(_ examples: [NeedExample], _ encoder: SentenceEncoder?) {
        self.examples = examples
        vectors = encoder?.vectors(for: examples.map(\.text))
    }

    private func read(_ place: Int) -> (Features, NeedModel.View) {
        let example = examples[place]
        let view = NeedModel.View(words: example.language == .english, meaning: vectors != nil)
        let features = Features(
            example.text, language: example.language, heading: nil, words: view.usesWords, vector: vectors?[place])
        return (features, view)
    }

    func chance(_ place: Int, _ model: NeedModel) -> Double {
        let (features, view) = read(place)
        return Double(sigmoid(model.variants[view.rawValue].need.logit(features)))
    }

    func judge(_ place: Int, _ model: NeedModel) -> NeedScores.Judged {
        let (features, view) = read(place)
        let variant = model.variants[view.rawValue]
        let kind = NeedAppraiser(encoder: nil, model: model).kind(features, variant)
        return NeedScores.Judged(example: examples[place], isNeed: variant.need.logit(features) >= 0, kind: kind)
    }
}
