import Synchronization

/// Turns text of one language into the terms it is found by. Any text will do: nothing throws, and the time is linear.
///
/// One analyzer serves all threads; each call borrows its own stemmers and segmenter.
///
/// The language decides for its own script only: Russian words in an English text are stemmed as Russian, Latin words in
/// an Arabic, Chinese or Russian text as English, Chinese is segmented wherever it stands.
public final class Analyzer: Sendable {
    public let language: Language
    private let pool = Mutex<[AnalysisTools]>([])

    /// The one analyzer of a language. What it has learned of spellings serves whoever reads next.
    public static func of(_ language: Language) -> Analyzer {
        all[language, default: Analyzer(language: language)]
    }

    private static let all = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { ($0, Analyzer(language: $0)) })

    init(language: Language) { self.language = language }

    /// The terms of a text, in order of place. Stop words give none, but count as positions.
    public func terms(in text: String) -> [Term] {
        var terms: [Term] = []
        walk(text) { word in
            if word.isStopWord { return }
            if word.kind == .stem {
                terms.append(Term(text: word.form, position: word.position, range: word.range, kind: .word))
            }
            for reading in word.readings {
                terms.append(Term(text: reading, position: word.position, range: word.range, kind: word.kind))
            }
            terms.append(contentsOf: word.extras)
        }
        return terms
    }

    /// The readings of each word of a query. Stop words are left out, unless the query has no other words.
    public func readings(of query: String) -> [TermReadings] {
        var words: [AnalysedWord] = []
        walk(query) { words.append($0) }
        let meaningful = words.filter { !$0.isStopWord }
        return (meaningful.isEmpty ? words : meaningful).map(\.queryReadings)
    }

    /// The folded words of a text with their ranges, stop words too.
    public func words(in text: String) -> [(form: String, range: Range<Int>)] {
        var words: [(form: String, range: Range<Int>)] = []
        walk(text) { words.append(($0.form, $0.range)) }
        return words
    }

    func walk(_ text: String, _ visit: (AnalysedWord) -> Void) {
        let tools = pool.withLock { $0.popLast() } ?? AnalysisTools(language: language)
        var text = text
        text.withUTF8 { bytes in
            var walk = AnalysisWalk(bytes: bytes, tools: tools)
            walk.run(visit)
        }
        pool.withLock { if $0.count < 16 { $0.append(tools) } }
    }
}

/// One word of a text, read in all ways.
struct AnalysedWord {
    var form: String
    var position: Int
    var range: Range<Int>
    var kind: Term.Kind
    var readings: [String]
    var isStopWord: Bool
    /// Terms beside the readings: compounds, bigrams, scientific names.
    var extras: [Term] = []

    var queryReadings: TermReadings {
        // The first reading is the likeliest; the others share a third.
        let others = Double(readings.count - 1)
        let first = others > 0 ? 2.0 / 3.0 : 1.0
        var weighted = readings.enumerated().map { index, text in
            TermReadings.Reading(text: text, kind: kind, weight: index == 0 ? first : (1 - first) / others)
        }
        let bigrams = Double(extras.count { $0.kind == .bigram })
        for extra in extras {
            let weight = extra.kind == .bigram ? 0.5 / bigrams : extra.kind == .compound ? 0.5 : 1
            weighted.append(TermReadings.Reading(text: extra.text, kind: extra.kind, weight: weight))
        }
        return TermReadings(word: form, position: position, range: range, readings: weighted)
    }
}
