import Foundation
import SentenceVectors
import TextAnalysis
import Vocabulary

/// What texts of one language are compared by, over all texts of a file in that language.
struct TextFeatures {
    let language: Language
    let count: Int
    let vectors: [SentenceVectors.Vector]
    /// By text: concept or stem and its weight, scaled so that the squares sum to 1.
    let concepts: [[Int: Float]]
    let stems: [[Int: Float]]
    let numbers: [Set<String>]
    /// The logarithm of the length, less what is usual for the language.
    let lengths: [Float]
    let forms: [TextForm]
    /// Distinct words of each text as places in `vocabulary`.
    let words: [[Int]]
    let vocabulary: [String]
    let wordWeights: [Float]

    init(_ texts: [String], language: Language, tools: LanguageTools, symbols: inout Symbols) {
        self.language = language
        count = texts.count
        let analyzer = tools.analyzer(language)
        vectors = tools.encoder?.vectors(for: texts) ?? []
        var concepts: [[Int: Double]] = []
        var stems: [[Int: Double]] = []
        var numbers: [Set<String>] = []
        var words: [[Int]] = []
        var places: [String: Int] = [:]
        var vocabulary: [String] = []
        for text in texts {
            let profile = ConceptProfile(translations: [(language, [(text, 1)])], tagger: tools.tagger)
            concepts.append(
                Dictionary(
                    uniqueKeysWithValues: profile.weights.map {
                        (symbols.place(of: Code.term($0.key)), min(3, $0.value).squareRoot())
                    }))
            let terms = analyzer.terms(in: text).filter { $0.kind == .stem || $0.kind == .number }
            stems.append(Dictionary(terms.map { (symbols.place(of: $0.text), 1.0) }) { first, _ in first })
            numbers.append(Set(terms.filter { $0.kind == .number }.map(\.text)))
            var seen: [Int] = []
            for word in analyzer.words(in: text) {
                let place = places[word.form] ?? vocabulary.count
                if place == vocabulary.count {
                    places[word.form] = place
                    vocabulary.append(word.form)
                }
                if !seen.contains(place) { seen.append(place) }
            }
            words.append(seen)
        }
        self.concepts = Self.weighted(concepts)
        self.stems = Self.weighted(stems)
        self.numbers = numbers
        self.words = words
        self.vocabulary = vocabulary
        var frequency = Array(repeating: 0.0, count: vocabulary.count)
        for text in words { for word in text { frequency[word] += 1 } }
        let total = Double(texts.count)
        wordWeights = frequency.map { Float(log((total + 0.5) / ($0 + 0.5)) + 0.001) }
        let usual = Self.usualLength(language)
        lengths = texts.map { Float(log(Double(max(1, $0.unicodeScalars.count))) - usual) }
        forms = texts.map(TextForm.init)
    }

    /// Rarity taken in, length 1.
    private static func weighted(_ rows: [[Int: Double]]) -> [[Int: Float]] {
        var frequency: [Int: Double] = [:]
        for row in rows { for key in row.keys { frequency[key, default: 0] += 1 } }
        let total = Double(rows.count)
        return rows.map { row in
            let weights = row.sorted { $0.key < $1.key }.map { key, amount in
                (key, amount * log((total + 1) / ((frequency[key] ?? 0) + 0.5)))
            }
            let length = weights.reduce(0) { $0 + $1.1 * $1.1 }.squareRoot()
            guard length > 0 else { return [:] }
            return Dictionary(uniqueKeysWithValues: weights.map { ($0.0, Float($0.1 / length)) })
        }
    }

    /// The mean logarithm of the lengths of our own thesaurus' names: how long a language says the same.
    private static func usualLength(_ language: Language) -> Double {
        let lengths = Thesaurus.standard.concepts.map { log(Double($0.labels[language].unicodeScalars.count)) }
        return lengths.reduce(0, +) / Double(max(1, lengths.count))
    }
}

/// Texts as small numbers.
struct Symbols {
    private var places: [String: Int] = [:]

    mutating func place(of text: String) -> Int {
        if let place = places[text] { return place }
        places[text] = places.count
        return places.count - 1
    }
}

/// What a text looks like, whatever its language: a question, a label with a colon, brackets.
struct TextForm: Hashable {
    /// How much a difference counts.
    static let weights: [Float] = [1, 1, 0.6, 1, 0.5, 0.7, 0.5, 0.5]

    let traits: [Bool]

    init(_ text: String) {
        let plain: [Unicode.Scalar: Unicode.Scalar] = [
            "？": "?", "؟": "?", "：": ":", "（": "(", "）": ")", "。": ".", "；": ";", "؛": ";",
        ]
        let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace || $0 == " " }.map { plain[$0] ?? $0 }
        let last = scalars.last { $0 != " " }
        func has(_ wanted: Unicode.Scalar) -> Bool { scalars.contains(wanted) }
        traits = [
            last == "?", last == ":", last == ".", has("("), has("\"") || has("«") || has("“"), has("/"),
            scalars.count { $0 == "(" } > 1, has(";"),
        ]
    }

    func difference(to other: TextForm) -> Float {
        var sum: Float = 0
        for (place, weight) in Self.weights.enumerated() where traits[place] != other.traits[place] { sum += weight }
        return sum
    }
}
