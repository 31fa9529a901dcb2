import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("Forms keep what was typed")
struct FormTests {
    let hostile = "<script>alert('O\u{301}')</script>\"><img src=x onerror=alert(1)>"

    private func answers(_ house: House) -> [(String, String)] {
        [("problem", "Il manque des données."), ("country", "BJ"), ("organisation", house.cast.agency.rawValue)]
    }

    @Test("a form sent twice counts once and leads to the same place")
    func twice() async throws {
        let house = try await House()
        let requester = try await house.browser(of: "requester")
        let page = try await requester.get("/fr/requests/new")
        let first = try await requester.send(page, to: "/fr/requests/new", answers(house))
        let second = try await requester.send(page, to: "/fr/requests/new", answers(house))
        #expect(second.status == 303)
        #expect(first.requestOwn != nil && first.requestOwn == second.requestOwn)

        let id = try await house.cast.submitted(on: house.stage)
        let place = "/fr/requests/\(id.own)"
        let focalPoint = try await house.browser(of: "focal-point")
        let desk = try await focalPoint.get(place)
        for _ in 1...2 {
            let answer = try await focalPoint.send(desk, to: place + "/position", marked: "endorsement")
            #expect(answer.status == 303)
        }
        let view = try await house.stage.desk.dossier(id, for: house.cast.officer)
        #expect(view.dossier.positions.count == 1)
        try await house.strike()
    }

