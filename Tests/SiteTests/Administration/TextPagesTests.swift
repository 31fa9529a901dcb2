import Cooperation
import Foundation
import Localisation
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("The pages of texts") struct TextPagesTests {
    private let path = "/fr/administration/texts/home.lead"

    @Test("a sentence is found, looked at, said in other words on every page at once, taken home and taken back")
    func way() async throws {
        let house = try await House()
        _ = try await person("admin", .administrator, on: house.stage.desk)
        let browser = try await house.browser(of: "admin")
        let visitor = house.browser()
        let shipped = Words(.french)("home.lead")
        #expect(try await visitor.get("/fr").text.contains(shipped))
        let found = try await browser.client.get("/fr/administration/texts?q=besoins+des+Parties&in=fr")
        #expect(found.status == 200 && found.text.contains("administration/texts/home.lead?in=fr"))
        let page = try await browser.client.get(path + "?in=fr")
        #expect(page.status == 200 && page.text.contains(Words(.english)("home.lead")))

        let hostile = "Bonjour <b onclick=x>& bienvenue"
        let fields = [("in", "fr"), ("text-other", hostile)]
        let preview = try await browser.send(page, to: path, fields + [("then", "preview")])
        #expect(preview.status == 200 && preview.text.components(separatedBy: "Bonjour &lt;b").count > 2)
        #expect(try await visitor.get("/fr").text.contains(shipped), "a look changes nothing")
        let wrong = try await browser.send(page, to: path, [("in", "fr"), ("text-other", "{x}"), ("then", "use")])
        #expect(wrong.status == 422 && wrong.text.contains("{x}</textarea>"))

        #expect(try await browser.send(page, to: path, fields + [("then", "use")]).status == 303)
        let home = try await visitor.get("/fr")
        #expect(home.text.contains("Bonjour &lt;b onclick=x&gt;&amp; bienvenue") && !home.text.contains(shipped))
        #expect(Markup(home.text).dangers.isEmpty)
        #expect(try await visitor.get("/en").text.contains(Words(.english)("home.lead")))
        let late = try await browser.send(page, to: path, [("in", "fr"), ("text-other", "Salut"), ("then", "use")])
        #expect(late.status == 409 && late.text.contains("Salut</textarea>"), "what was typed is not lost")
        let only = try await browser.client.get("/fr/administration/texts?own=on&in=fr")
        #expect(only.text.contains("home.lead") && !only.text.contains("home.look"))
        let file = try await browser.client.get("/fr/administration/texts.json")
        let all = try JSONDecoder().decode([String: [String: String]].self, from: Data(file.bytes))
        #expect(all == ["fr": ["home.lead": hostile]])

        let back = try await browser.client.get(path + "?in=fr")
        #expect(try await browser.send(back, to: path, [("in", "fr"), ("then", "back")]).status == 303)
        #expect(try await visitor.get("/fr").text.contains(shipped))
        try await house.strike()
    }
}
