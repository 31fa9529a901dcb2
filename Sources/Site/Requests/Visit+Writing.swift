internal import Cooperation
internal import TextAnalysis
internal import WebSupport

extension Visit {
    /// What a person typed, with the language it is in: the one the text shows, or else the page's.
    func written(_ form: Form, _ name: String) throws(WebProblem) -> LocalizedText {
        let text = try form.text(name)
        return LocalizedText(text, in: Visit.language(of: text) ?? language)
    }

    /// Nil for texts too short to tell.
    static func language(of text: String) -> Language? {
        let guess = LanguageGuess(text)
        return guess.confidence >= 0.8 ? guess.language : nil
    }
}
