import SearchIndex
import TextAnalysis
import Vocabulary

/// A person's query, read in all the ways it may be meant.
struct SearchWords {
    /// One word, its readings in the likely languages, and the concepts it belongs to.
    struct Word {
        var form: String
        var range: Range<Int>
        var readings: [String: Double] = [:]
        var concepts: [ConceptID: Double] = [:]
    }

    /// What a prefix counts beside the whole word; likewise a concept whose name only begins so.
    private static let unfinished = 0.4
    /// What a concept counts beside the word itself.
    private static let conceptWeight = 0.8

    let query: String
    private(set) var words: [Word] = []
    /// The beginning of the last word, where it may still be being typed.
    private(set) var prefix: String?
    private(set) var phrases: [Filter] = []
    let languages: [Language]

    init(_ query: String, language: Language, tools: LanguageTools) {
        self.query = query
        let guess = LanguageGuess(query)
        let main = guess.confidence >= 0.6 ? guess.language ?? language : language
        var languages = [main]
        for other in [language] + guess.candidates.prefix(2).map(\.language) + [.english]
        where !languages.contains(other) {
            languages.append(other)
        }
        self.languages = languages
        readWords(main, tools)
        readConcepts(tools)
        readPhrases(tools)
    }

    /// Stop words are those of the main language; the others only add readings.
    private mutating func readWords(_ main: Language, _ tools: LanguageTools) {
        for language in languages {
            for reading in tools.analyzer(language).readings(of: query) {
                var place = words.firstIndex { $0.range == reading.range }
                if place == nil, language == main {
                    place = words.count
                    words.append(Word(form: reading.word, range: reading.range))
                }
                guard let place else { continue }
                for way in reading.readings {
                    words[place].readings[way.text] = max(words[place].readings[way.text] ?? 0, way.weight)
                }
            }
        }
        if let last = words.last, last.range.upperBound == query.utf8.count, last.form.utf8.count >= 3 {
            prefix = last.form
        }
    }

    private mutating func readConcepts(_ tools: LanguageTools) {
        for language in Language.allCases {
            let weight = languages.contains(language) ? Self.conceptWeight : Self.conceptWeight * 0.7
            for tag in tools.tagger.tags(in: query, language: language, anyCase: true, nested: true) {
                let covered = words.indices.filter { words[$0].range.overlaps(tag.range) }
                for place in covered {
                    add(tag.concept, weight * tag.weight / Double(covered.count).squareRoot(), at: place)
                }
            }
        }
        guard let prefix, let last = words.indices.last, words[last].concepts.isEmpty else { return }
        for concept in tools.tagger.concepts(startingWith: prefix, limit: 6) {
            add(concept, Self.conceptWeight * Self.unfinished, at: last)
        }
    }

    private mutating func add(_ concept: ConceptID, _ weight: Double, at place: Int) {
        words[place].concepts[concept] = max(words[place].concepts[concept] ?? 0, weight)
    }

    /// What stands in quotation marks must stand so in the text, in one of the languages.
    private mutating func readPhrases(_ tools: LanguageTools) {
        let marks: Set<Unicode.Scalar> = ["\"", "“", "”", "«", "»", "„"]
        let pieces = query.unicodeScalars.split(omittingEmptySubsequences: false) { marks.contains($0) }
        for place in stride(from: 1, to: pieces.count - 1, by: 2) {
            let text = String(String.UnicodeScalarView(pieces[place]))
            let ways = languages.map { Phrase(tools.analyzer($0).readings(of: text)) }.filter { $0.words.count > 1 }
            if !ways.isEmpty { phrases.append(.any(ways.map(Filter.phrase))) }
        }
    }

    var concepts: [ConceptID] {
        var sums: [ConceptID: Double] = [:]
        for word in words { for (concept, weight) in word.concepts { sums[concept, default: 0] += weight } }
        return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    var clauses: [Query.Clause] {
        var clauses: [Query.Clause] = []
        for (group, word) in words.enumerated() {
            for (text, weight) in word.readings.sorted(by: { $0.key < $1.key }) {
                clauses.append(.init(.term(text), weight: weight, group: group))
            }
            for (concept, weight) in word.concepts.sorted(by: { $0.key < $1.key }) {
                clauses.append(.init(.term(Code.term(concept)), weight: weight, group: group))
            }
            if let prefix, group == words.count - 1 {
                clauses.append(.init(.prefix(prefix), weight: Self.unfinished, group: group))
            }
        }
        return clauses
    }

    /// What to mark: the words themselves, and one- or two-word names of their concepts in all languages.
    func highlighter(_ tools: LanguageTools) -> Highlighter {
        var readings = languages.flatMap { tools.analyzer($0).readings(of: query) }
        for id in concepts.prefix(6) {
            guard let concept = Thesaurus.standard[id] else { continue }
            for language in Language.allCases {
                for name in concept.names(in: language) {
                    let name = tools.analyzer(language).readings(of: name)
                    if name.count <= 2 { readings.append(contentsOf: name) }
                }
            }
        }
        return Highlighter(readings, prefixes: prefix.map { [$0] } ?? [])
    }

    /// The query with words nobody knows replaced by the nearest known ones.
    func suggestion(_ reader: Reader) -> String? {
        var bytes = Array(query.utf8)
        var changed = false
        for (place, word) in words.enumerated().reversed() where word.concepts.isEmpty {
            if word.readings.keys.contains(where: { reader.frequency(of: $0) > 0 }) { continue }
            if place == words.count - 1, let prefix, !reader.expansions(of: prefix).isEmpty { continue }
            guard let better = reader.suggestions(for: word.form, limit: 1).first else { continue }
            bytes.replaceSubrange(word.range, with: Array(better.utf8))
            changed = true
        }
        return changed ? String(decoding: bytes, as: UTF8.self) : nil
    }
}
