import Foundation
import Testing
import TextAnalysis

@testable import Vocabulary

@Suite struct GroupAndCircleTests {
    let vocabulary = Vocabulary.standard

    func day(_ text: String) throws -> Date { try Date(text, strategy: .iso8601.year().month().day()) }
    func code(_ text: String) throws -> CountryCode { try #require(CountryCode(text)) }

    @Test(arguments: [
        ("2019-01-01", 47), ("2021-01-01", 46), ("2023-12-12", 46), ("2023-12-13", 45), ("2024-12-12", 45),
        ("2024-12-13", 44),
    ])
    func leastDevelopedCountriesByDate(date: String, count: Int) throws {
        #expect(CountryGroup.leastDeveloped.members(on: try day(date)).count == count)
    }

    @Test func graduatesLeave() throws {
        #expect(CountryGroup.leastDeveloped.contains(try code("BT"), on: try day("2023-06-01")))
        #expect(!CountryGroup.leastDeveloped.contains(try code("BT"), on: try day("2024-06-01")))
    }

    @Test func otherGroupsHaveTheirOfficialTotals() throws {
        let date = try day("2025-01-01")
        #expect(CountryGroup.smallIslandDeveloping.members(on: date).count == 39)
        #expect(CountryGroup.landlockedDeveloping.members(on: date).count == 32)
        #expect(CountryGroup.transition.members(on: date).count == 17)
    }

    @Test func priorityGroupsAreDevelopingOrInTransition() throws {
        let date = try day("2025-01-01")
        for code in CountryGroup.leastDeveloped.members(on: date).union(
            CountryGroup.smallIslandDeveloping.members(on: date))
        {
            #expect(code.country.isDeveloping, "\(code)")
        }
    }

    @Test(arguments: [
        ("BJ", Circle.home), ("TG", .neighbours), ("CV", .neighbours), ("KE", .region), ("BR", .southSouth),
        ("CA", .others), ("JP", .others), ("EU", .others),
    ])
    func circlesSeenFromBenin(place: String, circle: Circle) throws {
        #expect(vocabulary.circle(of: try code(place), from: try code("BJ")) == circle)
    }

    @Test func circlesAreMutual() {
        for here in vocabulary.countries {
            for there in vocabulary.countries where here.code < there.code {
                let out = vocabulary.circle(of: there.code, from: here.code)
                #expect(out == vocabulary.circle(of: here.code, from: there.code))
                #expect(out != .home)
            }
        }
    }

    @Test func coverageCountsByItsNearestPlace() throws {
        let benin = try code("BJ")
        #expect(vocabulary.circle(ofCoverage: try [code("BR"), code("KE")], from: benin) == .region)
        #expect(vocabulary.circle(ofCoverage: [], from: benin) == nil)
    }

    @Test func circlesAreInTheOrderOfLooking() {
        #expect(Circle.allCases == Circle.allCases.sorted())
        #expect(Circle.allCases.map(\.rank) == [0, 1, 2, 3, 4])
    }

    @Test func labelsAreDistinctInEachLanguage() {
        for language in Language.allCases {
            expectDistinct(Region.allCases, in: language)
            expectDistinct(CountryGroup.allCases, in: language)
            expectDistinct(Circle.allCases, in: language)
            expectDistinct(OrganisationType.allCases, in: language)
            expectDistinct(ApplicationLevel.allCases, in: language)
            expectDistinct(BeneficiaryType.allCases, in: language)
        }
        #expect(Subregion.allCases.count == 22)
        #expect(OrganisationType.allCases.count == 10)
    }

    func expectDistinct(_ choices: [some Labelled], in language: Language) {
        #expect(Set(choices.map { $0.label(in: language) }).count == choices.count, "\(language) \(choices)")
    }

    @Test func regionsAndSubregionsAreAllUsed() {
        for region in Region.allCases { #expect(!region.countries.isEmpty, "\(region)") }
        for subregion in Subregion.allCases { #expect(!subregion.countries.isEmpty, "\(subregion)") }
    }

    @Test func languagesOfWork() {
        #expect(LanguageCode("pt")?.name(in: .english) == "Portuguese")
        #expect(LanguageCode("KO") == LanguageCode("ko"))
        #expect(LanguageCode("sw")?.name(in: .french) == "swahili")
        #expect(LanguageCode("fr")?.language == .french)
        #expect(LanguageCode(Language.arabic).description == "ar")
        for unknown in ["", "x", "qq", "mul", "und", "portuguese", "pt-BR", "é1"] {
            #expect(LanguageCode(unknown) == nil, "\(unknown)")
        }
    }
}
