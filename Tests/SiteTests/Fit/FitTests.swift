import Cooperation
import Desk
import Localisation
import Matching
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Needs that fit, news and gaps")
struct FitTests {
    @Test("a provider finds a need that fits, with reasons, and tells the help desk that it can help")
    func canHelp() async throws {
        let house = try await House()
        let id = try await house.cast.triaged(on: house.stage)
        let provider = try await house.browser(of: "provider", in: .english)
        let place = "/en/providers/\(house.cast.offer.own)/needs"
        let work = try await provider.get("/en/work")
        #expect(work.text.contains("href=\"\(place)\""))
        let page = try await provider.get(place)
        #expect(page.text.contains("Suivi de la faune") && page.text.contains("/en/requests/\(id.own)"))
        #expect(page.text.contains("Is about your themes"))
        #expect(page.text.matches(of: /<ol><li>/).count == 2, "two reasons, and all of them folded")

        let offers = "/en/providers/\(house.cast.offer.own)/offers-of-help"
        let script = "<script>alert(1)</script> Nous pouvons aider en mai."
        let empty = try await provider.send(page, to: offers, [("offer-\(id.own)", "  ")])
        #expect(empty.status == 422 && empty.text.contains("href=\"#offer-\(id.own)\""))
        let done = try await provider.carryOut(page, to: offers, [("offer-\(id.own)", script)])
        #expect(done.text.contains("The help desk has your offer of help."))
        let twice = try await provider.send(page, to: offers, [("offer-\(id.own)", script)])
        #expect(twice.status == 303)
        let officer = try await house.browser(of: "officer", in: .english)
        let helpCase = try await officer.get("/en/desk/cases/\(id.own)")
        #expect(helpCase.text.contains("&lt;script&gt;alert(1)&lt;/script&gt; Nous pouvons aider"))
        #expect(!helpCase.text.contains("<script>alert"))
        #expect(try await house.stage.desk.dossier(id, for: house.cast.officer).dossier.messages.count == 1)
        try await house.strike()
    }

    @Test("nobody else sees what fits somebody's offer")
    func onlyItsOwn() async throws {
        let house = try await House()
        let place = "/fr/providers/\(house.cast.offer.own)/needs"
        let visitor = try await house.browser().client.get(place)
        #expect(visitor.status == 303 && visitor.header("Location")?.contains("sign-in") == true)
        let requester = try await house.browser(of: "requester")
        #expect(try await requester.get(place).status == 403)
        #expect(try await requester.get("/fr/providers/none/needs").status == 404)
        let page = try await requester.get("/fr/providers/\(house.cast.offer.own)")
        #expect(!page.text.contains(place))
        let officer = try await house.browser(of: "officer")
        #expect(try await officer.get(place).status == 200)
        #expect(try await officer.get(place).forms(to: "/fr/providers/\(house.cast.offer.own)/offers-of-help").isEmpty)
        try await house.strike()
    }

    @Test("who asks to be told finds what is new on her page, until she has seen it")
    func news() async throws {
        let house = try await House()
        let provider = try await house.browser(of: "provider")
        let work = try await provider.get("/fr/work")
        #expect(!work.text.contains("Nouveau pour vous <"))
        let field = "threshold-\(house.cast.offer.rawValue)"
        let quiet = try await provider.carryOut(work, to: "/fr/work/alerts", [(field, "20")])
        #expect(quiet.text.contains("Rien de nouveau depuis votre dernière visite"))
        #expect(quiet.text.contains("<option value=\"20\" selected>"))
        house.stage.clock.wait(days: 1)
        let id = try await house.cast.triaged(on: house.stage)
        let fresh = try await provider.get("/fr/work")
        #expect(fresh.text.contains("/fr/requests/\(id.own)") && fresh.text.contains("Correspond à votre offre"))
        house.stage.clock.wait(days: 1)
        let seen = try await provider.carryOut(fresh, to: "/fr/work/alerts/seen")
        #expect(!seen.text.contains("/fr/requests/\(id.own)"))
        let off = try await provider.carryOut(seen, to: "/fr/work/alerts", [(field, "")])
        #expect(off.text.contains("<option value=\"\" selected>"))
        try await house.strike()
    }

    @Test("forms that are not ours, or ask for what is not hers, change nothing")
    func hostile() async throws {
        let house = try await House()
        let provider = try await house.browser(of: "provider")
        #expect(try await provider.client.post("/fr/work/alerts", form: [("subject", "country-bj")]).status == 403)
        let work = try await provider.get("/fr/work")
        func send(_ subject: String, _ threshold: String) async throws -> Int {
            let fields = [("subject", subject), ("threshold-\(subject)", threshold)]
            return try await provider.send(work, to: "/fr/work/alerts", fields).status
        }
        #expect(try await send("country-bj", "20") == 403)
        #expect(try await send("nonsense", "20") == 404)
        #expect(try await send(house.cast.offer.rawValue, "1000") == 422)
        #expect(try await send(house.cast.offer.rawValue, "much") >= 400)
        #expect(try await house.stage.desk.alertChoices(for: house.cast.provider).allSatisfy { $0.alert == nil })
        try await house.strike()
    }

    @Test("gaps are a page and a file in every language", arguments: Language.allCases)
    func gaps(language: Language) async throws {
        let house = try await House()
        let visitor = house.browser()
        let place = SitePath(.gaps).address(in: language)
        #expect(try await visitor.client.get(place).text.contains("class=\"empty\""))
        _ = try await house.cast.triaged(on: house.stage)
        let page = try await visitor.client.get(place)
        #expect(page.status == 200 && page.text.contains("<table class=\"bars\">"))
        #expect(!page.text.contains("{"))
        let file = try await visitor.client.get(SitePath(.gapsFile).address(in: language))
        let lines = file.text.split(separator: "\r\n")
        #expect(file.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(lines.count > 2 && lines.dropFirst().allSatisfy { $0.contains("africa,1,") })
        // Narrowed: elsewhere there is none, and the file holds what the page shows.
        let elsewhere = try await visitor.client.get(place + "?region=asia-pacific")
        #expect(elsewhere.text.contains("class=\"empty\"") && !elsewhere.text.contains("<table class=\"bars\">"))
        let here = try await visitor.client.get(place + "?region=africa&kind=assistance")
        #expect(here.text.contains("<table class=\"bars\">") && here.text.contains("region=africa&amp;assistance="))
        let narrowed = try await visitor.client.get(
            SitePath(.gapsFile).with("kind", "assistance").address(in: language))
        #expect(narrowed.text.split(separator: "\r\n").count < lines.count)
        try await house.strike()
    }

    @Test("a reason is said to who offers, and every part has its sentence")
    func reasons() throws {
        let day = try #require(CalendarDay("2026-03-02"))
        let english = NeedReasons(words: Words(.english), parts: [])
        #expect(
            english.sentence(.init(part: .freshness, value: 1, reason: .updated(day)))
                == "Was written or revised on 2 March 2026")
        #expect(
            english.sentence(.init(part: .geography, value: 1, reason: .circle(.home, try country("BJ"))))
                == "Is in your own country, Benin")
        let lacking = Part(part: .missing, value: -3, reason: .missing([.language([.init(.french)])]))
        #expect(english.sentence(lacking) == "Also asks for what you do not offer: work in French")
        #expect([lacking].lacks == [.language([.init(.french)])])
    }
}
