import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite struct RecordFilterTests {
    @Test func offersAreFoundByThemeAssistancePlaceAndInstitution() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let offers: [RecordFilter: Int] = [
            RecordFilter(): 1, RecordFilter(subject: SubjectID("CBD-SUBJECT-PA")): 1,
            RecordFilter(subject: SubjectID("CBD-SUBJECT-MAR")): 0,
            RecordFilter(assistance: AssistanceTypeID("training")): 1,
            RecordFilter(assistance: AssistanceTypeID("training.workshop")): 1,
            RecordFilter(assistance: AssistanceTypeID("training.course")): 0,
            RecordFilter(country: cast.benin): 1, RecordFilter(organisation: cast.institute): 1,
            RecordFilter(organisation: cast.agency): 0,
        ]
        for (filter, count) in offers {
            let found = try await stage.desk.records(ProviderProfile.self, filter)
            #expect(found.total == count && found.items.count == count, "\(filter)")
        }
        try await stage.strike()
    }

    @Test func callsAreForThoseWhoMayApplyAndStillCan() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let grant = try #require(AssistanceTypeID("funding.grant"))
        func call(_ title: String, _ countries: Coverage, until day: String?) -> Opportunity {
            Opportunity(
                organisation: cast.fund, title: LocalizedText(title, in: .english),
                description: LocalizedText("Grants", in: .english), types: [grant], subjects: [],
                eligibility: .init(countries: countries), howToApply: LocalizedText("Write.", in: .english),
                deadline: day.flatMap { CalendarDay($0) })
        }
        for opportunity in [
            call("late", .everywhere, until: "2026-12-31"), call("soon", .everywhere, until: "2026-03-02"),
            call("over", .everywhere, until: "2026-03-01"), call("always", .countries([cast.benin]), until: nil),
        ] {
            try await stage.desk.write(opportunity, by: cast.donor)
        }
        func titles(_ filter: RecordFilter) async throws -> [String?] {
            try await stage.desk.records(Opportunity.self, filter).items.map { $0.body.title[.english] }
        }
        let day = try #require(CalendarDay("2026-03-02"))
        let mongolia = try country("MN")
        #expect(
            try await titles(RecordFilter(country: cast.benin, openOn: day, order: .deadline))
                == ["soon", "late", "always"])
        #expect(try await titles(RecordFilter(country: mongolia, openOn: day, order: .deadline)) == ["soon", "late"])
        try await stage.strike()
    }

    @Test func progressCountsMonthsPaceAndWhoHelpedWhom() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let id = try await cast.submitted(on: stage)
        stage.clock.wait(days: 4)
        try await stage.desk.take(.endorsement, on: id, by: cast.focalPoint)
        let finding = Assessment.Finding(criterion: .countryDriven, verdict: .yes)
        try await stage.desk.assess(
            Assessment(request: id, findings: [finding], lane: .project), by: cast.officer)
        stage.clock.wait(days: 30)
        let introduction = try await stage.desk.introduce(
            Introduction(
                request: id, candidate: .provider(cast.offer), letter: LocalizedText("Chers amis", in: .french)),
            by: cast.officer)
        #expect(try await stage.desk.progress().flows.isEmpty)
        for viewer in [cast.requester, cast.provider] {
            try await stage.desk.reply(.accepts, to: introduction, on: id, by: viewer)
        }
        let progress = try await stage.desk.progress()
        #expect(progress.submitted == [.init(year: 2026, month: 3): 1])
        #expect(progress.answered == [.init(year: 2026, month: 4): 1])
        #expect(progress.toPass?.medianDays == 4 && progress.toAnswer?.medianDays == 30 && progress.toEnd == nil)
        #expect(progress.flows.map(\.from) == [try country("SN")] && progress.flows.map(\.to) == [cast.benin])
        let helped = RequestFilter(helpedBy: [cast.institute], helpedWith: .provider(cast.offer))
        #expect(try await stage.desk.requests(helped, for: .visitor).items.map(\.request.id) == [id])
        #expect(try await stage.desk.requests(RequestFilter(helpedBy: [cast.fund]), for: .visitor).total == 0)
        try await stage.strike()
    }

    @Test func figuresOfProgressTellOfNoConfidentialRequest() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        _ = try await cast.introduced(on: stage, visibility: .named([]))
        let progress = try await stage.desk.progress()
        #expect(progress.submitted.isEmpty && progress.toPass == nil && progress.flows.isEmpty)
        try await stage.strike()
    }
}
