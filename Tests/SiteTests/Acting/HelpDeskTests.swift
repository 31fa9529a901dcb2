import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("A day at the help desk")
struct HelpDeskTests {
    @Test("an officer takes a case, waits, notes what is to be done, and goes on")
    func housekeeping() async throws {
        let house = try await House()
        let id = try await house.cast.triaged(on: house.stage)
        let officer = try await house.browser(of: "officer")
        let place = "/fr/requests/\(id.own)"
        let caseAddress = "/fr/desk/cases/\(id.own)"
        let queue = try await officer.get("/fr/desk?part=unassigned")
        #expect(queue.text.contains(caseAddress) && queue.text.contains("Sans responsable"))
        #expect(queue.text.contains("accesskey=\"1\"") && queue.text.contains("data-queue"))
        let taken = try await officer.carryOut(
            try await officer.get(caseAddress), to: place + "/charge", marked: "Prendre le dossier")
        #expect(taken.text.contains("Ce dossier est à vous."))
        #expect(try await officer.get("/fr/desk?part=mine").text.contains(caseAddress))
        let held = try await officer.carryOut(
            taken, to: place + "/hold",
            [("awaits", "requester"), ("until", "2026-03-20"), ("hold-reason", "Le budget")])
        #expect(held.text.contains("attend une réponse de l’auteur et y revient le 20 mars 2026"))
        #expect(try await officer.get("/fr/desk?part=waiting").text.contains(caseAddress))
        let visitor = try await house.browser().get(place)
        #expect(visitor.text.contains("attend une réponse de l’auteur") && !visitor.text.contains("Le budget"))
        let going = try await officer.carryOut(held, to: place + "/hold", marked: "resume")
        #expect(going.text.contains("Le délai court à nouveau."))
        let tasked = try await officer.carryOut(
            going, to: place + "/tasks", [("task", ""), ("task-text", "Appeler le parc"), ("task-due", "2026-03-05")])
        #expect(tasked.text.contains("Appeler le parc") && tasked.text.contains("5 mars 2026"))
        let done = try await officer.carryOut(tasked, to: place + "/tasks", marked: "value=\"yes\"")
        #expect(done.text.contains("Une est faite"))
        let wrong = try await officer.send(
            done, to: place + "/tasks", marked: "task-text", [("task-text", ""), ("task-due", "demain")])
        #expect(wrong.status == 422 && wrong.text.contains("demain"))
        try await house.strike()
    }

    @Test("a ready text is put below what was typed, filled, and nothing is sent")
    func readyTexts() async throws {
        let house = try await House()
        let id = try await house.cast.triaged(on: house.stage)
        let officer = try await house.browser(of: "officer")
        // This page shows the places by their names in braces.
        let list = try await officer.client.get("/fr/desk/wordings")
        let wrong = try await officer.send(
            list, to: "/fr/desk/wordings", [("name", "Préciser"), ("text-fr", "Bonjour {inconnu}")])
        #expect(wrong.status == 422 && wrong.text.contains("Bonjour {inconnu}"))
        let kept = try await officer.client.follow(
            try await officer.send(
                list, to: "/fr/desk/wordings",
                [("name", "Préciser"), ("text-fr", "Bonjour {institution} ({country}), précisez « {title} ».")]))
        #expect(kept.text.contains("Préciser"))
        let wording = try #require(try await house.stage.desk.wordings(for: house.cast.officer).first)
        let place = "/fr/requests/\(id.own)"
        let page = try await officer.get("/fr/desk/cases/\(id.own)")
        let filled = try await officer.send(
            page, to: place + "/messages",
            [("message", "Merci de votre demande."), ("wording", wording.id.rawValue), ("insert", "yes")])
        #expect(filled.status == 200)
        #expect(filled.text.contains("Merci de votre demande."))
        #expect(filled.text.contains("Bonjour Agence des parcs (Bénin), précisez « Suivi de la faune »."))
        #expect(try await house.stage.desk.dossier(id, for: house.cast.officer).dossier.messages.isEmpty)
        // It has a page with its versions, and can be taken from the list.
        let own = "/fr/desk/wordings/\(wording.id.own)"
        let one = try await officer.client.get(own)
        let retired = try await officer.client.follow(
            try await officer.send(
                one, to: own, [("name", "Préciser"), ("text-fr", "Bonjour"), ("retired", "on")]))
        #expect(retired.text.contains("Un texte retiré"))
        try await house.strike()
    }

