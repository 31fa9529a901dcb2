import Synchronization
import TextAnalysis
import Vocabulary

/// Finds the words of an `ArticulationCue` in a text, whatever form they have there. Linear in the text.
final class CueReader: Sendable {
    private static let readers = Mutex<[Language: CueReader]>([:])

    /// That of a language; made when it is first asked for.
    static func of(_ language: Language) -> CueReader {
        readers.withLock { readers in
            if let known = readers[language] { return known }
            let made = CueReader(language)
            readers[language] = made
            return made
        }
    }

    private let language: Language
    private let analyzer: Analyzer
    /// Each phrase as the readings of its words.
    private let phrases: [ArticulationCue: [[Set<String>]]]

    private init(_ language: Language) {
        self.language = language
        let analyzer = Analyzer.of(language)
        self.analyzer = analyzer
        phrases = Dictionary(
            uniqueKeysWithValues: ArticulationCue.allCases.map { cue in
                (cue, cue.phrases(in: language).map { CueReader.words(of: $0, analyzer) }.filter { !$0.isEmpty })
            })
    }

    /// The words found, as they stand in the text, in order; a word counts once.
    func found(_ cue: ArticulationCue, in text: String) -> [String] {
        language == .chinese ? signs(cue, in: text) : words(cue, in: text)
    }

    private func words(_ cue: ArticulationCue, in text: String) -> [String] {
        let words = CueReader.ranged(text, analyzer)
        let phrases = phrases[cue] ?? []
        var found: [String] = []
        for start in words.indices {
            for phrase in phrases where phrase.count <= words.count - start {
                let here = words[start..<start + phrase.count]
                guard zip(phrase, here).allSatisfy({ !$0.isDisjoint(with: $1.readings) }),
                    let first = here.first, let last = here.last
                else { continue }
                let bytes = Array(text.utf8)[first.range.lowerBound..<last.range.upperBound]
                found.append(String(decoding: bytes, as: UTF8.self))
                break
            }
        }
        return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Chinese is looked through sign by sign: how it falls into words depends on what stands beside.
    private func signs(_ cue: ArticulationCue, in text: String) -> [String] {
        cue.phrases(in: language).filter { text.contains($0) }
    }

    private static func words(of phrase: String, _ analyzer: Analyzer) -> [Set<String>] {
        ranged(phrase, analyzer).map(\.readings)
    }

    /// Every word, stop words too, with all its readings.
    private static func ranged(_ text: String, _ analyzer: Analyzer) -> [(range: Range<Int>, readings: Set<String>)] {
        var stems: [Range<Int>: Set<String>] = [:]
        for term in analyzer.terms(in: text) where term.kind != .compound && term.kind != .scientificName {
            stems[term.range, default: []].insert(term.text)
        }
        return analyzer.words(in: text).map { word in
            (word.range, stems[word.range, default: []].union([word.form]))
        }
    }
}
