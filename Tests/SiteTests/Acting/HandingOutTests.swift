import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("What of the library already answers a need is handed out")
struct HandingOutTests {
    private let about = """
        Comment former les agents d'un parc au suivi de la faune et savoir combien de lions y vivent encore, comme le veut \
        le plan d'action national pour la biodiversité.
        """

    private func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .english) }

    private func french(_ words: String) -> LocalizedText { LocalizedText(words, in: .french) }

    private func guide(_ house: House, _ title: String = "Guide du suivi de la faune") async throws -> ResourceID {
        try await house.stage.desk.write(
            Resource(
                title: french(title), summary: french(about), form: .guidance,
                links: [Link(title: "", address: "https://guides.example/wildlife")],
                languages: [try #require(LanguageCode("fr"))], subjects: try house.cast.request().subjects,
                targets: try house.cast.request().targets),
            by: .office)
    }

    @Test("the case says what fits; the answer hands it out; request, resource, letter and figures tell")
    func handedOut() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let guide = try await guide(house)
        let practice = try await desk.write(
            Practice(
                title: french("Suivi de la faune par caméra"), summary: french(about), problem: text("No counts"),
                whatWasDone: text("Cameras"), results: text("Counts"), countries: [house.cast.benin],
                subjects: try house.cast.request().subjects, targets: try house.cast.request().targets),
            by: .office)
        let id = try await house.cast.triaged(on: house.stage)
        let officer = try await house.browser(of: "officer", in: .english)
        let place = "/en/desk/cases/\(id.own)"
        let found = try await officer.get(place)
        #expect(found.text.contains("2 records of the library may already answer it"))
        #expect(found.text.contains("Answer with these 2"))
        // The link ticks both, and opens the form.
        let ready = try await officer.get(place + "?records=\(guide.rawValue)&records=\(practice.rawValue)")
        #expect(ready.text.contains("value=\"\(guide.rawValue)\" checked"))
        #expect(ready.text.contains("value=\"\(practice.rawValue)\" checked"))
        let post = "/en/requests/\(id.own)/answer"
        // What nobody can read is not handed out, and nothing typed is lost.
        let refused = try await officer.send(
            ready, to: post, [("answer", "Read this."), ("records", "resource-nothing")])
        #expect(refused.status == 422 && refused.text.contains("Read this.") && refused.text.contains("#records"))
        let sent = try await officer.send(
            ready, to: post, [("answer", "Read this."), ("records", guide.rawValue), ("records", practice.rawValue)])
        #expect(sent.status == 303, "\(sent.problems)")
        let asked = try await house.browser(of: "requester", in: .english).get("/en/requests/\(id.own)")
        for path in ["/en/resources/\(guide.own)", "/en/practices/\(practice.own)"] {
            #expect(asked.text.contains("href=\"\(path)\""), "\(path)")
        }
        let visitor = house.browser()
        #expect(try await visitor.get("/en/resources/\(guide.own)").text.contains("/en/requests/\(id.own)"))
        #expect(
            try await visitor.get("/en/figures").text.contains("1 request was answered with records of the library"))
        // It is not proposed twice.
        #expect(try await desk.libraryMatches(for: id, viewer: house.cast.officer).isEmpty)
        let letters = try await desk.lettersToSend(limit: 50).letters.filter { $0.occasion == .answered }
        #expect(!letters.isEmpty)
        for letter in letters {
            #expect(letter.handedOut.map(\.record) == [.practice(practice), .resource(guide)])
        }
        try await house.strike()
    }

    @Test("a resource is introduced with reasons; nobody speaks for it, so that the requester's yes is enough")
    func introduced() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let guide = try await guide(house)
        let id = try await house.cast.triaged(on: house.stage)
        let officer = try await house.browser(of: "officer", in: .english)
        let letter = try await officer.get("/en/desk/cases/\(id.own)/introduction?candidate=\(guide.rawValue)")
        #expect(letter.status == 200 && letter.text.contains("cette ressource peut aider"))
        let sent = try await officer.send(
            letter, to: "/en/requests/\(id.own)/introductions", [("letter", "Lisez ce guide.")])
        #expect(sent.status == 303, "\(sent.problems)")
        let dossier = try await desk.dossier(id, for: house.cast.officer).dossier
        let introduction = try #require(dossier.introductions.first)
        #expect(introduction.body.candidate == .resource(guide))
        try await desk.reply(.accepts, to: introduction.id, on: id, by: house.cast.requester)
        #expect(try await desk.dossier(id, for: .visitor).state == .matched)
        #expect(try await house.browser().get("/en/resources/\(guide.own)").text.contains("/en/requests/\(id.own)"))
        try await house.strike()
    }

    @Test("a letter about a confidential request names nothing that was handed out; the resource tells nobody")
    func confidential() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let guide = try await guide(house)
        let id = try await house.cast.triaged(on: house.stage, visibility: .named([]))
        try await desk.answer(
            Answer(request: id, text: text("Read this."), handingOut: [.resource(guide)]), by: house.cast.officer)
        let letters = try await desk.lettersToSend(limit: 50).letters.filter { $0.occasion == .answered }
        #expect(!letters.isEmpty && letters.allSatisfy(\.handedOut.isEmpty))
        #expect(try await !house.browser().get("/en/resources/\(guide.own)").text.contains(id.own))
        #expect(try await desk.figures().helpedByLibrary == 0)
        try await house.strike()
    }

    @Test("who watches a request hears of a resource that was written here, not of one that a list brought")
    func news() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let id = try await house.cast.triaged(on: house.stage)
        try await desk.setAlert(on: .request(id), from: 20, by: house.cast.requester)
        house.stage.clock.wait(days: 1)
        let guide = try await guide(house)
        try await desk.write(
            Resource(
                title: french("Suivi de la faune, d’une liste"), summary: french(about), form: .guidance,
                links: [Link(title: "", address: "https://lists.example/wildlife")],
                subjects: try house.cast.request().subjects, origin: Origin(key: "1", name: "A list")),
            by: .office)
        #expect(try await desk.alerts(for: house.cast.requester).map(\.key) == [guide.rawValue])
        try await house.strike()
    }
}
