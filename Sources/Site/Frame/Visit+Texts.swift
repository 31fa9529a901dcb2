internal import Cooperation
internal import Localisation
internal import WebSupport

extension Visit {
    /// A text of somebody in the best language for this reader, in one line.
    func text(_ text: LocalizedText) -> HTML {
        guard let (language, version) = text.best(for: readable) else { return HTML() }
        return UserText(text: version.text, language: language).inline()
    }

    /// The same in paragraphs; a translation says that it is one.
    func paragraphs(_ text: LocalizedText) -> HTML {
        guard let (language, version) = text.best(for: readable) else { return HTML() }
        let body = UserText(text: version.text, language: language).html()
        switch version.origin {
        case .written: return body
        case .humanTranslation: return body + "<p class=\"quiet small\">\(words("common.human-translation"))</p>"
        case .machineTranslation: return body + "<p class=\"quiet small\">\(words("common.machine-translation"))</p>"
        }
    }

    /// The bare text, for titles of windows and hidden labels.
    func plain(_ text: LocalizedText) -> String { text.best(for: readable)?.version.text ?? "" }
}
