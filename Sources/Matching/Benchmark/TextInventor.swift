import Cooperation
import Foundation
import TextAnalysis

/// Invents texts with the statistics of real ones: runs of two to six words are copied from them, so that words are as
/// frequent as there and names of several words stay whole.
///
/// Words that stand in the real texts only once say how often a new word comes (Good 1953: their share of all words is the
/// chance that the next is one never seen). In their place stand invented words out of 200,000, few of them frequent and
/// most of them rare (Zipf-Mandelbrot), so that the list of words grows with the number of texts as it does in life.
struct TextInventor {
    private static let rareWords = 200_000
    private static let rareShift = 100.0
    /// How many of the runs of a text come from one real text, which is its topic.
    private static let topicShare = 1.0 / 3

    /// The words of the real texts of one language, one text after another; nil for a word that stands there once.
    private struct Source {
        var words: [String?] = []
        var texts: [Range<Int>] = []
    }

    private let sources: [Language: Source]

    init(_ texts: [(language: Language, text: String)]) {
        let byLanguage = Dictionary(grouping: texts, by: \.language)
        sources = byLanguage.mapValues { texts in
            let analyzer = Analyzer.of(texts[0].language)
            var counts: [String: Int] = [:]
            let split = texts.map { text in
                Self.words(of: text.text, in: text.language).map { word in
                    let key = analyzer.readings(of: word).first?.readings.first?.text
                    if let key { counts[key, default: 0] += 1 }
                    return (word: word, key: key)
                }
            }
            var source = Source()
            for words in split where !words.isEmpty {
                let start = source.words.count
                for (word, key) in words {
                    source.words.append(key.map { counts[$0] == 1 } == true ? nil : word)
                }
                source.texts.append(start..<source.words.count)
            }
            return source
        }
    }

    /// Words with their punctuation; in Chinese, where none parts them, as the analyzer finds them.
    private static func words(of text: String, in language: Language) -> [String] {
        guard language == .chinese else { return text.split(whereSeparator: \.isWhitespace).map(String.init) }
        return Analyzer.of(language).readings(of: text).map(\.word)
    }

    /// How many words a text has.
    static func length(of text: String, in language: Language) -> Int { words(of: text, in: language).count }

    /// A text of so many words.
    func text(words count: Int, in language: Language, _ numbers: inout RepeatableNumbers) -> String {
        guard let source = sources[language], !source.texts.isEmpty else { return "" }
        let topic = source.texts[numbers.below(source.texts.count)]
        var words: [String] = []
        while words.count < count {
            let pool = numbers.unit() < Self.topicShare ? topic : 0..<source.words.count
            let start = pool.lowerBound + numbers.below(pool.count)
            let end = min(start + 2 + numbers.below(5), pool.upperBound, start + count - words.count)
            for word in source.words[start..<end] { words.append(word ?? Self.rareWord(&numbers)) }
        }
        return words.joined(separator: language == .chinese ? "" : " ")
    }

    /// An invented text for each language of a real one, as long as that.
    func text(like text: LocalizedText, _ numbers: inout RepeatableNumbers) -> LocalizedText {
        var invented = LocalizedText()
        for language in text.languages {
            let count = Self.length(of: text[language] ?? "", in: language)
            invented.set(self.text(words: count, in: language, &numbers), in: language)
        }
        return invented
    }

    /// By inversion: rank r comes in proportion to 1 / (r + shift).
    private static func rareWord(_ numbers: inout RepeatableNumbers) -> String {
        let grown = rareShift * pow((Double(rareWords) + rareShift) / rareShift, numbers.unit())
        var rest = Int(grown - rareShift) + 1_000
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(Array("bdfgklmnprstvz".utf8)[rest % 14])
            letters.append(Array("aeiou".utf8)[rest / 14 % 5])
            rest /= 70
        }
        return String(decoding: letters, as: UTF8.self)
    }
}

/// Numbers that look like chance and are always the same for a seed (SplitMix64, Steele and others 2014).
struct RepeatableNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 to `limit` - 1; `limit` is above 0.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    /// 0 to 1, without 1.
    mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

    mutating func pick<Element>(_ list: [Element]) -> Element? { list.isEmpty ? nil : list[below(list.count)] }
}