    @Test("who is asked in another language gets the letter in both")
    func twoLanguages() async throws {
        let house = try await House()
        let cast = house.cast
        let desk = house.stage.desk
        var profile = try await desk.record(cast.offer)
        profile.body.languages = [LanguageCode(Language.english)]
        try await desk.write(profile.body, as: cast.offer, from: profile.revision, by: cast.provider)
        let id = try await cast.triaged(on: house.stage)
        let officer = try await house.browser(of: "officer")
        let page = try await officer.get("/fr/desk/cases/\(id.own)/introduction?candidate=\(cast.offer.rawValue)")
        #expect(page.text.contains("Agence des parcs (Bénin) demande de l’aide"))
        #expect(page.text.contains("Agence des parcs (Benin) asks for help"))
        _ = try await officer.carryOut(
            page, to: "/fr/requests/\(id.own)/introductions",
            [("letter", "Chers collègues, travaillez ensemble."), ("letter-other", "Dear colleagues, work together.")])
        let letter = try await desk.dossier(id, for: cast.provider).dossier.introductions.first?.body.letter
        #expect(letter?[.french] == "Chers collègues, travaillez ensemble.")
        #expect(letter?[.english] == "Dear colleagues, work together.")
        try await house.strike()
    }

    @Test("who is not answering stands on one page and is asked again in one step")
    func silent() async throws {
        let house = try await House()
        let (id, introduction) = try await house.cast.introduced(on: house.stage)
        house.stage.clock.wait(days: 4)
        let officer = try await house.browser(of: "officer")
        let page = try await officer.get("/fr/desk/silent")
        #expect(page.text.contains("Centre de Suivi Écologique"))
        #expect(page.text.contains("Le partenaire proposé n’a pas répondu depuis 4 jours."))
        let asked = try await officer.carryOut(
            page, to: "/fr/requests/\(id.own)/nudges", marked: "value=\"candidate\"")
        #expect(asked.text.contains("Relance faite le 6 mars 2026"))
        let nudges = try await house.stage.desk.dossier(id, for: house.cast.officer).dossier.nudges
        #expect(nudges.map(\.body.introduction) == [introduction])
        #expect(try await officer.get("/fr/desk/workload").text.contains("Aucune semaine complète"))
        house.stage.clock.wait(days: 7)
        // A session nobody used for four days is over.
        let again = try await house.browser(of: "officer")
        #expect(try await again.get("/fr/desk/workload").text.contains("postes à plein temps"))
        try await house.strike()
    }

    @Test("doubles are merged from the case; their addresses lead on; it is undone")
    func doubles() async throws {
        let house = try await House()
        let first = try await house.cast.triaged(on: house.stage)
        let second = try await house.cast.triaged(on: house.stage)
        let officer = try await house.browser(of: "officer")
        let page = try await officer.get("/fr/desk/cases/\(second.own)")
        #expect(page.text.contains("Peut-être la même que"))
        _ = try await officer.carryOut(page, to: "/fr/desk/merges", [("reason", "La même demande")])
        let visitor = house.browser()
        let led = try await visitor.client.get("/fr/requests/\(second.own)")
        #expect(led.status == 303 && led.header("Location")?.contains(first.own) == true)
        #expect(try await visitor.get("/fr/requests/\(first.own)").text.contains("/fr/requests/\(second.own)?stay=1"))
        #expect(try await visitor.get("/fr/requests/\(second.own)?stay=1").status == 200)
        let merges = try await officer.get("/fr/desk/merges")
        #expect(merges.text.contains("La même demande"))
        _ = try await officer.carryOut(merges, to: "/fr/desk/merges", marked: "undo")
        #expect(try await visitor.get("/fr/requests/\(second.own)").status == 200)
        let wrong = try await officer.send(
            try await officer.get("/fr/desk/merges"), to: "/fr/desk/merges", marked: "name=\"into\"",
            [("merged", "n’importe quoi"), ("into", ""), ("reason", "Parce que")])
        #expect(wrong.status == 422 && wrong.text.contains("n’importe quoi"))
        try await house.strike()
    }
}
