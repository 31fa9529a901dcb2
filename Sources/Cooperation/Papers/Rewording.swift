public import TextAnalysis

/// A sentence of the pages or letters in an administrator's words, in one language, in the place of the program's own. One
/// paper for each sentence and language; a revision changes it or takes it back.
public struct Rewording: Paper {
    public static let kind = PaperKind.rewording

    /// The name of the sentence in the message catalogues, as in `home.lead`.
    public var sentence: String
    public var language: Language
    /// The words by plural category of CLDR (`one`, `few` …); `other` alone where nothing is counted.
    public var forms: [String: String]
    /// What the program itself said when this was written, in the same way: a release that changes it is seen.
    public var replaced: [String: String]
    /// The program's own words are in use again.
    public var isTakenBack: Bool

    public init(
        sentence: String, language: Language, forms: [String: String], replaced: [String: String],
        isTakenBack: Bool = false
    ) {
        self.sentence = sentence
        self.language = language
        self.forms = forms
        self.replaced = replaced
        self.isTakenBack = isTakenBack
    }

    /// The problems of a form stand under `text-` and its category.
    public func problems() -> [Problem] {
        var check = Check()
        check.text(sentence, "sentence", upTo: 120)
        if forms.isEmpty { check.wrong("text-other", .missing) }
        for (category, text) in forms.sorted(by: { $0.key < $1.key }) {
            check.text(text, "text-\(category)", upTo: 4000)
        }
        return check.problems
    }
}
