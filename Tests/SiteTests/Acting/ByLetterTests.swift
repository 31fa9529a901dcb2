import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import WebSupport
import WebTesting

@testable import Site

@Suite("A focal point answers by the link of a letter")
struct ByLetterTests {
    /// The addresses her first letter about this request holds.
    private func acts(_ house: House, _ id: Cooperation.RequestID) async throws -> [Position.Stance: String] {
        let letters = try await house.stage.desk.lettersToSend(limit: 100).letters
        let letter = try #require(letters.first { $0.request == id && $0.occasion == .windowOpened })
        let acts = Site.acts(of: letter, in: .french, key: house.site.settings.key)
        return Dictionary(uniqueKeysWithValues: acts.map { ($0.stance, $0.path) })
    }

    private func state(_ house: House, _ id: Cooperation.RequestID) async throws -> State {
        try await house.stage.desk.dossier(id, for: house.cast.officer).state
    }

    @Test("to open the link does nothing; the one button endorses, once, without signing in")
    func endorse() async throws {
        let house = try await House()
        let id = try await house.cast.submitted(on: house.stage)
        let acts = try await acts(house, id)
        let link = try #require(acts[.endorsement])
        let browser = house.browser()
        let page = try await browser.get(link)
        #expect(page.status == 200 && page.header("Cache-Control") == "no-store")
        #expect(page.text.contains("Suivi de la faune") && page.text.contains("Approuver pour mon pays"))
        for _ in 0..<3 { _ = try await house.browser().get(link) }
        #expect(try await state(house, id) == .submitted)
        // Another site cannot send it for her.
        let bare = try await house.browser().client.post("/fr/by-letter", form: [("t", "x")])
        #expect(bare.status == 403)
        let done = try await browser.client.follow(try await browser.send(page, to: "/fr/by-letter"))
        #expect(done.text.contains("Ce lien n’a plus d’effet"))
        let dossier = try await house.stage.desk.dossier(id, for: house.cast.focalPoint).dossier
        #expect(dossier.positions.map(\.body.stance) == [.endorsement])
        #expect(dossier.positions.first?.author == house.cast.focalPoint.author)
        #expect(dossier.positions.first?.body.byLetter == true)
        // The same page sent again, and the other links: used up.
        let again = try await browser.send(page, to: "/fr/by-letter")
        #expect(again.status == 303)
        let other = try await house.browser().get(try #require(acts[.question]))
        #expect(other.text.contains("Ce lien n’a plus d’effet") && other.forms(to: "/fr/by-letter").isEmpty)
        #expect(try await house.stage.desk.dossier(id, for: house.cast.focalPoint).dossier.positions.count == 1)
        // It signs nobody in.
        #expect(try await browser.client.get("/fr/country-desk").status == 303)
        #expect(try await browser.client.get("/fr/requests/\(id.own)").status == 200)
        try await house.strike()
    }

    @Test("an objection needs its reason, and what was typed is kept")
    func object() async throws {
        let house = try await House()
        let id = try await house.cast.submitted(on: house.stage)
        let link = try #require(try await acts(house, id)[.objection])
        let browser = house.browser()
        let page = try await browser.get(link)
        let empty = try await browser.send(page, to: "/fr/by-letter", [("reason", "")])
        #expect(empty.status == 422)
        let sent = try await browser.send(empty, to: "/fr/by-letter", [("reason", "Déjà servi par un autre projet.")])
        #expect(sent.status == 303)
        #expect(try await state(house, id) == .objected)
        try await house.strike()
    }

    @Test("a link is good for one act, one person, one turn and a time; whoever changes a letter of it has nothing")
    func bounds() async throws {
        let house = try await House()
        let key = house.site.settings.key
        let id = try await house.cast.submitted(on: house.stage)
        let acts = try await acts(house, id)
        let link = try #require(acts[.endorsement])
        let text = try #require(link.split(separator: "=").last?.removingPercentEncoding)
        let token = try #require(ActToken(text, signedWith: key))
        #expect(token.text(signedWith: key) == text)
        #expect(ActToken(text, signedWith: .random()) == nil)
        for changed in [
            text.replacing("endorsement", with: "objection"), text.replacing(id.own, with: "x"), text + "A",
            String(text.dropLast()), "", "~~~~~", String(repeating: "~", count: 500),
        ] {
            #expect(ActToken(changed, signedWith: key) == nil)
            let path = SitePath(.byLetter).with("t", changed).address(in: .french)
            #expect(try await house.browser().get(path).status == 404)
        }
        // Somebody who is no focal point of the country gets nothing out of a token that names her.
        let stranger = try #require(house.cast.stranger.account)
        let foreign = ActToken(
            account: stranger, request: id, stance: .endorsement, turn: token.turn, expires: token.expires)
        let path = SitePath(.byLetter).with("t", foreign.text(signedWith: key)).address(in: .french)
        #expect(try await house.browser().get(path).status == 404)
        // A question of hers moves the request: the endorsement of the first letter is void.
        let browser = house.browser()
        let page = try await browser.get(link)
        try await house.stage.desk.take(
            .question, on: id, because: LocalizedText("Combien ?", in: .french), by: house.cast.focalPoint)
        #expect(try await browser.send(page, to: "/fr/by-letter").status == 303)
        #expect(try await state(house, id) == .questioned)
        // Time: silence comes, and the link is over.
        let late = try await house.cast.submitted(on: house.stage)
        let lateLink = try #require(try await self.acts(house, late)[.endorsement])
        let open = try await browser.get(lateLink)
        try house.stage.clock.move(to: "2026-03-26")
        #expect(try await browser.send(open, to: "/fr/by-letter").status == 303)
        #expect(try await state(house, late) == .passedBySilence)
        #expect(try await browser.get(lateLink).text.contains("Ce lien n’a plus d’effet"))
        try await house.strike()
    }

    @Test("the focal point's page: what waits, what silence does, her country at a glance, two clicks to ask")
    func desk() async throws {
        let house = try await House()
        let id = try await house.cast.submitted(on: house.stage)
        let browser = try await house.browser(of: "focal-point")
        let page = try await browser.get("/fr/country-desk")
        #expect(page.text.contains("Bénin en un coup d’œil"))
        #expect(page.text.contains("/fr/requests/\(id.own)?open=question"))
        let open = try await browser.get("/fr/requests/\(id.own)?open=objection")
        #expect(open.text.contains("<details open>"))
        try await house.strike()
    }
}
