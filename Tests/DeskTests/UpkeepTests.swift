import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Records that are kept true") struct UpkeepTests {
    private func practice(_ cast: Cast, _ title: String = "Comptage par le son") throws -> Practice {
        func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .french) }
        return Practice(
            title: text(title), summary: text("En bref"), problem: text("Trop dense"), whatWasDone: text("Micros"),
            results: text("Des comptages chaque année"), organisations: [cast.institute], countries: [cast.benin],
            subjects: try cast.request().subjects)
    }

    @Test func whatWaitsForReviewIsSeenByItsKeepersAndReviewersAlone() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await stage.desk.write(try practice(cast), by: cast.provider)
        for viewer in [Viewer.visitor, cast.stranger, cast.requester, cast.donor, cast.focalPoint] {
            await #expect(throws: DeskError.notFound) { try await stage.desk.record(id, for: viewer) }
            await #expect(throws: DeskError.notFound) { try await stage.desk.history(of: id, for: viewer) }
            await #expect(throws: DeskError.notFound) { try await stage.desk.upkeep(of: .practice(id), for: viewer) }
        }
        for viewer in [cast.provider, cast.officer] {
            #expect(try await stage.desk.record(id, for: viewer).id == id)
        }
        #expect(try await stage.desk.records(Practice.self).total == 0)
        #expect(try await stage.desk.records([id]).isEmpty)
        #expect(try await stage.desk.search("comptage", language: .french).papers.isEmpty)
        #expect(
            try await stage.desk.waitingForReview(.practice, for: cast.officer).items.map(\.record) == [.practice(id)])
        await #expect(throws: DeskError.refused("review")) {
            try await stage.desk.waitingForReview(.practice, for: cast.provider)
        }
        try await stage.desk.review(try admission(of: .practice(id)), by: cast.officer)
        #expect(try await stage.desk.records(Practice.self).total == 1)
        #expect(try await stage.desk.search("comptage", language: .french).papers.map(\.key) == [id.rawValue])
        #expect(try await stage.desk.waitingForReview(.practice, for: cast.officer).total == 0)
        try await stage.strike()
    }

    @Test func nobodyReviewsWhatSheKeepsNorWhatChangedMeanwhile() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let own = try await stage.desk.write(try practice(cast), by: cast.officer)
        await #expect(throws: DeskError.refused("reviewOwn")) {
            try await stage.desk.review(try admission(of: .practice(own)), by: cast.officer)
        }
        let id = try await stage.desk.write(try practice(cast), by: cast.provider)
        _ = try await stage.desk.write(try practice(cast, "Autre"), as: id, from: 1, by: cast.provider)
        await #expect(throws: DeskError.conflict(current: 2)) {
            try await stage.desk.review(try admission(of: .practice(id)), by: cast.officer)
        }
        await #expect(throws: DeskError.refused("review")) {
            try await stage.desk.review(try admission(of: .practice(id), revision: 2), by: cast.requester)
        }
        try await stage.desk.review(try admission(of: .practice(id), revision: 2), by: cast.officer)
        try await stage.strike()
    }

    @Test func aMemberIsRemindedLapsesIsNotMatchedAndReturns() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let record = Kept.provider(cast.offer)
        let until = try #require(try await stage.desk.upkeep(of: record, for: .visitor).until)
        #expect(until == CalendarDay("2028-03-02"))
        var told: [UpkeepNotice] = []
        for ordinal in stage.desk.today.ordinal...until.ordinal + 10 {
            try stage.clock.move(to: CalendarDay(ordinal: ordinal).description)
            let now = try await stage.desk.doUpkeep(at: stage.clock.now).filter { $0.record == record }
            #expect(try await stage.desk.doUpkeep(at: stage.clock.now).isEmpty)
            told += now
        }
        #expect(told.map(\.step) == UpkeepNotice.Step.allCases)
        #expect(try await stage.desk.upkeep(of: record, for: .visitor).standing == .lapsed)
        #expect(try await stage.desk.records(ProviderProfile.self).total == 0)
        #expect(try await stage.desk.figures().providers == 0)
        #expect(try await stage.desk.search("satellite", language: .french, kinds: [.provider]).papers.isEmpty)
        #expect(try await stage.desk.record(cast.offer).id == cast.offer)
        for viewer in [cast.stranger, cast.requester, cast.officer] {
            await #expect(throws: DeskError.refused("confirm")) { try await stage.desk.confirm(record, by: viewer) }
        }
        await #expect(throws: DeskError.signInFirst) { try await stage.desk.confirm(record, by: .visitor) }
        try await stage.desk.confirm(record, by: cast.provider)
        #expect(try await stage.desk.upkeep(of: record, for: .visitor).standing == .admitted)
        #expect(try await stage.desk.search("satellite", language: .french, kinds: [.provider]).papers.count == 1)
        try await stage.strike()
    }

    @Test func aPracticeWhoseTermIsOverStaysToBeFound() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await stage.desk.write(try practice(cast), by: .office)
        try stage.clock.move(to: "2029-01-01")
        #expect(try await stage.desk.doUpkeep(at: stage.clock.now).map(\.step) == [.end, .end])
        #expect(try await stage.desk.upkeep(of: .practice(id), for: .visitor).standing == .lapsed)
        #expect(try await stage.desk.records(Practice.self).items.map(\.id) == [id])
        // The institute's people keep it, whoever wrote it down.
        try await stage.desk.confirm(.practice(id), by: cast.provider)
        #expect(try await stage.desk.upkeep(of: .practice(id), for: .visitor).standing == .admitted)
        try await stage.strike()
    }
}

