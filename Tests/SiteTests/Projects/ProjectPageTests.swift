import Catalogue
import Cooperation
import Desk
import Exchange
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Projects on the site") struct ProjectPageTests {
    @Test("the list shows both kinds, the page what came of it, and everything related links to it")
    func pages() async throws {
        let scene = try await Scene()
        let request = try await scene.request(.planned)
        let visitor = scene.house.browser()
        let list = try await visitor.get("/en/projects").text
        #expect(list.contains("/en/projects/\(scene.project.own)") && list.contains("/en/requests/\(request.own)"))
        #expect(list.contains("Request with a plan"))
        let over = try await visitor.get("/en/projects?which=over").text
        #expect(over.contains("/en/projects/\(scene.project.own)") && !over.contains("/en/requests/\(request.own)"))
        let page = try await visitor.get("/en/projects/\(scene.project.own)").text
        for part in [
            "540", "Un club", "/en/practices/\(scene.practice.own)", "/en/organisations/\(scene.cast.fund.own)",
            "La saison des pluies", "\"@type\":\"Project\"", "\"funder\"",
        ] { #expect(page.contains(part), "\(part)") }
        for place in [
            "practices/\(scene.practice.own)", "organisations/\(scene.cast.institute.own)", "countries/bj",
            "hubs/\(scene.hub.own)", "organisations/\(scene.cast.fund.own)",
        ] {
            #expect(
                try await visitor.get("/en/\(place)").text.contains("/en/projects/\(scene.project.own)"), "\(place)")
        }
        let file = try await visitor.get("/en/files/projects.csv").text
        #expect(file.contains("Un parc, deux pays") && file.contains("Éléphants comptés | aucun | 540"))
        try await scene.house.strike()
    }

    @Test("the form takes parts in and out, keeps what was typed, and files a project")
    func form() async throws {
        let house = try await House()
        let keeper = try await house.browser(of: "provider")
        let form = try await keeper.get("/fr/projects/new")
        let fields = [
            ("title", "Compter ensemble"), ("stage", "finished"),
            ("problem", "Personne ne comptait les éléphants."), ("whatWasDone", "Deux pays ont compté."),
            ("figures-1-what", "Éléphants comptés"), ("figures-1-before", ""), ("figures-1-after", "540"),
            ("countries", "Bénin\nTogo"), ("organisations", house.cast.institute.rawValue),
            ("otherPartners", "Un club\nUne école"), ("subjects", "CBD-SUBJECT-PA"),
        ]
        let refused = try await keeper.send(form, to: "/fr/projects/new", fields)
        #expect(refused.status == 422 && refused.text.contains("Deux pays ont compté."))
        let sent = try await keeper.send(form, to: "/fr/projects/new", fields + [("results", "On sait combien.")])
        #expect(sent.status == 303)
        let filed = try #require(try await house.stage.desk.records(Project.self, limit: 1).items.first)
        #expect(filed.body.figures.first?.after == "540" && filed.body.otherPartners == ["Un club", "Une école"])
        let edit = try await keeper.get("/fr/projects/\(filed.id.own)/edit")
        #expect(edit.text.contains("Éléphants comptés") && edit.text.contains("Une école"))
        try await house.strike()
    }
}
