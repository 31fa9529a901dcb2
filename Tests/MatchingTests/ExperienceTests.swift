import Cooperation
import Testing
import Vocabulary

@testable import Matching

@Suite("Who has worked with the country before, or with its neighbours") struct ExperienceTests {
    private func library(_ accra: Set<Experience>) throws -> MatchIndex {
        var library = try Library.mangroves()
        library.records.removeAll { $0.key == "provider-accra" }
        try library.provider(
            "accra", "Mangroves and lagoons", "We train rangers in the restoration of mangroves.", seat: "GH",
            languages: ["en"], standing: ProviderStanding(worked: accra))
        return library.index()
    }

    private func experience(_ country: String, _ subject: String = "MAR") throws -> Experience {
        Experience(country: try Library.country(country), subject: try Library.subject(subject))
    }

    private func wanted() throws -> Wanted {
        var wanted = try Library.wanted()
        wanted.subjects = [try Library.subject("MAR"), try Library.subject("PA")]
        return wanted
    }

    private func part(_ worked: Set<Experience>) throws -> Part? {
        try library(worked).candidates(for: try wanted()).candidate("accra").parts.first { $0.part == .experience }
    }

    @Test func withTheCountryItselfCountsInFullAndNamesTheThemes() throws {
        let part = try #require(try part([try experience("BJ"), try experience("BJ", "PA"), try experience("TG")]))
        #expect(part.value == Weights.standard.experience)
        let both = [try Library.subject("MAR"), try Library.subject("PA")].sorted()
        #expect(part.reason == .hasWorkedHere(try Library.country("BJ"), both))
    }

    @Test func withANeighbourCountsLessAndNamesTheOneWithMostThemes() throws {
        let part = try #require(
            try part([try experience("NE"), try experience("TG"), try experience("TG", "PA"), try experience("FJ")]))
        #expect(part.value == Weights.standard.experienceNear)
        let both = [try Library.subject("MAR"), try Library.subject("PA")].sorted()
        #expect(part.reason == .hasWorkedNearby(try Library.country("TG"), both))
    }

    @Test func farAwayOrOnSomethingElseCountsNothing() throws {
        #expect(try part([try experience("FJ"), try experience("BJ", "AGR")]) == nil)
        #expect(try part([]) == nil)
    }

    @Test func itLiftsOneAboveItsEqual() throws {
        let index = try library([try experience("BJ")])
        let without = try library([])
        let gain =
            try index.candidates(for: try wanted()).candidate("accra").score
            - without.candidates(for: try wanted()).candidate("accra").score
        #expect(gain == Weights.standard.experience)
    }

    @Test func noTwoPairsOfCountryAndThemeShareANumber() {
        var codes: Set<UInt32> = []
        var pairs = 0
        for country in Vocabulary.standard.countries {
            for subject in Vocabulary.standard.subjects {
                codes.insert(Code.of(Experience(country: country.code, subject: subject.id)))
                pairs += 1
            }
        }
        #expect(codes.count == pairs)
    }
}
