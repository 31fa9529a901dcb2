import Foundation
import Testing
import TextAnalysis

@testable import Vocabulary

@Suite struct CountryTests {
    let vocabulary = Vocabulary.standard

    func code(_ text: String) throws -> CountryCode { try #require(CountryCode(text)) }

    @Test func partiesAreThoseOfTheConvention() throws {
        #expect(vocabulary.parties.count == 196)
        #expect(vocabulary.countries.filter { !$0.isParty }.map(\.code.description) == ["US", "VA"])
        for party in ["EU", "CK", "NU", "PS"] { #expect(try code(party).country.isParty) }
    }

    @Test func partiesByRegionAddUp() {
        let counts = Dictionary(grouping: vocabulary.parties, by: \.region).mapValues(\.count)
        #expect(counts[.africa] == 54)
        #expect(counts[.centralAndEasternEurope] == 23)
        #expect(counts[.latinAmericaAndCaribbean] == 33)
        #expect(counts.values.reduce(0, +) == 196)
    }

    @Test func codesAreUnique() {
        #expect(Set(vocabulary.countries.map(\.code)).count == vocabulary.countries.count)
        #expect(Set(vocabulary.countries.compactMap(\.alpha3)).count == vocabulary.countries.count - 1)
        #expect(Set(vocabulary.countries.compactMap(\.m49)).count == vocabulary.countries.count - 1)
    }

    @Test func onlyListedCodesExist() throws {
        #expect(CountryCode("BJ")?.description == "BJ")
        #expect(CountryCode("bj") == CountryCode("BJ"))
        for unknown in ["", "XX", "BEN", "B", " BJ", "🇧🇯"] { #expect(CountryCode(unknown) == nil) }
        let decoder = JSONDecoder()
        #expect(
            try decoder.decode([CountryCode].self, from: Data(#"["BJ","FR"]"#.utf8)).map(\.description) == ["BJ", "FR"])
        #expect(throws: DecodingError.self) { try decoder.decode([CountryCode].self, from: Data(#"["XX"]"#.utf8)) }
        let byCountry = try [code("BJ"): 1]
        #expect(String(decoding: try JSONEncoder().encode(byCountry), as: UTF8.self) == #"{"BJ":1}"#)
    }

    @Test func neighboursAreMutual() {
        for country in vocabulary.countries {
            for neighbour in country.landNeighbours {
                #expect(neighbour.country.landNeighbours.contains(country.code), "\(country.code) \(neighbour)")
            }
            for neighbour in country.seaNeighbours {
                #expect(neighbour.country.seaNeighbours.contains(country.code), "\(country.code) \(neighbour)")
            }
            #expect(!country.neighbours.contains(country.code))
        }
    }

    @Test func everyStateHasANeighbour() {
        let alone = vocabulary.countries.filter { $0.neighbours.isEmpty }.map(\.code.description)
        #expect(alone == ["EU"])
    }

    @Test func landlockedCountriesTouchNoOpenSea() {
        let inlandSeas: Set = ["AZ", "KZ", "TM"]
        for code in CountryGroup.landlockedDeveloping.members(on: .now) where !inlandSeas.contains(code.description) {
            #expect(code.country.seaNeighbours.isEmpty, "\(code)")
            #expect(!code.country.landNeighbours.isEmpty, "\(code)")
        }
    }

    @Test func knownNeighboursOfBenin() throws {
        #expect(try code("BJ").country.landNeighbours.map(\.description) == ["BF", "NE", "NG", "TG"])
        #expect(try code("BJ").country.seaNeighbours.map(\.description) == ["GH", "NG", "TG"])
    }

    @Test func everyPlaceHasItsOwnTile() {
        #expect(Set(vocabulary.countries.map(\.tile)).count == vocabulary.countries.count)
        let size = vocabulary.tileMapSize
        #expect(size.columns <= 36 && size.rows <= 22)
        #expect(vocabulary.countries.allSatisfy { $0.tile.column >= 0 && $0.tile.row >= 0 })
    }

    @Test func everyPlaceHasLanguages() {
        for country in vocabulary.countries { #expect(!country.languages.isEmpty, "\(country.code)") }
    }

    @Test(arguments: [
        ("BJ", Language.french, "Bénin"), ("TR", .english, "Türkiye"), ("CI", .english, "Côte d’Ivoire"),
        ("PS", .english, "State of Palestine"), ("VN", .english, "Viet Nam"), ("EG", .arabic, "مصر"),
        ("CN", .russian, "Китай"), ("BR", .chinese, "巴西"), ("EU", .spanish, "Unión Europea"),
    ])
    func namesFollowUnitedNationsUsage(code text: String, language: Language, name: String) throws {
        #expect(try code(text).country.name(in: language) == name)
    }

    @Test func everyPlaceHasANameOfItsOwnInEachLanguage() {
        for language in Language.allCases {
            let names = vocabulary.countries.map { $0.name(in: language) }
            #expect(Set(names).count == names.count)
            for country in vocabulary.countries { #expect(country.name(in: language) != country.code.description) }
        }
    }

    @Test func alphabeticalOrderIsThatOfTheLanguage() throws {
        let french = vocabulary.countries(orderedIn: .french).map(\.code.description)
        #expect(french.count == 198)
        let egypt = try #require(french.firstIndex(of: "EG"))
        let ecuador = try #require(french.firstIndex(of: "EC"))
        let france = try #require(french.firstIndex(of: "FR"))
        #expect(ecuador < france && egypt < france)
    }
}
