import Cooperation
import SearchIndex
import TextAnalysis
import Vocabulary

/// The words of a record by language, sorted into title, names and body.
struct Texts {
    struct Parts {
        var title: [String] = []
        var names: [String] = []
        var body: [String] = []
    }

    private(set) var byLanguage: [Language: Parts] = [:]
    /// Names that belong to no language: acronyms, cities.
    private(set) var plainNames: [String] = []

    mutating func title(_ text: LocalizedText) {
        for language in text.languages { byLanguage[language, default: Parts()].title.append(text[language] ?? "") }
    }

    mutating func names(_ text: LocalizedText) {
        for language in text.languages { byLanguage[language, default: Parts()].names.append(text[language] ?? "") }
    }

    mutating func body(_ texts: LocalizedText...) {
        for text in texts {
            for language in text.languages { byLanguage[language, default: Parts()].body.append(text[language] ?? "") }
        }
    }

    mutating func plainName(_ name: String) {
        if !name.isEmpty { plainNames.append(name) }
    }

    var languages: [Language] { byLanguage.keys.sorted() }

    /// One text that says what the record is about: in the language that has most of it, English where two have the same.
    var gist: String {
        func size(_ parts: Parts) -> Int { (parts.title + parts.body).reduce(0) { $0 + $1.unicodeScalars.count } }
        let order: [Language] = [.english, .french, .spanish, .russian, .arabic, .chinese]
        let best = order.filter { byLanguage[$0] != nil }.max { left, right in
            size(byLanguage[left] ?? Parts()) < size(byLanguage[right] ?? Parts())
        }
        guard let best, let parts = byLanguage[best] else { return "" }
        return (parts.title + parts.body).joined(separator: "\n")
    }

    func concepts(_ tagger: ConceptTagger) -> ConceptProfile {
        ConceptProfile(
            translations: languages.map { language in
                let parts = byLanguage[language] ?? Parts()
                return (language, parts.title.map { ($0, 2.0) } + parts.body.map { ($0, 1.0) })
            }, tagger: tagger)
    }

    func fields(_ tools: LanguageTools) -> [FieldText] {
        var fields: [FieldText] = []
        for language in languages {
            guard let parts = byLanguage[language] else { continue }
            let analyzer = tools.analyzer(language)
            func add(_ texts: [String], _ field: FieldID) {
                for text in texts { fields.append(FieldText(field: field, text: text, analyzer: analyzer)) }
            }
            add(parts.title, Layout.title)
            add(parts.names, Layout.names)
            add(parts.body, Layout.body)
        }
        for name in plainNames {
            fields.append(FieldText(field: Layout.names, text: name, analyzer: tools.analyzer(.english)))
        }
        return fields
    }
}
