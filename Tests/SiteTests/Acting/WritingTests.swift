import Catalogue
import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Writing records and keeping them true") struct WritingTests {
    @Test("an institute says what it offers; a reviewer asks for changes, then admits it")
    func provider() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let provider = try await house.browser(of: "provider")
        let form = try await provider.get("/fr/providers/new")
        #expect(form.status == 200)
        let fields = [
            ("organisation", house.cast.institute.rawValue), ("title", "Comptage par drone"),
            ("expertise", "Nous comptons la faune des grands parcs avec des drones et formons les agents."),
            ("free", "training.workshop"), ("subjects", "CBD-SUBJECT-PA"), ("coverage", "countries"),
            ("coverage-countries", "Bénin\nNiger"), ("languages", "fr"),
        ]
        // A country nobody knows: the form comes back as it was typed.
        var wrong = fields
        wrong[6] = ("coverage-countries", "Bénin\nAtlantide")
        let refused = try await provider.send(form, to: "/fr/providers/new", wrong)
        #expect(refused.status == 422)
        #expect(refused.text.contains("Atlantide") && refused.text.contains("Comptage par drone"))
        let sent = try await provider.send(form, to: "/fr/providers/new", fields)
        #expect(sent.status == 303)
        let waiting = try await desk.waitingForReview(.provider, for: house.cast.officer)
        let upkeep = try #require(waiting.items.first)
        let id = try #require(ProviderID(rawValue: upkeep.record.name))
        let filed = try await desk.record(id, for: house.cast.officer)
        #expect(filed.body.coverage == .countries([house.cast.benin, try country("NE")]))
        #expect(filed.body.title.languages == [.french])

        let officer = try await house.browser(of: "officer")
        let place = "/en/providers/\(id.own)/review"
        let review = try await officer.get(place)
        let verdicts = Review.Criterion.asked(of: .provider).map { ("verdict-\($0.rawValue)", "yes") }
        let hasty = try await officer.send(review, to: place, [("decision", "admitted")])
        #expect(hasty.status == 422)
        let noReason = try await officer.send(
            review, to: place, verdicts + [("decision", "changesAsked")])
        #expect(noReason.status == 422)
        let asked = try await officer.send(
            review, to: place, verdicts + [("decision", "changesAsked"), ("reason", "Name a case.")])
        #expect(asked.status == 303)
        #expect(try await provider.get("/en/providers/\(id.own)").text.contains("Name a case."))
        #expect(try await house.browser().get("/en/providers/\(id.own)").status == 404)

        let edit = try await provider.get("/fr/providers/\(id.own)/edit")
        #expect(edit.text.contains("Comptage par drone") && edit.text.contains("Bénin"))
        let again = try await provider.send(
            edit, to: "/fr/providers/\(id.own)/edit",
            fields + [("pastCollaborations", "Deux parcs du Niger en 2024.")])
        #expect(again.status == 303)
        let second = try await officer.get(place)
        let admitted = try await officer.send(
            second, to: place, verdicts + [("decision", "admitted")])
        #expect(admitted.status == 303)
        #expect(try await house.browser().get("/en/providers/\(id.own)").status == 200)
        try await house.stage.strike()
    }

    @Test("a lapsed provider says so and returns by one click of its keeper")
    func lapse() async throws {
        let house = try await House()
        let offer = house.cast.offer
        try house.stage.clock.move(to: "2029-01-01")
        try await house.stage.desk.doUpkeep(at: house.stage.clock.now)
        let page = try await house.browser().get("/en/providers/\(offer.own)")
        #expect(page.text.contains("Not confirmed since"))
        #expect(!page.text.contains("/confirmation"))
        let keeper = try await house.browser(of: "provider")
        let own = try await keeper.get("/en/providers/\(offer.own)")
        let place = "/en/providers/\(offer.own)/confirmation"
        #expect(try await keeper.send(own, to: place, []).status == 303)
        #expect(
            try await house.browser().get("/en/providers/\(offer.own)").text.contains("Not confirmed since") == false)
        try await house.stage.strike()
    }

    @Test("every kind has a form that says what is missing and keeps what was typed")
    func everyKind() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "provider")
        for place in ["practices", "opportunities", "partnerships", "organisations", "providers", "events", "projects"]
        {
            let form = try await browser.get("/en/\(place)/new")
            #expect(form.status == 200, "\(place)")
            let sent = try await browser.send(
                form, to: "/en/\(place)/new", [("title", "A <b>title</b>"), ("name", "A <b>")])
            #expect(sent.status == 422, "\(place)")
            #expect(sent.text.contains("A &lt;b&gt;") && !sent.text.contains("A <b>"), "\(place)")
        }
        try await house.stage.strike()
    }
}
