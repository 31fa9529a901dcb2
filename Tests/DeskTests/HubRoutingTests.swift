import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Which centre a request goes to") struct HubRoutingTests {
    @Test
    func aRequestOfEachPartyStandsInTheQueueOfTheCentresThatCoverItAndOfTheGlobalDesk() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let parties = Vocabulary.standard.parties
        #expect(parties.count == 196)
        // A centre for each region that leaves its first Party out, and one that covers a second time the last of each.
        let regions = Dictionary(grouping: parties, by: \.region)
        var officers: [(countries: Set<CountryCode>, viewer: Viewer)] = []
        for (number, region) in regions.values.enumerated() {
            let countries = region.dropFirst().map(\.code)
            officers.append((Set(countries), try await officer(of: countries, number, cast, stage)))
        }
        let twice = regions.values.compactMap { $0.last?.code }
        officers.append((Set(twice), try await officer(of: twice, regions.count, cast, stage)))

        for party in parties {
            var request = try cast.request(title: party.code.description)
            request.country = party.code
            let id = try await stage.desk.draft(request, by: cast.requester)
            try await stage.desk.submit(id, by: cast.requester)
        }
        // No focal point speaks: all pass by silence.
        stage.clock.wait(days: 60)
        try await stage.desk.doDuties(at: stage.clock.now)

        func queue(_ viewer: Viewer) async throws -> Set<CountryCode> {
            let cards = try await stage.desk.queue(for: viewer, limit: 500)
            #expect(cards.items.count == cards.total, "all on one page")
            return Set(cards.items.map(\.request.body.country))
        }
        #expect(try await queue(cast.officer) == Set(parties.map(\.code)), "the global desk has them all")
        var found: [CountryCode: Int] = [:]
        for (countries, viewer) in officers {
            let queue = try await queue(viewer)
            #expect(queue == countries)
            for country in queue { found[country, default: 0] += 1 }
        }
        let gaps = parties.filter { found[$0.code] == nil }
        #expect(Set(gaps.map(\.code)) == Set(regions.values.compactMap { $0.first?.code }), "gaps are the desk's alone")
        for country in twice { #expect(found[country] == 2, "\(country) has two") }
        try await stage.strike()
    }

    private func officer(
        of countries: [CountryCode], _ number: Int, _ cast: Cast, _ stage: Stage
    ) async throws -> Viewer {
        let hub = try await stage.desk.write(
            Hub(
                organisation: cast.institute, name: LocalizedText("Centre \(number)", in: .english),
                mandate: LocalizedText("To serve its countries", in: .english), countries: countries,
                languages: [LanguageCode(Language.english)]), by: .office)
        let person = try await person("officer-\(number)", nil, on: stage.desk)
        let account = try #require(person.account)
        try await stage.desk.appoint(Appointment(account: account, role: .helpDesk, hub: hub), by: .office)
        return try await stage.desk.viewer(account)
    }
}
