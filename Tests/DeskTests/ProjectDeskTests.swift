import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@Suite("Projects: papers and requests with a plan in one list") struct ProjectDeskTests {
    private func project(_ title: String, _ cast: Cast, _ change: (inout Project) -> Void = { _ in }) throws -> Project
    {
        var project = Project(
            stage: .finished, title: LocalizedText(title, in: .english),
            problem: LocalizedText("Nobody counted otters", in: .english),
            whatWasDone: LocalizedText("Two countries counted", in: .english),
            results: LocalizedText("540 otters", in: .english), countries: [cast.benin],
            organisations: [cast.institute], subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))],
            ends: CalendarDay("2019-06-30"))
        change(&project)
        return project
    }

    private func planned(_ cast: Cast, _ stage: Stage, _ visibility: Request.Visibility) async throws -> RequestID {
        let (id, introduction) = try await cast.introduced(on: stage, visibility: visibility)
        try await stage.desk.reply(.accepts, to: introduction, on: id, by: cast.provider)
        try await stage.desk.reply(.accepts, to: introduction, on: id, by: cast.requester)
        try await stage.desk.plan(Plan(request: id, text: LocalizedText("Un plan", in: .french)), by: cast.provider)
        return id
    }

    private func names(_ page: Page<ProjectCard>) -> [String] {
        page.items.map { card in
            switch card {
            case .paper(let paper): paper.id.rawValue
            case .request(let card): card.request.id.rawValue
            }
        }
    }

    @Test func aRequestIsOneFromItsPlanOnAndAConfidentialOneNever() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        let paper = try await desk.write(try project("Otters", cast), by: cast.provider)
        let running = try await desk.write(
            try project("Rivers", cast) {
                $0.stage = .underWay
                $0.results = LocalizedText()
                $0.ends = nil
                $0.starts = CalendarDay("2025-01-01")
                $0.countries = [CountryCode("WS")].compactMap { $0 }
            }, by: cast.provider)
        _ = try await cast.introduced(on: stage, visibility: .everybody)
        #expect(try await names(desk.projects()) == [running.rawValue, paper.rawValue])
        let request = try await planned(cast, stage, .everybody)
        _ = try await planned(cast, stage, .named([]))
        let all = try await desk.projects()
        #expect(names(all) == [request.rawValue, running.rawValue, paper.rawValue] && all.total == 3)
        func found(_ filter: ProjectFilter) async throws -> [String] { try await names(desk.projects(filter)) }
        #expect(try await found(ProjectFilter(isOver: true)) == [paper.rawValue])
        #expect(try await found(ProjectFilter(isOver: false)) == [request.rawValue, running.rawValue])
        #expect(try await found(ProjectFilter(countries: [cast.benin])) == [request.rawValue, paper.rawValue])
        #expect(try await found(ProjectFilter(subject: SubjectID("CBD-SUBJECT-MAR"))) == [])
        // Who asked for it and who helps both have it on their page.
        #expect(try await found(ProjectFilter(organisation: cast.agency)) == [request.rawValue])
        #expect(
            try await found(ProjectFilter(organisation: cast.institute))
                == [request.rawValue, running.rawValue, paper.rawValue])
        let second = try await desk.projects(limit: 1, offset: 1)
        #expect(names(second) == [running.rawValue] && second.total == 3)
        let search = try await desk.search("otters", language: .english, kinds: [.project])
        #expect(search.papers.map(\.key).contains(paper.rawValue))
        try await desk.close(request, .fulfilled, saying: LocalizedText("Fini", in: .french), by: cast.requester)
        #expect(try await found(ProjectFilter(isOver: true)) == [request.rawValue, paper.rawValue])
        try await stage.strike()
    }

    @Test func whoTakesPartRecordsItAndNamesPracticesThatAreHere() async throws {
        let stage = try await Stage()
        let cast = try await Cast(on: stage)
        let desk = stage.desk
        for who in [cast.stranger, cast.requester] {
            let foreign = try project("No", cast) { $0.organisations = [cast.fund] }
            await #expect(throws: DeskError.refused("writeProject")) { try await desk.write(foreign, by: who) }
        }
        let nowhere = try project("No", cast) { $0.practices = [PracticeID(own: "none")].compactMap { $0 } }
        await #expect(throws: DeskError.invalid([Problem(field: "practices", code: .unknown)])) {
            try await desk.write(nowhere, by: cast.provider)
        }
        let empty = try project("No", cast) { $0.results = LocalizedText() }
        await #expect(throws: DeskError.invalid([Problem(field: "results", code: .missing)])) {
            try await desk.write(empty, by: cast.provider)
        }
        try await desk.write(try project("Her country's", cast), by: cast.focalPoint)
        let paid = try await desk.write(
            try project("Paid", cast) {
                $0.organisations = []
                $0.otherPartners = ["A club"]
                $0.donors = [cast.fund]
            }, by: cast.donor)
        #expect(try await names(desk.projects(ProjectFilter(organisation: cast.fund))) == [paid.rawValue])
        try await stage.strike()
    }
}
