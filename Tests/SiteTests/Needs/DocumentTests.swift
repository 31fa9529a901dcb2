import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("The desk of potential needs")
struct DocumentPageTests {
    static let plan = """
        Rangers need training in wildlife surveys!!!
        There is a <b>script</b> & no law!!!
        \u{C}There is no money for fences!!
        """

    private func sent(_ text: String, _ browser: Browser, in language: Language = .french) async throws -> WebAnswer {
        let path = "/\(language.code)/documents"
        let page = try await browser.get(path)
        let fields = WebAnswer.hiddenFields(in: try #require(page.forms(to: path).first))
        return try await browser.client.postMultipart(
            path,
            fields: fields + [("country", "BJ"), ("title", "Plan d’action"), ("sort", "strategy"), ("year", "2024")],
            files: [WebFile(field: "file", name: "plan.txt", type: "text/plain", bytes: Array(text.utf8))])
    }

    @Test("from a plan to a request, with the passage marked in its page")
    func wholeWay() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point")
        let answer = try await sent(Self.plan, browser)
        #expect(answer.status == 303)
        let path = try #require(answer.header("Location")).split(separator: "?")[0]
        let waiting = try await browser.get(String(path))
        #expect(waiting.text.contains("data-watch"))
        try await house.stage.desk.readNextDocument()
        let page = try await browser.get(String(path))
        #expect(page.text.contains("<mark") && page.text.contains("href=\"#need-1\""))
        #expect(page.text.contains("&lt;b&gt;script&lt;/b&gt; &amp; no law"))

        let decisions = "\(path)/decisions"
        let nothing = try await browser.send(page, to: decisions, [("verdict", "accepted")])
        #expect(nothing.status == 422 && nothing.text.contains("id=\"potential\""))
        let boxes = page.text.matches(of: /name="potential" value="([a-z0-9-]+)"/).map { String($0.1) }
        #expect(boxes.count == 2)
        let refused = try await browser.send(
            page, to: decisions, [("potential", boxes[1]), ("verdict", "declined")])
        #expect(refused.status == 422 && refused.text.contains("id=\"reason-problem\""))
        let draft = try await browser.carryOut(
            page, to: decisions, [("potential", boxes[0]), ("verdict", "request")])
        #expect(draft.text.contains("Rangers need training") && draft.text.contains("/edit"))

        let after = try await browser.get("\(path)?view=decided")
        let undoing = try #require(after.text.firstMatch(of: /action="(\/fr\/decisions\/[a-z0-9-]+\/undoing)"/)?.1)
        let undone = try await browser.carryOut(after, to: String(undoing))
        #expect(undone.text.contains("annulée"))
        try await house.strike()
    }

    @Test("one is edited and taken for two", arguments: Language.allCases)
    func editing(language: Language) async throws {
        let house = try await House()
        let browser = try await house.browser(of: "officer", in: language)
        let answer = try await sent(Self.plan, browser, in: language)
        try await house.stage.desk.readNextDocument()
        let path = try #require(answer.header("Location")).split(separator: "?")[0]
        let page = try await browser.get("\(path)?view=all&from=20")
        let edit = try #require(page.text.firstMatch(of: /href="(\/[a-z]+\/potential-needs\/[a-z0-9-]+)"/)?.1)
        let form = try await browser.get(String(edit))
        let done = try await browser.carryOut(
            form, to: String(edit),
            [
                ("part-1", "Train the rangers."), ("part-2", "Buy cameras."), ("lack", "capacity"),
                ("verdict", "accepted"),
            ])
        #expect(done.status == 200)
        let needs = try await house.stage.desk.records(Need.self).items
        #expect(Set(needs.compactMap { $0.body.statement[.english] }) == ["Train the rangers.", "Buy cameras."])
        #expect(needs.allSatisfy { $0.body.passages.first?.text.contains("Rangers need training") == true })
        try await house.strike()
    }

    @Test("a document that cannot be read says why, and a form with gaps keeps what was typed")
    func refusals() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point")
        let path = "/fr/documents"
        let page = try await browser.get(path)
        let fields = WebAnswer.hiddenFields(in: try #require(page.forms(to: path).first))
        let empty = try await browser.client.postMultipart(
            path, fields: fields + [("country", "BJ"), ("title", "Mon plan")], files: [])
        #expect(empty.status == 422 && empty.text.contains("value=\"Mon plan\""))
        let answer = try await sent("BROKEN", browser)
        try await house.stage.desk.readNextDocument()
        let failed = try await browser.get(String(try #require(answer.header("Location"))))
        #expect(failed.text.contains("notice act"))
        #expect(failed.text.contains("name=\"do\" value=\"again\""))
        let twice = try await sent("BROKEN", browser)
        #expect(twice.status == 422)
        try await house.strike()
    }
}
