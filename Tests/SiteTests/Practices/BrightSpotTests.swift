import Catalogue
import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("Bright spots, use, languages and citation of practices") struct BrightSpotTests {
    private func practice(_ title: String, _ cast: Cast) throws -> Practice {
        func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .english) }
        return Practice(
            title: text(title), summary: text("In short"), problem: text("Too dense to count"),
            whatWasDone: text("Microphones in trees"), results: text("Counts each year"), countries: [cast.benin],
            subjects: try cast.request().subjects, year: 2024,
            figures: [.init(what: text("species counted"), before: "31", after: "87")])
    }

    @Test("an editor chooses, says why and until when; it stands in front and then in the history")
    func chosen() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let id = try await desk.write(try practice("Counted by ear", house.cast), by: .office)
        _ = try await desk.write(try practice("Counted by eye", house.cast), by: .office)
        let place = "/en/practices/\(id.own)"
        #expect(try await !house.browser(of: "provider", in: .english).get(place).text.contains("bright-spot"))
        let officer = try await house.browser(of: "officer", in: .english)
        let page = try await officer.get(place)
        let hasty = try await officer.send(page, to: "\(place)/bright-spot", [("reason", ""), ("until", "soon")])
        #expect(hasty.status == 422 && hasty.text.contains("href=\"#until\"") && hasty.text.contains("soon"))
        let wrong = try await officer.send(
            page, to: "\(place)/bright-spot", [("reason", "Why"), ("until", "2020-01-01")])
        #expect(wrong.status == 422)
        let sent = try await officer.send(
            page, to: "\(place)/bright-spot", [("reason", "Cheap and exact"), ("until", "2026-04-01")])
        #expect(sent.status == 303)
        let visitor = house.browser()
        for address in ["/en", "/en/practices", "/en/bright-spots", place] {
            #expect(try await visitor.get(address).text.contains("Cheap and exact"), "\(address)")
        }
        let home = try await visitor.get("/en").text
        #expect(!home.contains("Counted by eye") && home.contains("87"))
        try house.stage.clock.move(to: "2026-04-02")
        #expect(try await !visitor.get("/en").text.contains("Cheap and exact"))
        #expect(try await visitor.get("/en").text.contains("Counted by eye"))
        #expect(try await visitor.get("/en/bright-spots").text.contains("Cheap and exact"), "the history has it")
        // One that is shown now is ended by any editor.
        let spot = try await desk.choose(
            BrightSpot(
                practice: id, reason: LocalizedText("Again", in: .english), from: desk.today,
                until: desk.today.adding(days: 10)), by: house.cast.officer)
        // A month later she signs in again.
        let editor = try await house.browser(of: "officer", in: .english)
        let list = try await editor.get("/en/bright-spots")
        #expect(try await editor.send(list, to: "/en/bright-spots/\(spot.own)/end").status == 303)
        #expect(try await desk.brightSpots().isEmpty)
        await #expect(throws: DeskError.refused("chooseBrightSpots")) {
            try await desk.end(spot, by: house.cast.provider)
        }
        try await house.strike()
    }

    @Test("a practice tells where it was used: matched with, answered with, named in a report; nothing hidden is told")
    func used() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let id = try await desk.write(try practice("Counted by ear", house.cast), by: .office)
        let tool = try await desk.write(
            Resource(
                title: LocalizedText("A guide to ears", in: .english), form: .guidance,
                links: [Link(title: "", address: "https://ears.example/")]), by: .office)
        let answered = try await house.cast.triaged(on: house.stage)
        try await desk.answer(
            Answer(
                request: answered,
                text: LocalizedText("Voir https://node.example/fr/resources/\(tool.own).", in: .french),
                practices: [id]), by: house.cast.officer)
        let hidden = try await house.cast.triaged(on: house.stage, visibility: .named([]))
        try await desk.answer(
            Answer(request: hidden, text: LocalizedText("Voir ceci.", in: .french), practices: [id]),
            by: house.cast.officer)
        let visitor = house.browser()
        let page = try await visitor.get("/en/practices/\(id.own)")
        #expect(page.text.contains("/en/requests/\(answered.own)") && !page.text.contains(hidden.own))
        #expect(try await visitor.get("/en/resources/\(tool.own)").text.contains("/en/requests/\(answered.own)"))
        // One begun from it leads back, and is led to.
        let copy = try await desk.write(
            {
                var copy = try practice("Counted by ear, in Togo", house.cast)
                copy.begunFrom = id
                return copy
            }(), by: .office)
        #expect(try await visitor.get("/en/practices/\(id.own)").text.contains("/en/practices/\(copy.own)"))
        #expect(try await visitor.get("/en/practices/\(copy.own)").text.contains("/en/practices/\(id.own)"))
        try await house.strike()
    }

    @Test("it says how to cite it, by an address that stays, and shows its languages side by side with their origin")
    func citedAndCompared() async throws {
        let house = try await House()
        var body = try practice("Counted by ear", house.cast)
        body.title.set("Compter à l’oreille", in: .french, origin: .humanTranslation)
        body.results.set("Chaque année", in: .french, origin: .machineTranslation)
        let id = try await house.stage.desk.write(body, by: .office)
        let place = "/en/practices/\(id.own)"
        let page = try await house.browser().get(place)
        #expect(page.text.contains("/id/\(id.rawValue)\"") && page.text.contains("(2024). Counted by ear."))
        #expect(page.text.contains("\(id.rawValue).bib") && page.text.contains("?beside=en-fr"))
        let beside = try await house.browser().get("\(place)?beside=en-fr")
        for text in ["Compter à l’oreille", "Counted by ear", "Chaque année", "Not in this language"] {
            #expect(beside.text.contains(text), "\(text)")
        }
        #expect(try await house.browser().get("\(place)?beside=en-zh").text.contains("Microphones in trees"))
        try await house.strike()
    }
}
