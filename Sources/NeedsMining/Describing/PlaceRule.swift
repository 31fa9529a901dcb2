import TextAnalysis
import Vocabulary

/// Countries a statement names beside its own.
enum PlaceRule {
    private struct Name {
        var folded: [UInt8]
        var code: CountryCode
    }

    /// By their first three bytes; the longest first, so that no name is found within a longer one.
    private static let names: [Language: [Int: [Name]]] = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            let least = language == .chinese ? 2 : 4
            let all = Vocabulary.standard.countries.map { (Folding.fold($0.name(in: language)), $0.code) }
                .filter { $0.0.unicodeScalars.count >= least }
                .map { Name(folded: Array($0.0.utf8), code: $0.1) }
            let index = Dictionary(grouping: all) { key($0.folded, 0) }
            return (language, index.mapValues { $0.sorted { $0.folded.count > $1.folded.count } })
        })

    /// In the order they are named, each once.
    static func places(in text: String, _ language: Language, without country: CountryCode?) -> [NeedPlace] {
        guard let index = names[language] else { return [] }
        let bytes = Array(Folding.fold(text).utf8)
        var codes: [CountryCode] = []
        var place = 0
        while place + 3 <= bytes.count {
            let name = index[key(bytes, place)]?.first { stands($0.folded, in: bytes, place, language) }
            if let code = name?.code, code != country, !codes.contains(code) { codes.append(code) }
            place += name?.folded.count ?? 1
        }
        return codes.map { NeedPlace(name: $0.country.name(in: language), country: $0) }
    }

    private static func key(_ bytes: [UInt8], _ place: Int) -> Int {
        Int(bytes[place]) << 16 | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2])
    }

    /// Between other letters only in Chinese, which writes words without spaces.
    private static func stands(_ name: [UInt8], in text: [UInt8], _ place: Int, _ language: Language) -> Bool {
        let end = place + name.count
        guard end <= text.count, text[place..<end].elementsEqual(name) else { return false }
        if language == .chinese { return true }
        let isAfterLetter = place > 0 && isLetter(text[place - 1])
        return !isAfterLetter && (end == text.count || !isLetter(text[end]))
    }

    /// Of a folded text: a small letter, or a part of one beyond ASCII but for marks of punctuation (U+2000 to U+2FFF).
    private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (byte >= 0x80 && byte != 0xE2) }
}
