import Foundation
import TextAnalysis
import Vocabulary

/// How alike texts are by stems and concepts, rare ones counting more.
enum TextLikeness {
    struct Row {
        var stems: [String: Double]
        var concepts: [String: Double]
    }

    static func rows(_ texts: [(text: String, language: Language)], tools: LanguageTools) -> [Row] {
        let rows = texts.map { text, language in
            let terms = tools.analyzer(language).terms(in: text).filter { $0.kind == .stem }
            let profile = ConceptProfile(translations: [(language, [(text, 1)])], tagger: tools.tagger)
            return Row(
                stems: Dictionary(terms.map { ($0.text, 1.0) }, uniquingKeysWith: +),
                concepts: Dictionary(uniqueKeysWithValues: profile.weights.map { ($0.key.description, $0.value) }))
        }
        let stems = weighted(rows.map(\.stems))
        let concepts = weighted(rows.map(\.concepts))
        return zip(stems, concepts).map { Row(stems: $0, concepts: $1) }
    }

    /// The sum of two cosines, 0 to 2.
    static func between(_ left: Row, _ right: Row) -> Double {
        product(left.stems, right.stems) + product(left.concepts, right.concepts)
    }

    private static func product(_ left: [String: Double], _ right: [String: Double]) -> Double {
        left.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * (right[$1.key] ?? 0) }
    }

    private static func weighted(_ rows: [[String: Double]]) -> [[String: Double]] {
        var frequency: [String: Double] = [:]
        for row in rows { for key in row.keys { frequency[key, default: 0] += 1 } }
        return rows.map { row in
            let weights = row.mapValues(max1).map { key, amount in
                (key, (1 + log(amount)) * log(Double(rows.count + 1) / ((frequency[key] ?? 0) + 0.5)))
            }
            let length = weights.map { $0.1 * $0.1 }.sorted().reduce(0, +).squareRoot()
            return Dictionary(uniqueKeysWithValues: weights.map { ($0.0, length > 0 ? $0.1 / length : 0) })
        }
    }

    private static func max1(_ amount: Double) -> Double { max(1, amount) }
}
