import SentenceVectors
import TextAnalysis
import Vocabulary

/// The trials of one table.
struct NeedTrial {
    private static let portions = 10
    private let examples: [NeedExample]
    private let own = NeedExample.own
    private let vectors: [Vector]?
    private let ownVectors: [Vector]?
    private let kinds: [NeedKind]

    init(_ examples: [NeedExample], encoder: SentenceEncoder?) {
        self.examples = examples
        vectors = encoder?.vectors(for: examples.map(\.text))
        ownVectors = encoder?.vectors(for: NeedExample.own.map(\.text))
        kinds = NeedKind.allCases.filter { kind in examples.contains { $0.kind == kind } }
    }

    private var views: [NeedModel.View] { vectors == nil ? [.words] : [.wordsAndMeaning, .words] }
    private var hasSections: Bool { examples.contains { $0.heading != nil } }

    func crossValidation() -> [NeedEvaluation.Method] {
        let deal = Portions(examples.map(\.group), Self.portions)
        return views.flatMap { view in
            let with = NeedTrainer.lessons(examples, vectors, view, heading: true)
            let without = NeedTrainer.lessons(examples, vectors, view, heading: false)
            let extra = NeedTrainer.lessons(own, ownVectors, view, heading: false)
            var judged: (with: [NeedScores.Judged], without: [NeedScores.Judged]) = ([], [])
            for portion in 0..<Self.portions {
                let seen = examples.indices.filter { deal.of[$0] != portion }
                let variant = NeedTrainer.variant(
                    seen.map { with[$0] } + extra, without: seen.map { without[$0] } + extra, view)
                for place in examples.indices where deal.of[place] == portion {
                    judged.with.append(judge(with[place], variant, kinds))
                    judged.without.append(judge(without[place], variant, kinds))
                }
            }
            return methods(view, judged.with, judged.without)
        }
    }

    /// Each statement by the weights that mining would take for its language.
    func shipped() -> [NeedEvaluation.Method] {
        views.flatMap { view in
            let with = NeedTrainer.lessons(examples, vectors, view, heading: true)
            let without = NeedTrainer.lessons(examples, vectors, view, heading: false)
            func judged(_ lesson: NeedTrainer.Lesson) -> NeedScores.Judged {
                let own = NeedModel.View(words: lesson.example.language == .english, meaning: view.usesMeaning)
                return judge(lesson, NeedModel.standard.variants[own.rawValue], kinds)
            }
            return methods(view, with.map(judged), without.map(judged))
        }
    }

    func languages() -> [NeedEvaluation.Method] {
        let deal = Portions(own.map(\.group), 7)
        let comparing: [Bool] = ownVectors == nil ? [false] : [true, false]
        return comparing.flatMap { meaning in
            var judged: [Language: [NeedScores.Judged]] = [:]
            for isEnglish in [true, false] {
                let view = NeedModel.View(words: isEnglish, meaning: meaning)
                let given = NeedTrainer.lessons(examples, vectors, view, heading: false)
                let lessons = NeedTrainer.lessons(own, ownVectors, view, heading: false)
                for portion in 0..<7 {
                    let seen = own.indices.filter { deal.of[$0] != portion }.map { lessons[$0] }
                    let variant = NeedTrainer.variant(given + seen, without: [], view)
                    for place in own.indices where deal.of[place] == portion {
                        guard (own[place].language == .english) == isEnglish else { continue }
                        judged[own[place].language, default: []].append(
                            judge(lessons[place], variant, NeedKind.allCases))
                    }
                }
            }
            return Language.allCases.map { language in
                NeedEvaluation.Method(
                    name: "\(language.code) \(meaning ? "with meaning" : "without meaning")",
                    scores: NeedScores(judged[language] ?? []))
            }
        }
    }

    private func judge(
        _ lesson: NeedTrainer.Lesson, _ variant: NeedModel.Variant, _ kinds: [NeedKind]
    ) -> NeedScores.Judged {
        let kind = kinds.max { left, right in
            (variant.kinds[left]?.logit(lesson.features) ?? 0) < (variant.kinds[right]?.logit(lesson.features) ?? 0)
        }
        return NeedScores.Judged(
            example: lesson.example, isNeed: variant.need.logit(lesson.features) >= 0, kind: kind ?? .barrier)
    }

    private func methods(
        _ view: NeedModel.View, _ with: [NeedScores.Judged], _ without: [NeedScores.Judged]
    ) -> [NeedEvaluation.Method] {
        let name = view.usesMeaning ? "words, cues and meaning" : "words and cues"
        let alone = NeedEvaluation.Method(name: "\(name), text alone", scores: NeedScores(without))
        return hasSections
            ? [NeedEvaluation.Method(name: "\(name), with section", scores: NeedScores(with)), alone] : [alone]
    }
}
