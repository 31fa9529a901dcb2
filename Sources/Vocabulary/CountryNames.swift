import Foundation
public import TextAnalysis

/// Names of places in the six languages: the Unicode CLDR names that Foundation carries, except where
/// `country-names.json` gives United Nations usage. Made once, when the first name is asked for.
struct CountryNames: Sendable {
    let names: [Language: [CountryCode: String]]
    /// All places in the alphabetical order of each language.
    let order: [Language: [CountryCode]]

    static let standard: CountryNames = {
        do {
            return try CountryNames(of: Vocabulary.standard.countries.map(\.code))
        } catch {
            preconditionFailure("compiled-in vocabulary: \(error)")
        }
    }()

    private init(of codes: [CountryCode]) throws {
        let file = DataFile.countryNames
        let usage = try file.decode(File.self).names
        let usageByCode = Dictionary(usage.map { ($0.code, $0.name) }) { first, _ in first }
        var names: [Language: [CountryCode: String]] = [:]
        var order: [Language: [CountryCode]] = [:]
        for language in Language.allCases {
            let locale = Locale(identifier: language.code)
            var named: [CountryCode: String] = [:]
            for code in codes {
                let common = locale.localizedString(forRegionCode: code.description)
                named[code] = usageByCode[code.description]?[language] ?? common ?? code.description
            }
            names[language] = named
            order[language] = codes.sorted { left, right in
                let result = named[left, default: ""].compare(named[right, default: ""], locale: locale)
                return result == .orderedSame ? left < right : result == .orderedAscending
            }
        }
        self.names = names
        self.order = order
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let names: [Row]
    }

    private struct Row: Decodable {
        let code: String
        let name: Labels
    }
}

extension Country {
    /// The short name, by United Nations usage.
    public func name(in language: Language) -> String {
        CountryNames.standard.names[language]?[code] ?? code.description
    }
}

extension Vocabulary {
    /// All places in the alphabetical order of their names in a language.
    public func countries(orderedIn language: Language) -> [Country] {
        CountryNames.standard.order[language, default: []].map(\.country)
    }
}
