import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("Writing a request part by part")
struct DraftTests {
    private let text = "Nous ne savons pas combien de lions vivent encore dans notre parc national."

    private func begun(_ house: House) async throws -> (Browser, String) {
        let requester = try await house.browser(of: "requester")
        let page = try await requester.get("/fr/requests/new")
        let saved = try await requester.send(
            page, to: "/fr/requests/new",
            [("problem", text), ("country", "BJ"), ("organisation", house.cast.agency.rawValue)])
        let own = try #require(saved.requestOwn, "\(saved.problems)")
        #expect(saved.header("Location")?.hasPrefix("/fr/requests/\(own)/edit?part=about") == true)
        return (requester, "/fr/requests/\(own)")
    }

    @Test("each part is saved by itself, leaves the others as they are, and leads to the next")
    func parts() async throws {
        let house = try await House()
        let (requester, place) = try await begun(house)
        let about = try await requester.get(place + "/edit?part=about")
        #expect(about.text.contains("aria-current=\"step\"") && !about.text.contains("id=\"problem\""))
        let next = try await requester.send(
            about, to: place + "/edit",
            [("title", "Suivi des lions"), ("targets", "GBF-TARGET-04"), ("level", "national")])
        #expect(next.header("Location")?.contains("part=how") == true)
        let how = try await requester.get(try #require(next.header("Location")))
        let later = try await requester.send(
            how, to: place + "/edit",
            [("urgency", "withinSixMonths"), ("languages", "fr"), ("languages", "en"), ("then", "later")])
        #expect(later.header("Location")?.hasPrefix("/fr/work") == true)

        let id = try #require(RequestID(own: String(place.dropFirst("/fr/requests/".count))))
        let request = try await house.stage.desk.dossier(id, for: house.cast.requester).dossier.request.body
        #expect(request.problem[.french] == text && request.title[.french] == "Suivi des lions")
        #expect(request.urgency == .withinSixMonths && request.languages.count == 2 && request.targets.count == 1)

        // A box that is cleared is cleared; of other parts nothing is.
        let again = try await requester.get(place + "/edit?part=about")
        _ = try await requester.send(again, to: place + "/edit", [("title", "Suivi des lions"), ("level", "national")])
        let cleared = try await house.stage.desk.dossier(id, for: house.cast.requester).dossier.request.body
        #expect(cleared.targets.isEmpty && cleared.languages.count == 2 && cleared.problem[.french] == text)
        try await house.strike()
    }

    @Test("a form with nothing in it files nothing and says so", arguments: ["next", "later"])
    func nothing(then: String) async throws {
        let house = try await House()
        let requester = try await house.browser(of: "requester")
        let page = try await requester.get("/fr/requests/new")
        let answer = try await requester.send(
            page, to: "/fr/requests/new",
            [("country", "BJ"), ("organisation", house.cast.agency.rawValue), ("then", then)])
        #expect(answer.status == 422 && answer.text.contains("rien n’a donc été enregistré"))
        #expect(answer.text.contains("id=\"problem\""), "the form is there to go on with")
        let work = try await requester.get("/fr/work")
        #expect(!work.text.contains("/fr/requests/0"))
        // A title alone is something to keep.
        let kept = try await requester.send(
            page, to: "/fr/requests/new",
            [("title", "Lions"), ("country", "BJ"), ("organisation", house.cast.agency.rawValue), ("then", then)])
        #expect(kept.status == 303)
        try await house.strike()
    }

    @Test("a draft is read over without being saved, also for somebody who has not signed in")
    func check() async throws {
        let house = try await House()
        let visitor = house.browser()
        let page = try await visitor.get("/fr/requests/new")
        #expect(page.status == 200)
        let read = try await visitor.send(
            page, to: "/fr/requests/new",
            [("problem", "Il nous faut un appui et un budget."), ("assistance-1", "training"), ("then", "check")])
        #expect(read.status == 200)
        #expect(read.text.contains("Il nous faut un appui et un budget."), "what was typed stays")
        for sentence in [
            "Un peu plus, s’il vous plaît.", "Qu’est-ce qui fait obstacle\u{A0}?", "Il y est question d’argent.",
        ] {
            #expect(read.text.contains(sentence), "\(sentence)")
        }
        #expect(read.text.firstMatch(of: /Vous écrivez [^<]*budget/) != nil)
        let match = try await visitor.send(
            page, to: "/fr/requests/new",
            [("problem", "Nous manquons de suivi écologique par satellite de nos parcs."), ("then", "check")])
        #expect(match.text.contains("/fr/providers/\(house.cast.offer.own)"), "who may answer is shown")
        try await house.strike()
    }

    @Test("what somebody typed before signing in stands in the form after it, in her browser only")
    func kept() async throws {
        let house = try await House()
        let visitor = house.browser()
        let page = try await visitor.get("/fr/requests/new")
        let sent = try await visitor.send(page, to: "/fr/requests/new", [("problem", text), ("country", "BJ")])
        let location = try #require(sent.header("Location"))
        #expect(sent.status == 303 && location.hasPrefix("/fr/sign-in?return="))
        let signIn = try await visitor.get(location)
        #expect(signIn.text.contains("Votre texte est conservé"))
        let back = try await visitor.send(
            signIn, to: "/fr/sign-in", [("email", "requester@example.org"), ("password", "a long password")])
        let place = try #require(back.header("Location"))
        #expect(place.hasPrefix("/fr/requests/new?kept="))
        let form = try await visitor.get(place)
        #expect(form.text.contains(text))
        let other = try await house.browser(of: "stranger").get(place)
        #expect(other.status == 200 && !other.text.contains(text))
        try await house.strike()
    }

    @Test("a step whose session ended while it was written comes back with its text")
    func keptStep() async throws {
        let house = try await House()
        let id = try await house.cast.submitted(on: house.stage)
        let focalPoint = try await house.browser(of: "focal-point")
        let page = try await focalPoint.get("/fr/requests/\(id.own)")
        let start = try await focalPoint.get("/fr/work")
        _ = try await focalPoint.send(start, to: "/fr/sign-out")
        let sent = try await focalPoint.send(
            page, to: "/fr/requests/\(id.own)/position", marked: "value=\"objection\"",
            [("objection", "Une objection longuement réfléchie.")])
        let signIn = try await focalPoint.get(try #require(sent.header("Location")))
        let back = try await focalPoint.send(
            signIn, to: "/fr/sign-in", [("email", "focal-point@example.org"), ("password", "a long password")])
        let again = try await focalPoint.get(try #require(back.header("Location")))
        #expect(again.text.contains("Une objection longuement réfléchie."))
        try await house.strike()
    }

    @Test("several drafts at a time: who begins another is shown those she has")
    func several() async throws {
        let house = try await House()
        let (requester, place) = try await begun(house)
        let page = try await requester.get("/fr/requests/new")
        #expect(page.text.contains("Vous avez déjà commencé une demande") && page.text.contains(place + "/edit"))
        #expect(!(try await house.browser(of: "stranger").get("/fr/requests/new").text.contains(place)))
        try await house.strike()
    }

    @Test("the form goes on paper, empty and filled in, and as a text")
    func paper() async throws {
        let house = try await House()
        let (requester, place) = try await begun(house)
        let empty = try await house.browser().get("/ar/requests/form")
        #expect(empty.status == 200 && empty.text.contains("class=\"room\""))
        let filled = try await requester.get(place + "/paper")
        #expect(filled.text.contains(text) && filled.text.contains("Agence des parcs"))
        let file = try await requester.get(place + "/request.txt")
        #expect(file.header("Content-Disposition")?.contains(".txt") == true && file.text.contains(text))
        #expect(try await house.browser(of: "stranger").get(place + "/request.txt").status == 404)
        try await house.strike()
    }
}
