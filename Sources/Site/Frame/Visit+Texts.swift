internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import WebSupport

extension Visit {
    /// A text of somebody in the best language for this reader, in one line.
    func text(_ text: LocalizedText) -> HTML {
        guard let (language, version) = text.best(for: readable) else { return HTML() }
        return UserText(text: version.text, language: language).inline()
    }

    /// The same in paragraphs. A translation says that it is one; where there are other versions they stand folded beside it,
    /// each with its language and its origin.
    func paragraphs(_ text: LocalizedText) -> HTML {
        guard let (language, version) = text.best(for: readable) else { return HTML() }
        let body = UserText(text: version.text, language: language).html()
        let origin: HTML =
            version.origin == .written ? HTML() : "<p class=\"quiet small\">\(sentence(of: version.origin))</p>"
        let others = text.versions.filter { $0.key != language }.sorted { $0.key.code < $1.key.code }
        guard !others.isEmpty else { return body + origin }
        let list = others.map { language, version in
            """
            <p class="small"><b lang="\(language.code)">\(language.ownName)</b> \
            <span class="quiet">(\(words(MessageKey("version.\(version.origin.rawValue)"))))</span></p>\
            \(UserText(text: version.text, language: language).html())
            """ as HTML
        }
        return body + origin + fold(words("version.others", count: others.count), list.joined())
    }

    private func sentence(of origin: LocalizedText.Origin) -> String {
        words(MessageKey("version.\(origin.rawValue)"))
    }

    /// The bare text, for titles of windows and hidden labels.
    func plain(_ text: LocalizedText) -> String { text.best(for: readable)?.version.text ?? "" }
}
