internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// A practice in two of its languages, passage beside passage, each with its origin, to compare or to translate on.
struct SideBySide {
    let practice: Practice
    let left: Language
    let right: Language
    let visit: Visit

    /// Nil unless the address names two of the practice's languages: `?beside=fr-en`.
    init?(_ practice: Practice, _ asked: String, _ visit: Visit) {
        let parts = asked.split(separator: "-").compactMap { Language(rawValue: String($0)) }
        let known = Self.languages(of: practice)
        guard parts.count == 2, parts[0] != parts[1], parts.allSatisfy(known.contains) else { return nil }
        (left, right) = (parts[0], parts[1])
        self.practice = practice
        self.visit = visit
    }

    static func languages(of practice: Practice) -> [Language] {
        Array(Set(texts(of: practice).flatMap(\.1.languages))).sorted()
    }

    /// The pairs a reader is offered: her language beside each other; else each beside the one written first.
    static func pairs(of practice: Practice, for language: Language) -> [(Language, Language)] {
        let all = languages(of: practice)
        guard all.count > 1 else { return [] }
        let first = all.contains(language) ? language : practice.title.best(for: [])?.language ?? all[0]
        return all.filter { $0 != first }.map { (first, $0) }
    }

    static func links(of practice: Filed<Practice>, _ visit: Visit) -> HTML {
        let pairs = Self.pairs(of: practice.body, for: visit.language)
        guard !pairs.isEmpty else { return HTML() }
        let links = pairs.map { left, right in
            let path = SitePath.practice(practice.id).with("beside", "\(left.code)-\(right.code)")
            return "<li>\(visit.link("\(left.ownName) | \(right.ownName)", path).html())</li>" as HTML
        }
        return "<p class=\"small quiet\">\(visit.words("library.beside"))</p><ul class=\"tags\">\(links)</ul>"
    }

    private static func texts(of body: Practice) -> [(MessageKey, LocalizedText)] {
        var all: [(MessageKey, LocalizedText)] = [
            ("writing.q-title", body.title), ("writing.q-summary", body.summary), ("practice.context", body.context),
            ("practice.problem", body.problem), ("practice.done", body.whatWasDone),
        ]
        for block in body.blocks {
            all += [
                ("writing.q-blocks-title", block.title), ("writing.q-blocks-done", block.done),
                ("practice.enabling", block.enabling), ("practice.lessons", block.lessons),
            ]
        }
        all.append(("practice.results", body.results))
        all += body.figures.map { ("writing.q-figures-what", $0.what) }
        all += [("practice.did-not-work", body.whatDidNotWork), ("practice.conditions", body.conditions)]
        return all.filter { !$0.1.isEmpty }
    }

    func html() -> HTML {
        let words = visit.words
        let rows = Self.texts(of: practice).map { title, text -> [HTML] in
            [HTML(text: words(title)), cell(text, left), cell(text, right)]
        }
        return DataTable(
            caption: words("library.beside"),
            columns: [.init(title: words("library.passage")), .init(title: left.ownName), .init(title: right.ownName)],
            rows: rows
        ).html()
    }

    private func cell(_ text: LocalizedText, _ language: Language) -> HTML {
        guard let version = text.versions[language] else {
            return "<span class=\"quiet\">\(visit.words("library.not-translated"))</span>"
        }
        let origin = visit.words(MessageKey("version.\(version.origin.rawValue)"))
        return """
            \(UserText(text: version.text, language: language).html())<p class="small quiet">\(origin)</p>
            """
    }
}
