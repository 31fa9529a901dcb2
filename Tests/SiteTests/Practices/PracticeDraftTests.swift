import Catalogue
import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("Practices that begin by themselves or are not ready") struct PracticeDraftTests {
    @Test("work that ends well begins its practice for who asked, and tells her; she sends it on")
    func begins() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let id = try await house.underWay()
        try await desk.report(
            Report(
                request: id, stage: .final, text: LocalizedText("Six agents formés.", in: .french),
                whatDidNotWork: LocalizedText("Deux sont partis.", in: .french)), by: house.cast.provider)
        #expect(try await desk.practiceDrafts(of: house.cast.requester).isEmpty)
        try await desk.close(id, .fulfilled, saying: LocalizedText("Merci.", in: .french), by: house.cast.requester)
        let draft = try #require(try await desk.practiceDrafts(of: house.cast.requester).first)
        let begun = draft.body.practice
        #expect(draft.author == .clock && begun.request == id)
        #expect(begun.whatWasDone[.french] == "Un plan" && begun.whatDidNotWork[.french] == "Deux sont partis.")
        #expect(begun.results[.french] == "Six agents formés.\n\nMerci.")
        let letters = try await desk.accountLettersToSend(limit: 100).letters
        let letter = try #require(letters.first { $0.matter == .tidings(.practiceBegun) })
        #expect(letter.email == "requester@example.org" && letter.record?.key == draft.id.rawValue)

        let requester = try await house.browser(of: "requester")
        let place = "/fr/practice-drafts/\(draft.id.own)"
        #expect(try await requester.get("/fr/work").text.contains(place))
        let form = try await requester.get(place)
        #expect(form.text.contains("Deux sont partis.") && form.text.contains("Un plan"))
        // Nobody else, not even the help desk, before she has gone over it.
        #expect(try await house.browser(of: "officer").get(place).status == 404)
        let early = try await requester.send(form, to: place, [("title", "Un parc mieux gardé"), ("then", "hand-in")])
        #expect(early.status == 422 && early.text.contains("href=\"#summary\""))
        let fresh = try await requester.get(place)
        let done = try await requester.send(
            fresh, to: place,
            [
                ("title", "Un parc mieux gardé"), ("summary", "En bref"), ("problem", "Problème"),
                ("whatWasDone", "Deux ateliers"), ("results", "Six agents"), ("countries", "Bénin"),
                ("subjects", "CBD-SUBJECT-PA"), ("then", "hand-in"),
            ])
        #expect(done.status == 303 && done.header("Location")?.contains("/practices/") == true)
        let waiting = try #require(try await desk.waitingForReview(.practice, for: house.cast.officer).items.first)
        #expect(waiting.author == house.cast.requester.author)
        // The letter is not sent any more once there is nothing to do.
        #expect(
            try await !desk.accountLettersToSend(limit: 100).letters.contains { $0.matter == .tidings(.practiceBegun) })
        try await house.strike()
    }

    @Test("what ends badly, or is confidential, begins none")
    func beginsNot() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let failed = try await house.underWay()
        try await desk.close(
            failed, .unfulfilled, saying: LocalizedText("Rien.", in: .french), by: house.cast.requester)
        let hidden = try await house.underWay(visibility: .named([]))
        try await desk.close(hidden, .fulfilled, saying: LocalizedText(), by: house.cast.requester)
        #expect(try await desk.practiceDrafts(of: house.cast.requester).isEmpty)
        try await house.strike()
    }

    @Test("who is not ready keeps a draft; put away, it is gone from her page")
    func kept() async throws {
        let house = try await House()
        let provider = try await house.browser(of: "provider", in: .english)
        let form = try await provider.get("/en/practices/new")
        let kept = try await provider.carryOut(
            form, to: "/en/practices/new", [("title", "Half a thought"), ("keep", "1")])
        #expect(kept.text.contains("value=\"Half a thought\"") && kept.text.contains("Your draft is kept"))
        let place = try #require(kept.text.firstMatch(of: /action="(\/en\/practice-drafts\/[a-z0-9-]+)"/)).1
        #expect(try await provider.get("/en/work").text.contains(String(place)))
        let more = try await provider.send(kept, to: String(place), [("title", "Half a thought"), ("part", "blocks")])
        #expect(more.status == 200 && more.text.contains("id=\"blocks-2\""))
        _ = try await provider.send(kept, to: String(place), [("then", "drop")])
        #expect(try await !provider.get("/en/work").text.contains(String(place)))
        try await house.strike()
    }
}

extension House {
    /// A request whose work goes on.
    fileprivate func underWay(visibility: Cooperation.Request.Visibility = .everybody) async throws -> RequestID {
        let (id, introduction) = try await cast.introduced(on: stage, visibility: visibility)
        try await stage.desk.reply(.accepts, to: introduction, on: id, by: cast.provider)
        try await stage.desk.reply(.accepts, to: introduction, on: id, by: cast.requester)
        try await stage.desk.plan(
            Plan(request: id, text: LocalizedText("Un plan", in: .french), needsNoFunding: true), by: cast.provider)
        try await stage.desk.report(
            Report(request: id, stage: .progress, text: LocalizedText("Bien", in: .french)), by: cast.provider)
        return id
    }
}
