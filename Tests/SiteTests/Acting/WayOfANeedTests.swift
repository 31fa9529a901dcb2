import Catalogue
import Cooperation
import Desk
import Rehearsal
import Testing
import WebTesting

@testable import Site

@Suite("The way of a need through the pages")
struct WayOfANeedTests {
    @Test("four people take it from three questions to its end, in French")
    func wholeWay() async throws {
        let house = try await House()
        let requester = try await house.browser(of: "requester")
        let focalPoint = try await house.browser(of: "focal-point")
        let officer = try await house.browser(of: "officer")
        let provider = try await house.browser(of: "provider")

        // Three questions make a draft; sending it names what is missing.
        let blank = try await requester.get("/fr/requests/new")
        #expect(blank.status == 200)
        let answers = [
            ("problem", "Nous ne savons pas combien de lions vivent encore dans notre parc national."),
            ("assistance-1", "training.workshop"), ("how-1", "Former six agents."), ("country", "BJ"),
            ("organisation", house.cast.agency.rawValue), ("visibility", "everybody"),
        ]
        let saved = try await requester.send(blank, to: "/fr/requests/new", answers)
        let own = try #require(saved.requestOwn)
        let place = "/fr/requests/\(own)"
        let draft = try await requester.get(place)
        #expect(draft.text.contains("Il manque 4 réponses"))
        #expect(draft.forms(to: place + "/submission").isEmpty)
        #expect(try await focalPoint.get(place).status == 404)

        let edit = try await requester.get(place + "/edit")
        #expect(edit.text.contains("Nous ne savons pas combien de lions"))
        _ = try await requester.carryOut(
            edit, to: place + "/edit",
            answers + [
                ("title", "Suivi des lions"), ("subjects-cross-cutting", "CBD-SUBJECT-PA"),
                ("targets", "GBF-TARGET-04"), ("priorities", "Objectif 4 de la stratégie nationale"),
                ("languages", "fr"), ("level", "national"), ("urgency", "withinSixMonths"),
            ])
        let ready = try await requester.get(place)
        let submitted = try await requester.carryOut(ready, to: place + "/submission")
        #expect(submitted.text.contains("a jusqu’au 23 mars 2026"))

        // The focal point sees it on her desk and endorses with one click.
        let desk = try await focalPoint.get("/fr/country-desk")
        #expect(desk.text.contains("Suivi des lions"))
        #expect(desk.text.contains("Il reste 21 jours"))
        let endorsed = try await focalPoint.carryOut(desk, to: place + "/position", marked: "endorsement")
        #expect(endorsed.text.contains("Rien n’attend votre avis."))

        // The help desk looks at it and introduces the institute.
        let queue = try await officer.get("/fr/desk")
        #expect(queue.text.contains("/fr/desk/cases/\(own)"))
        let helpCase = try await officer.get("/fr/desk/cases/\(own)")
        let criteria = Assessment.Criterion.allCases.map { ("verdict-\($0.rawValue)", "yes") }
        let triaged = try await officer.carryOut(
            helpCase, to: place + "/assessment",
            criteria + [("lane", "project"), ("mark-relevance", "4"), ("mark-clarity", "5")])
        #expect(triaged.text.contains("Recherche d") || triaged.text.contains("recherche d"))
        let letter = try await officer.get(
            "/fr/desk/cases/\(own)/introduction?candidate=\(house.cast.offer.rawValue)")
        #expect(letter.text.contains("Agence des parcs (Bénin) demande de l’aide"))
        let introduced = try await officer.carryOut(
            letter, to: place + "/introductions", [("letter", "Chers collègues, vous pouvez travailler ensemble.")])
        #expect(introduced.text.contains("Centre de Suivi Écologique"))

        // Both sides say yes.
        let work = try await provider.get("/fr/work")
        #expect(work.text.contains("Suivi des lions"))
        let asked = try await provider.get(place)
        #expect(asked.text.contains("vous pouvez travailler ensemble"))
        _ = try await provider.carryOut(asked, to: place + "/replies", [("stance", "accepts")])
        let proposed = try await requester.get(place)
        let matched = try await requester.carryOut(proposed, to: place + "/replies", [("stance", "accepts")])
        #expect(matched.text.contains("Ils conviennent d’un plan"))

        // Plan, pledge, report, end.
        let planned = try await requester.carryOut(
            matched, to: place + "/plan", [("plan", "Deux ateliers au parc."), ("starts", "2026-04-01")])
        #expect(planned.text.contains("Deux ateliers au parc."))
        let donor = try await house.browser(of: "donor")
        let pledged = try await donor.carryOut(
            try await donor.get(place), to: place + "/pledges",
            [("pledging", house.cast.fund.rawValue), ("amount", "20 000"), ("currency", "usd")])
        #expect(pledged.text.contains("20\u{202F}000"))
        let reported = try await provider.carryOut(
            try await provider.get(place), to: place + "/reports",
            [("stage", "final"), ("report", "Six agents formés."), ("what-did-not-work", "La saison des pluies.")])
        #expect(reported.text.contains("Six agents formés."))
        let closed = try await requester.carryOut(
            try await requester.get(place), to: place + "/closing",
            [("outcome", "fulfilled"), ("closing", "Nous comptons les lions.")])
        #expect(closed.text.contains("Plus rien n’est attendu."))

        // What has worked begins its practice from its papers; a stranger gets an empty form.
        let begin = "/fr/practices/new?request=request-\(own)"
        #expect(closed.text.contains("href=\"\(begin)\""))
        let begun = try await requester.get(begin)
        for words in [
            "Suivi des lions", "Deux ateliers au parc.", "Six agents formés.", "La saison des pluies.", "Bénin",
        ] {
            #expect(begun.text.contains(words), "\(words)")
        }
        let told = try await requester.send(
            begun, to: "/fr/practices/new",
            [
                ("title", "Compter les lions"), ("summary", "Un comptage par an, fait par les agents du parc."),
                ("problem", "Nous ne savions pas combien de lions vivent dans notre parc national."),
                ("whatWasDone", "Deux ateliers au parc."), ("results", "Six agents formés."), ("countries", "Bénin"),
                ("subjects", "CBD-SUBJECT-PA"),
            ])
        #expect(told.status == 303, "\(told.problems)")
        let waiting = try await house.stage.desk.waitingForReview(.practice, for: house.cast.officer).items
        let record = try #require(waiting.first.flatMap { PracticeID(rawValue: $0.record.name) })
        let practice = try await house.stage.desk.record(record, for: house.cast.officer)
        #expect(practice.body.request == RequestID(own: own))

        // A visitor reads what came of it, and neither letters nor names.
        let visitor = try await house.browser().get(place)
        #expect(visitor.status == 200)
        #expect(visitor.text.contains("Nous comptons les lions."))
        #expect(!visitor.text.contains("vous pouvez travailler ensemble"))
        #expect(!visitor.text.contains("requester"))
        #expect(visitor.forms(to: place + "/messages").isEmpty)
        try await house.strike()
    }

