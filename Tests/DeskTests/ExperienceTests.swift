import Catalogue
import Cooperation
import Desk
import Foundation
import Matching
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Partnerships and past help as evidence in matching") struct ExperienceTests {
    @Test func aPartnershipWithANeighbourIsAReasonUntilTheInstitutionLeavesIt() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.triaged(on: stage)
        #expect(try await reason(for: id, cast, stage) == nil)

        let subject = try #require(SubjectID("CBD-SUBJECT-PA"))
        let togo = try country("TG")
        var partnership = Partnership(
            form: .cooperation, title: LocalizedText("Parcs sans frontière", in: .french),
            summary: LocalizedText("Suivi commun de la faune", in: .french), organisations: [cast.institute],
            countries: [togo, try country("SN")], subjects: [subject])
        let partnershipID = try await stage.desk.write(partnership, by: .office)
        #expect(try await reason(for: id, cast, stage) == .hasWorkedNearby(togo, [subject]))

        partnership.countries = [cast.benin, try country("SN")]
        try await stage.desk.write(partnership, as: partnershipID, from: 1, by: .office)
        #expect(try await reason(for: id, cast, stage) == .hasWorkedHere(cast.benin, [subject]))

        // The index comes out the same when it is filled anew.
        partnership.organisations = [cast.agency]
        try await stage.desk.write(partnership, as: partnershipID, from: 2, by: .office)
        #expect(try await reason(for: id, cast, stage) == nil)
        try await stage.strike()
    }

    @Test func partnershipsThatHaveNotBegunOrHaveEverybodyInThemSayNothing() throws {
        let subject = try #require(SubjectID("CBD-SUBJECT-PA"))
        let day = try #require(CalendarDay("2026-05-01"))
        let senegal = try country("SN")
        var partnership = Partnership(
            form: .network, title: LocalizedText("A", in: .english), summary: LocalizedText("B", in: .english),
            countries: [senegal, try country("TG")], subjects: [subject])
        #expect(
            partnership.experience(ofOneIn: senegal, on: day)
                == [Experience(country: try country("TG"), subject: subject)])
        partnership.starts = day.adding(days: 1)
        #expect(partnership.experience(ofOneIn: senegal, on: day).isEmpty)
        partnership.starts = nil
        partnership.countries = Vocabulary.standard.countries.prefix(21).map(\.code)
        #expect(partnership.experience(ofOneIn: senegal, on: day).isEmpty)
    }

    @Test func listsNarrowPartnershipsByTheKindOfCooperation() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let places = [
            ["BJ", "TG"], ["BJ", "TG", "FR"], ["BJ", "FR"], ["FR", "DE"], ["BJ", "TG", "NE", "NL", "NO"],
        ]
        for codes in places {
            let partnership = Partnership(
                form: .agreement, title: LocalizedText(codes.joined(separator: " "), in: .english),
                summary: LocalizedText("Work", in: .english), organisations: [cast.agency],
                countries: try codes.map(country), subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))])
            _ = try await stage.desk.write(partnership, by: .office)
        }
        var total = 0
        for direction in CooperationDirection.allCases {
            let found = try await stage.desk.records(Partnership.self, RecordFilter(direction: direction)).items
            #expect(found.allSatisfy { $0.body.direction == direction })
            total += found.count
        }
        #expect(total == places.count)
        try await stage.strike()
    }

    private func reason(for id: RequestID, _ cast: Cast, _ stage: Stage) async throws -> Reason? {
        let matches = try await stage.desk.matches(for: id, viewer: cast.officer)
        let scored = try #require(matches.best.first { $0.candidate == .provider(cast.offer) })
        #expect(scored.score == scored.parts.reduce(0) { $0 + $1.value })
        return scored.parts.first { $0.part == .experience }?.reason
    }
}
