import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@testable import Exchange

@Suite("Projects as tables") struct ProjectExchangeTests {
    @Test func theyLeaveAndComeBackTheSame() async throws {
        let house = try await Publishing()
        let desk = house.stage.desk
        let original = Project(
            stage: .finished, title: LocalizedText("Compter ensemble", in: .french),
            problem: LocalizedText("Personne ne comptait.", in: .french),
            whatWasDone: LocalizedText("Deux pays ont compté.", in: .french),
            results: LocalizedText("On sait combien.", in: .french),
            figures: [
                Practice.ResultFigure(
                    what: LocalizedText("Éléphants", in: .french), before: "0", after: "540", year: 2021)
            ], whatDidNotWork: LocalizedText("La pluie.", in: .french),
            countries: [house.cast.benin, try country("TG")],
            organisations: [house.cast.institute], otherPartners: ["Un club"], donors: [house.cast.fund],
            subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))], targets: [try #require(FrameworkTarget(number: 3))],
            starts: CalendarDay("2020-01-01"), ends: CalendarDay("2021-12-31"),
            funding: Money(amount: 20_000, currency: "USD"),
            links: [Link(title: "", address: "https://project.example/")])
        try await desk.write(original, by: .office)
        let options = Import.Options(kind: .project, fileName: "list.csv", source: "A fund", consent: .published)
        for ending in [TableFormat.csv, .json] {
            var pieces = Export(house.shelf, Selection(.project), house.publisher).pieces(ending).makeAsyncIterator()
            var text = ""
            while let piece = try await pieces.next() { text += piece }
            #expect(try await Import(desk).rehearse(Data(text.utf8), options, by: house.cast.officer).known == 1)
            let renamed = text.replacing("Compter ensemble", with: "Compter \(ending)")
            let report = try await Import(desk).carryOut(Data(renamed.utf8), options, by: house.cast.officer)
            #expect((report.made, report.refused) == (1, 0), "\(report.remarks)")
            let all = try await desk.records(Project.self, limit: 10).items
            var copy = try #require(all.first { $0.body.title[.french] == "Compter \(ending)" }).body
            #expect(copy.origin?.name == "A fund")
            copy.title = original.title
            copy.origin = nil
            #expect(copy == original)
            try await desk.undo(try #require(report.intake), by: house.cast.officer)
        }
        #expect(try await desk.projects().total == 1)
        try await house.stage.strike()
    }
}
