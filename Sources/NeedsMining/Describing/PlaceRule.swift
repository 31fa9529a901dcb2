import TextAnalysis
import Vocabulary

/// Countries a statement names beside its own.
enum PlaceRule {
    private static let names: [Language: [(folded: String, code: CountryCode)]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            let all = Vocabulary.standard.countries.map { (Folding.fold($0.name(in: language)), $0.code) }
            return (language, all.filter { $0.0.unicodeScalars.count > (language == .chinese ? 1 : 3) })
        })

    static func places(in text: String, _ language: Language, without country: CountryCode?) -> [NeedPlace] {
        // Capitals tell names from words; where a script has none, all is looked at.
        let folded = " " + Folding.fold(text) + " "
        return (names[language] ?? []).compactMap { name, code in
            guard code != country, stands(name, in: folded, language) else { return nil }
            return NeedPlace(name: code.country.name(in: language), country: code)
        }
    }

    private static func stands(_ name: String, in text: String, _ language: Language) -> Bool {
        guard let range = text.firstRange(of: name) else { return false }
        if language == .chinese { return true }
        let before = text[..<range.lowerBound].last
        let after = text[range.upperBound...].first
        return before?.isLetter != true && after?.isLetter != true
    }
}