    @Test("silence lets it pass, and its page says so")
    func silence() async throws {
        let house = try await House()
        let id = try await house.cast.submitted(on: house.stage)
        try house.stage.clock.move(to: "2026-04-20")
        let before = try await house.browser(of: "focal-point").get("/fr/requests/\(id.own)")
        #expect(before.text.contains("Selon la règle de non-objection"))
        try await house.stage.desk.doDuties(at: house.stage.clock.now)
        let after = try await house.browser().get("/fr/requests/\(id.own)")
        #expect(after.text.contains("Admise sans objection"))
        #expect(after.text.contains("l’horloge de la plateforme"))
        try await house.strike()
    }

    @Test("a question stops the clock, the answer sets it going, an objection sends it back")
    func questionAndObjection() async throws {
        let house = try await House()
        let id = try await house.cast.submitted(on: house.stage)
        let place = "/fr/requests/\(id.own)"
        let focalPoint = try await house.browser(of: "focal-point")
        let requester = try await house.browser(of: "requester")
        let empty = try await focalPoint.send(
            try await focalPoint.get(place), to: place + "/position", marked: "value=\"question\"")
        #expect(empty.status == 422)
        #expect(empty.problems.contains("Merci de répondre") || !empty.problems.isEmpty)
        let asked = try await focalPoint.carryOut(
            empty, to: place + "/position", marked: "value=\"question\"", [("question", "Combien d’agents ?")])
        #expect(asked.text.contains("le délai est suspendu"))
        let open = try await requester.get(place)
        #expect(open.text.contains("Combien d’agents ?"))
        let answered = try await requester.carryOut(
            open, to: place + "/question-answer", [("question-answer", "Six agents.")])
        #expect(answered.text.contains("Sans réponse d’ici là, la demande suit son cours"))
        let objected = try await focalPoint.carryOut(
            try await focalPoint.get(place), to: place + "/position", marked: "value=\"objection\"",
            [("objection", "Le parc n’est pas nommé.")])
        #expect(objected.text.contains("Le parc n’est pas nommé."))
        let back = try await requester.get(place)
        #expect(back.text.contains("pour modifier la demande et la renvoyer"))
        #expect(!back.forms(to: place + "/submission").isEmpty)
        try await house.strike()
    }
}
