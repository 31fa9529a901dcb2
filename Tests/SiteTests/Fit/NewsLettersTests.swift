import Cooperation
import Desk
import Rehearsal
import Testing
import TextAnalysis
import WebSupport
import WebTesting

@testable import Site

@Suite("Letters about news: asked for and ended")
struct NewsLettersTests {
    @Test("who ticks the box gets letters; the link of a letter ends them without signing in")
    func endedByLink() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let provider = try await house.browser(of: "provider", in: .english)
        let work = try await provider.get("/en/work")
        let name = house.cast.offer.rawValue
        let set = try await provider.carryOut(
            work, to: "/en/work/alerts", [("threshold-\(name)", "20"), ("mail-\(name)", "on")])
        #expect(set.text.contains("id=\"mail-\(name)\" name=\"mail-\(name)\" value=\"on\" checked"))
        #expect(try await desk.alertChoices(for: house.cast.provider).first?.alert?.body.byMail == true)

        let account = try #require(house.cast.provider.account)
        let link = Site.path(endingNewsTo: account, key: house.site.settings.key, in: .english)
        let anybody = house.browser()
        let page = try await anybody.get(link)
        #expect(page.status == 200 && page.text.contains("End these letters?"))
        #expect(
            try await desk.alertChoices(for: house.cast.provider).first?.alert?.body.byMail == true,
            "opening the link changes nothing")
        let ended = try await anybody.client.post(link, form: [("List-Unsubscribe", "One-Click")])
        #expect(ended.status == 200 && ended.text.contains("You will get no more of these letters"))
        #expect(try await anybody.client.post(link, form: []).status == 200)
        let alert = try #require(try await desk.alertChoices(for: house.cast.provider).first?.alert)
        #expect(alert.body.isOn && !alert.body.byMail)
        try await house.strike()
    }

    @Test("a link that this node did not make opens nothing")
    func forged() async throws {
        let house = try await House()
        let account = try #require(house.cast.provider.account)
        let browser = house.browser()
        let other = Site.path(endingNewsTo: account, key: .random(), in: .english)
        let cut = String(Site.path(endingNewsTo: account, key: house.site.settings.key, in: .english).dropLast())
        for link in [other, cut, "/en/news-letters/\(account.own)", "/en/news-letters/x.y", "/en/news-letters/."] {
            #expect(try await browser.client.get(link).status == 404, "\(link)")
            #expect(try await browser.client.post(link, form: []).status == 404, "\(link)")
        }
        try await house.strike()
    }

    @Test("the help desk asks why an offer is not shown and reads it in words", arguments: [Language.english, .arabic])
    func whyNot(language: Language) async throws {
        let house = try await House()
        let id = try await house.cast.triaged(on: house.stage)
        let officer = try await house.browser(of: "officer", in: language)
        let place = "/\(language.code)/desk/cases/\(id.own)/why-not"
        let helpCase = try await officer.get("/\(language.code)/desk/cases/\(id.own)")
        #expect(helpCase.text.contains("action=\"\(place)\""))
        let form = try await officer.get(place)
        #expect(form.status == 200 && form.text.contains(house.cast.offer.rawValue))
        let shown = try await officer.get(place + "?candidate=\(house.cast.offer.rawValue)")
        #expect(shown.status == 200 && shown.text.firstMatch(of: /whynot\.[a-z]/) == nil)
        if language == .english { #expect(shown.text.contains("It is shown among the candidates.")) }
        #expect(try await officer.get(place + "?candidate=nonsense").status == 200)
        #expect(try await officer.get(place + "?candidate=provider-nobody").status == 200)
        let requester = try await house.browser(of: "requester")
        #expect(try await requester.client.get(place).status == 403)
        #expect(try await house.browser().client.get(place).status == 303)
        try await house.strike()
    }
}