    @Test("an institution is made on the way, once, and its maker speaks for it")
    func institution() async throws {
        let house = try await House()
        let stranger = try await house.browser(of: "stranger")
        let page = try await stranger.get("/fr/requests/new")
        let bare = try await stranger.send(
            page, to: "/fr/requests/new", [("problem", "Il manque tout."), ("country", "BJ")])
        #expect(bare.status == 422)
        #expect(bare.text.contains("Il manque tout."))
        #expect(bare.problems.contains("href=\"#institution-name\""))
        let fields = [
            ("problem", "Il manque tout."), ("country", "BJ"), ("institution-name", "Jardin botanique"),
            ("institution-type", "academic"),
        ]
        for _ in 1...2 { #expect(try await stranger.send(bare, to: "/fr/requests/new", fields).status == 303) }
        let viewer = try await house.stage.desk.viewer(try #require(house.cast.stranger.account))
        #expect(viewer.organisations.count == 1)
        #expect(try await house.stage.desk.ownWork(for: viewer).requests.count == 1)
        // In the name of an institution she does not speak for she asks nothing.
        let forged = try await stranger.send(
            try await stranger.get("/fr/requests/new"), to: "/fr/requests/new",
            [("problem", "x"), ("country", "BJ"), ("organisation", house.cast.agency.rawValue)])
        #expect(forged.status == 422)
        try await house.strike()
    }

    @Test("every wrong answer is told at once, at its field, and everything typed is still there")
    func wrongAnswers() async throws {
        let house = try await House()
        let requester = try await house.browser(of: "requester")
        let page = try await requester.get("/fr/requests/new")
        let wrong = try await requester.send(
            page, to: "/fr/requests/new",
            [
                ("problem", String(repeating: "mot ", count: 1001)), ("country", "XX"),
                ("organisation", house.cast.agency.rawValue), ("starts", "demain"), ("amount", "beaucoup"),
                ("otherCountries", "Atlantide"), ("links", "javascript:alert(1)"), ("how-1", "Comment ?"),
                ("visibility", "named"), ("readers", "personne@example.org"), ("targets", "GBF-TARGET-99"),
                ("title", hostile),
            ])
        #expect(wrong.status == 422)
        for field in [
            "problem", "country", "starts", "amount", "otherCountries", "links", "assistance-1", "readers", "targets",
        ] {
            #expect(wrong.text.contains("<li><a href=\"#\(field)\">"), "\(field)")
            #expect(wrong.text.contains("id=\"\(field)\""), "\(field)")
        }
        for typed in ["demain", "beaucoup", "Atlantide", "javascript:alert(1)", "personne@example.org", "Comment ?"] {
            #expect(wrong.text.contains(typed))
        }
        #expect(!wrong.text.contains("<script>alert") && !wrong.text.contains("<img src=x"))
        try await house.strike()
    }

    @Test("readers are named by the addresses of their accounts, and then read")
    func readers() async throws {
        let house = try await House()
        let requester = try await house.browser(of: "requester")
        let saved = try await requester.send(
            try await requester.get("/fr/requests/new"), to: "/fr/requests/new",
            answers(house) + [("visibility", "named"), ("readers", "Stranger@example.org\n")])
        let own = try #require(saved.requestOwn)
        let edit = try await requester.get("/fr/requests/\(own)/edit?part=readers")
        #expect(edit.text.contains("stranger"))
        #expect(!edit.text.contains("stranger@example.org"))
        let id = try #require(RequestID(own: own))
        let view = try await house.stage.desk.dossier(id, for: house.cast.requester)
        #expect(view.dossier.request.body.visibility == .named([try #require(house.cast.stranger.account)]))
        try await house.strike()
    }

    @Test("hostile text comes out escaped on every page that shows it")
    func escaping() async throws {
        let house = try await House()
        let text = LocalizedText(hostile, in: .french)
        var request = try house.cast.request(title: hostile)
        request.problem = text
        request.priorities = text
        request.objectives = text
        request.results = text
        request.coFinancing = text
        request.assistance[0].how = text
        let desk = house.stage.desk
        let cast = house.cast
        let id = try await desk.draft(request, by: cast.requester)
        try await desk.submit(id, by: cast.requester)
        try await desk.take(.question, on: id, because: text, by: cast.focalPoint)
        try await desk.answerQuestion(on: id, saying: text, by: cast.requester)
        try await desk.take(.endorsement, on: id, because: text, by: cast.focalPoint)
        let finding = Assessment.Finding(criterion: .clearProblem, verdict: .yes, note: hostile)
        try await desk.assess(
            Assessment(request: id, findings: [finding], lane: .project, note: text), by: cast.officer)
        try await desk.introduce(
            Introduction(request: id, candidate: .provider(cast.offer), letter: text), by: cast.officer)
        try await desk.write(text, on: id, by: cast.provider)
        try await desk.write(text, to: .desk, on: id, by: cast.officer)
        for name in RightsTests.everybody {
            let browser = try await house.browser(of: name)
            var pages = ["requests/\(id.own)", "work"]
            if name == "officer" { pages += ["desk", "desk/cases/\(id.own)"] }
            if name == "focal-point" { pages.append("country-desk") }
            for page in pages {
                let answer = try await browser.get("/fr/\(page)")
                #expect(answer.status == 200, "\(name) \(page)")
                #expect(
                    !answer.text.contains("<script>alert") && !answer.text.contains("<img src=x"), "\(name) \(page)")
            }
        }
        let other = try await house.browser(of: "officer").get(
            "/fr/desk/cases/\(id.own)/introduction?candidate=\(cast.offer.rawValue)")
        #expect(other.text.contains("&lt;script&gt;"))
        try await house.strike()
    }

    @Test("a text written too late is given back")
    func tooLate() async throws {
        let house = try await House()
        let id = try await house.cast.submitted(on: house.stage)
        let place = "/fr/requests/\(id.own)"
        let focalPoint = try await house.browser(of: "focal-point")
        let page = try await focalPoint.get(place)
        try await house.stage.desk.withdraw(id, by: house.cast.requester)
        let late = try await focalPoint.send(
            page, to: place + "/position", marked: "value=\"objection\"",
            [("objection", "Une objection longuement réfléchie.")])
        #expect(late.status == 409)
        #expect(late.text.contains("Une objection longuement réfléchie."))
        try await house.strike()
    }
}
