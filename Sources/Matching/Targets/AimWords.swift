import Foundation
import TextAnalysis

/// The words in which each target and goal is described in one language, and how much each word tells them apart.
struct AimWords: Sendable {
    private let aims: [Set<String>]
    private let rarity: [String: Double]
    /// Of a word that no target's description has.
    private let unheard: Double

    init(language: Language) {
        let aims = FrameworkAim.all.map { aim in
            aim.sentences(in: language).reduce(into: Set<String>()) { $0.formUnion(Self.words(of: $1, language)) }
        }
        let counts = aims.reduce(into: [String: Int]()) { sums, words in
            for word in words { sums[word, default: 0] += 1 }
        }
        let all = Double(aims.count)
        rarity = counts.mapValues { log((all + 1) / (Double($0) + 0.5)) }
        unheard = log((all + 1) / 0.5)
        self.aims = aims
    }

    /// For each target and goal in their order: the share of the text's words, by rarity among targets, that stand in its
    /// description. 0...1.
    func shares(of text: String, language: Language) -> [Double] {
        let asked = Self.words(of: text, language).sorted()
        let all = asked.reduce(0) { $0 + (rarity[$1] ?? unheard) }
        guard all > 0 else { return aims.map { _ in 0 } }
        return aims.map { words in
            asked.reduce(0) { words.contains($1) ? $0 + (rarity[$1] ?? 0) : $0 } / all
        }
    }

    private static func words(of text: String, _ language: Language) -> Set<String> {
        Analyzer.of(language).terms(in: text).reduce(into: []) { if $1.kind != .word { $0.insert($1.text) } }
    }
}
