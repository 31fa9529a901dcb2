import Foundation
public import SentenceVectors
import Synchronization
public import TextAnalysis
public import Vocabulary

/// A target for 2030 or a goal for 2050 of the Kunming-Montreal framework.
public enum FrameworkAim: Hashable, Sendable {
    case target(FrameworkTarget)
    case goal(FrameworkGoal)

    static let all = FrameworkTarget.allCases.map(FrameworkAim.target) + FrameworkGoal.allCases.map(FrameworkAim.goal)

    /// What a text in that language is compared with: its official label and what it is about.
    func sentences(in language: Language) -> [String] {
        switch self {
        case .target(let target): target.about.map { $0[language] } + [target.label(in: language)]
        case .goal(let goal): goal.about.map { $0[language] } + [goal.label(in: language)]
        }
    }

    /// As the reporting tool of the Convention writes it: `target7`, `goalB`. Nil for anything else.
    public init?(reportingName name: String) {
        if name.hasPrefix("target"), let number = Int(name.dropFirst(6)), let target = FrameworkTarget(number: number) {
            self = .target(target)
        } else if name.hasPrefix("goal"), let goal = FrameworkGoal(rawValue: name.dropFirst(4).lowercased()) {
            self = .goal(goal)
        } else {
            return nil
        }
    }

    /// As the reporting tool of the Convention writes it.
    public var reportingName: String {
        switch self {
        case .target(let target): "target\(target.number)"
        case .goal(let goal): "goal\(goal.rawValue.uppercased())"
        }
    }
}

/// Finds the targets a text belongs to, in any of the six languages: by the concepts and the words it shares with what a target is
/// about, by what the thesaurus says of its concepts, and by meaning where there is a model.
public final class TargetTagger: Sendable {
    public struct Match: Hashable, Sendable {
        public var aim: FrameworkAim
        /// Comparable within one text only.
        public var score: Double
    }

    /// How much each view counts; measured on the development data, see `docs/quality.md`.
    public struct Weights: Hashable, Sendable {
        public var meaning: Double
        public var concepts: Double
        public var thesaurus: Double
        public var words: Double

        public static let standard = Weights(meaning: 0.5, concepts: 0.5, thesaurus: 0.3, words: 0.5)
        public static let withoutMeaning = Weights(meaning: 0, concepts: 0.5, thesaurus: 0.3, words: 0.5)

        public init(meaning: Double = 0, concepts: Double = 0, thesaurus: Double = 0, words: Double = 0) {
            self.meaning = meaning
            self.concepts = concepts
            self.thesaurus = thesaurus
            self.words = words
        }
    }

    private struct Profile: Sendable {
        var aim: FrameworkAim
        var concepts: [ConceptID: Double]
    }

    private let profiles: [Profile]
    private let frequency: [ConceptID: Int]
    private let encoder: SentenceEncoder?
    private let tagger: ConceptTagger
    /// What each target is about in a language, as vectors; made when the language is first asked for.
    private let sentences = Mutex<[Language: [[SentenceVectors.Vector]]]>([:])
    private let words = Mutex<[Language: AimWords]>([:])

    public init(encoder: SentenceEncoder?, tagger: ConceptTagger = .standard) {
        self.encoder = encoder
        self.tagger = tagger
        profiles = FrameworkAim.all.map { aim in
            let profile = ConceptProfile(
                translations: [(.english, aim.sentences(in: .english).map { ($0, 1) })], tagger: tagger)
            // Wider concepts count a little.
            var concepts = profile.broader().mapValues { $0 * 0.3 }
            for (concept, weight) in profile.weights { concepts[concept, default: 0] += weight }
            return Profile(aim: aim, concepts: concepts)
        }
        frequency = profiles.reduce(into: [:]) { sums, profile in
            for concept in profile.concepts.keys { sums[concept, default: 0] += 1 }
        }
    }

    /// All targets and goals, best first; ties in their order.
    public func rank(_ text: String, language: Language, weights: Weights = .standard) -> [Match] {
        let concepts = ConceptProfile(translations: [(language, [(text, 1)])], tagger: tagger)
        let votes = Self.votes(concepts)
        let vector = weights.meaning > 0 ? encoder?.vector(for: text) : nil
        let english = vector == nil ? [] : vectors(in: .english)
        let own = vector == nil || language == .english ? [] : vectors(in: language)
        let shares = words(in: language).shares(of: text, language: language)
        let matches = profiles.enumerated().map { place, profile in
            let meaning = vector.map { Self.meaning($0, english[place] + (own.isEmpty ? [] : own[place])) } ?? 0
            let score =
                weights.meaning * meaning + weights.concepts * shared(concepts, profile)
                + weights.thesaurus * (votes[profile.aim] ?? 0) + weights.words * shares[place]
            return (place, Match(aim: profile.aim, score: score))
        }
        return matches.sorted { ($1.1.score, $0.0) < ($0.1.score, $1.0) }.map(\.1)
    }

    private func words(in language: Language) -> AimWords {
        words.withLock { known in
            if let made = known[language] { return made }
            let made = AimWords(language: language)
            known[language] = made
            return made
        }
    }

    private func vectors(in language: Language) -> [[SentenceVectors.Vector]] {
        guard let encoder else { return profiles.map { _ in [] } }
        return sentences.withLock { known in
            if let made = known[language] { return made }
            let made = profiles.map { encoder.vectors(for: $0.aim.sentences(in: language)) }
            known[language] = made
            return made
        }
    }

    /// The nearest sentence counts most, all of them a little.
    private static func meaning(_ vector: SentenceVectors.Vector, _ sentences: [SentenceVectors.Vector]) -> Double {
        let cosines = sentences.map { Double($0.similarity(to: vector)) }
        guard let nearest = cosines.max() else { return 0 }
        return 0.7 * nearest + 0.3 * cosines.reduce(0, +) / Double(cosines.count)
    }

    /// The share of the text's concepts, by rarity among targets, that the target is about.
    private func shared(_ concepts: ConceptProfile, _ profile: Profile) -> Double {
        var sum = 0.0
        var all = 0.0
        for (concept, weight) in concepts.ordered {
            let rarity = log(Double(profiles.count + 1) / (Double(frequency[concept] ?? 0) + 0.5))
            let amount = min(2, weight).squareRoot() * rarity
            all += amount
            sum += amount * min(1, profile.concepts[concept] ?? 0)
        }
        return sum / max(all, 1)
    }

    /// What the thesaurus says its concepts belong to, in shares.
    private static func votes(_ concepts: ConceptProfile) -> [FrameworkAim: Double] {
        var votes: [FrameworkAim: Double] = [:]
        var all = 0.0
        for (id, weight) in concepts.ordered {
            let amount = min(2, weight).squareRoot()
            all += amount
            guard let targets = Thesaurus.standard[id]?.frameworkTargets, !targets.isEmpty else { continue }
            for target in targets { votes[.target(target), default: 0] += amount / Double(targets.count) }
        }
        return votes.mapValues { $0 / max(all, 1) }
    }
}