@Suite("Partnerships") struct PartnershipTests {
    @Test func theyAreWrittenByThoseWhoAreInThemAndFoundByCountry() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let partnership = Partnership(
            form: .cooperation, title: LocalizedText("Comptages communs", in: .french),
            summary: LocalizedText("Deux pays comptent ensemble.", in: .french), organisations: [cast.institute],
            countries: [cast.benin, try country("NE")], subjects: try cast.request().subjects)
        #expect(partnership.direction == .southSouth)
        for viewer in [cast.stranger, cast.requester, cast.donor] {
            await #expect(throws: DeskError.refused("writePartnership")) {
                try await stage.desk.write(partnership, by: viewer)
            }
        }
        await #expect(throws: DeskError.signInFirst) { try await stage.desk.write(partnership, by: .visitor) }
        let id = try await stage.desk.write(partnership, by: cast.provider)
        _ = try await stage.desk.write(partnership, by: cast.focalPoint)
        _ = try await stage.desk.write(partnership, by: cast.officer)
        #expect(try await stage.desk.records(Partnership.self, RecordFilter(country: try country("NE"))).total == 3)
        #expect(try await stage.desk.records(Partnership.self, RecordFilter(country: try country("SN"))).total == 0)
        #expect(try await stage.desk.records(Partnership.self, RecordFilter(organisation: cast.institute)).total == 3)
        #expect(try await stage.desk.record(id).body == partnership)
        let alone = Partnership(
            form: .network, title: partnership.title, summary: partnership.summary, countries: [cast.benin],
            subjects: partnership.subjects)
        #expect(alone.problems() == [Problem(field: "countries", code: .tooFew, figures: ["least": 2])])
        try await stage.strike()
    }

    @Test(arguments: [
        (["BJ", "NE"], CooperationDirection.southSouth), (["BJ", "NE", "BE"], .triangular),
        (["BJ", "BE"], .northSouth),
        (["BE", "DE"], .northNorth),
    ])
    func theirDirectionFollowsFromTheCountries(_ codes: [String], _ direction: CooperationDirection) throws {
        #expect(CooperationDirection(of: try codes.map { try country($0) }) == direction)
        #expect(CooperationDirection(of: try codes.prefix(1).map { try country($0) }) == nil)
    }
}
