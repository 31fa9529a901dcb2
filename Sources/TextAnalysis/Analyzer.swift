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

    /// All words of a text, read once for whatever is then asked of them: stop words too.
    public func analysed(_ text: String) -> [AnalysedWord] {
        var words: [AnalysedWord] = []
        words.reserveCapacity(text.utf8.count / 6)
        walk(text) { words.append($0) }
        return words
    }

    /// The readings of each word of a query. Stop words are left out, unless the query has no other words.
    public func readings(of query: String) -> [TermReadings] {
        let words = analysed(query)
        let isMeaningful = words.contains { !$0.isStopWord }
        return words.lazy.filter { !isMeaningful || !$0.isStopWord }.map(\.queryReadings)
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
public struct AnalysedWord: Sendable {
    /// As people write it, folded.
    public internal(set) var form: String
    /// Which word of the text it is, from 0.
    public internal(set) var position: Int
    /// Where it stands in the text, in UTF-8 offsets.
    public internal(set) var range: Range<Int>
    /// `.stem` or `.number`.
    public internal(set) var kind: Term.Kind
    /// Stems or the number, likeliest first; not empty.
    public internal(set) var readings: [String]
    public internal(set) var isStopWord: Bool
    /// Terms beside the readings: compounds, bigrams, scientific names.
    var extras: [Term] = []

    /// Visits the ways to read it in a query, likeliest first, each with what it counts.
    @inline(__always)
    public func forEachReading(_ visit: (_ text: String, _ kind: Term.Kind, _ weight: Double) -> Void) {
        // The first reading is the likeliest; the others share a third.
        let others = Double(readings.count - 1)
        let first = others > 0 ? 2.0 / 3.0 : 1.0
        for (index, text) in readings.enumerated() { visit(text, kind, index == 0 ? first : (1 - first) / others) }
        if extras.isEmpty { return }
        let bigrams = Double(extras.count { $0.kind == .bigram })
        for extra in extras {
            visit(extra.text, extra.kind, extra.kind == .bigram ? 0.5 / bigrams : extra.kind == .compound ? 0.5 : 1)
        }
    }

    var queryReadings: TermReadings {
        var weighted: [TermReadings.Reading] = []
        weighted.reserveCapacity(readings.count + extras.count)
        forEachReading { weighted.append(TermReadings.Reading(text: $0, kind: $1, weight: $2)) }
        return TermReadings(word: form, position: position, range: range, readings: weighted)
    }
}
