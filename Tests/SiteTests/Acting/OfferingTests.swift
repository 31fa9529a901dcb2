import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("A day of a provider, and who reads what")
struct OfferingTests {
    @Test("not now, because: in one step from the own page; full until a day; the sheet to share")
    func provider() async throws {
        let house = try await House()
        let cast = house.cast
        let (id, introduction) = try await cast.introduced(on: house.stage)
        let provider = try await house.browser(of: "provider")
        let work = try await provider.get("/fr/work")
        #expect(work.text.contains("On vous sollicite"))
        let place = "/fr/requests/\(id.own)/replies"
        let done = try await provider.carryOut(work, to: place, [("stance", "declines"), ("ground", "noCapacity")])
        #expect(done.text.contains("Mon travail") || done.status == 200)
        let reply = try #require(
            try await house.stage.desk.dossier(id, for: cast.officer).dossier.reply(to: introduction, by: .candidate))
        #expect(reply.body.ground == .noCapacity && reply.body.stance == .declines)
        let page = try await provider.get("/fr/providers/\(cast.offer.own)")
        let capacity = "/fr/providers/\(cast.offer.own)/capacity"
        let wrong = try await provider.send(page, to: capacity, [("full-until", "bientôt")])
        #expect(wrong.status == 422 && wrong.text.contains("bientôt"))
        let full = try await provider.carryOut(page, to: capacity, [("full-until", "2026-06-01")])
        #expect(full.text.contains("complet jusqu’à ce jour"))
        let sheet = try await house.browser().get("/fr/providers/\(cast.offer.own)/profile")
        #expect(sheet.status == 200 && sheet.text.contains("Centre de Suivi Écologique"))
        #expect(!sheet.text.contains("@") && sheet.text.contains("/fr/providers/\(cast.offer.own)/profile"))
        try await house.strike()
    }

    @Test("a letter to an institution is passed on; the form keeps what was typed")
    func enquiry() async throws {
        let house = try await House()
        let form = "/fr/organisations/\(house.cast.institute.own)/enquiry"
        #expect(try await house.browser().client.get(form).status == 303)
        let browser = try await house.browser(of: "stranger")
        let page = try await browser.get(form)
        let empty = try await browser.send(page, to: form, [("text", " ")])
        #expect(empty.status == 422)
        let sent = try await browser.carryOut(page, to: form, [("text", "Formez-vous des agents de parc ?")])
        #expect(sent.text.contains("Formez-vous des agents de parc ?") && !sent.text.contains("@example.org"))
        let provider = try await house.browser(of: "provider")
        let list = try await provider.get("/fr/work/enquiries")
        #expect(list.text.contains("Attend votre réponse"))
        let own = try #require(list.text.firstMatch(of: /\/fr\/work\/enquiries\/([a-z0-9-]+)/)).1
        let exchange = try await provider.get("/fr/work/enquiries/\(own)")
        _ = try await provider.carryOut(exchange, to: "/fr/work/enquiries/\(own)", [("text", "Oui, en mai.")])
        #expect(try await browser.get("/fr/work/enquiries/\(own)").text.contains("Oui, en mai."))
        #expect(try await house.browser(of: "officer").client.get("/fr/work/enquiries/\(own)").status == 404)
        try await house.strike()
    }

    @Test("the history shows what changed, word by word")
    func history() async throws {
        let house = try await House()
        let cast = house.cast
        let desk = house.stage.desk
        var request = try cast.request()
        let id = try await desk.draft(request, by: cast.requester)
        request.title = LocalizedText("Suivi des lions", in: .french)
        request.urgency = .withinThreeMonths
        try await desk.revise(id, to: request, from: 1, by: cast.requester)
        let page = try await house.browser(of: "requester").get("/fr/requests/\(id.own)/history")
        #expect(page.text.contains("<del>") && page.text.contains("<ins>") && page.text.contains("Supprimé"))
        #expect(page.text.contains("lang=\"fr\" dir=\"ltr\""))
        #expect(try await house.browser().client.get("/fr/requests/\(id.own)/history").status == 404)
        let record = try await house.browser().get("/fr/history/\(cast.offer.rawValue)")
        #expect(record.status == 200 && record.text.contains("Suivi écologique par satellite"))
        #expect(!record.text.contains("provider-") || record.text.contains("/providers/"))
        #expect(try await house.browser().client.get("/fr/history/account-x").status == 404)
        try await house.strike()
    }

    /// A confidential request must not be told by any page somebody who may not read it can open: not by its words, not by a
    /// count that differs from the house without it.
    @Test("no page betrays a confidential request", arguments: ["", "stranger", "provider", "donor"])
    func betrayal(name: String) async throws {
        let with = try await House()
        let without = try await House()
        _ = try await with.cast.triaged(on: with.stage)
        _ = try await without.cast.triaged(on: without.stage)
        var secret = try with.cast.request(title: "Geheimnis Zebrafink", visibility: .named([]))
        secret.problem = LocalizedText("Zebrafink allein im Nebel", in: .french)
        let id = try await with.stage.desk.draft(secret, by: with.cast.requester)
        try await with.stage.desk.submit(id, by: with.cast.requester)
        try await with.stage.desk.take(.endorsement, on: id, by: with.cast.focalPoint)
        let pages = [
            "", "requests", "requests?country=BJ", "needs", "providers", "practices", "countries", "countries/bj",
            "figures", "figures.csv", "gaps", "gaps.csv", "search?q=zebrafink", "search?q=zebrafin", "search?q=lions",
            "organisations", "hubs", "opportunities", "about",
        ]
        func normal(_ text: String) -> String {
            // Identifiers and tokens differ from house to house.
            text.replacing(/[0-9a-z]{20,}/, with: "#").replacing(/value="[A-Za-z0-9_-]{20,}"/, with: "#")
        }
        let (mine, other) =
            name.isEmpty
            ? (with.browser(), without.browser())
            : (try await with.browser(of: name), try await without.browser(of: name))
        for page in pages {
            let (left, right) = (try await mine.client.get("/fr/" + page), try await other.client.get("/fr/" + page))
            #expect(!left.text.localizedCaseInsensitiveContains("zebrafink") || page.contains("zebrafin"), "\(page)")
            #expect(!left.text.contains("Nebel") && !left.text.contains(id.own), "\(page)")
            #expect(left.status == right.status && normal(left.text) == normal(right.text), "\(name) /\(page)")
        }
        // What is taken away as files, feeds and harvests; and the open request is in them, so that they are not just empty.
        let files = ["csv", "json", "atom"].map { "/fr/files/requests.\($0)" }
        for path in files + ["/oai?verb=ListRecords&metadataPrefix=oai_dc", "/sitemap.xml"] {
            let answer = try await mine.client.get(path)
            #expect(answer.status == 200, "\(path)")
            #expect(path == "/sitemap.xml" || answer.text.contains("Suivi de la faune"), "\(path)")
            #expect(!answer.text.contains("Zebrafink") && !answer.text.contains("Nebel"), "\(path)")
            #expect(!answer.text.contains(id.own), "\(path)")
        }
        for page in ["requests/\(id.own)", "requests/\(id.own)/history", "history/\(id.rawValue)"] {
            let status = try await mine.client.get("/fr/" + page).status
            #expect(status == 404 || status == 303, "\(page)")
        }
        try await with.strike()
        try await without.strike()
    }
}
