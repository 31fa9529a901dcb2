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

    @Test("a refused decision keeps its ticks and its note; a list is narrowed, put in order and ticked as a whole")
    func listOfNeeds() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point", in: .english)
        let answer = try await sent(Self.plan, browser, in: .english)
        try await house.stage.desk.readNextDocument()
        let path = String(try #require(answer.header("Location")).split(separator: "?")[0])
        let list = path + "?view=all&from=20"
        let page = try await browser.get(list)
        func boxes(_ page: WebAnswer) -> [(own: String, isTicked: Bool)] {
            page.text.matches(of: /name="potential" value="([a-z0-9-]+)"( checked)?/).map {
                (String($0.1), $0.2 != nil)
            }
        }
        let all = boxes(page)
        #expect(all.count >= 3 && all.allSatisfy { !$0.isTicked })
        let refused = try await browser.send(
            page, to: path + "/decisions",
            [("potential", all[1].own), ("verdict", "declined"), ("note", "Ask the ministry.")])
        #expect(refused.status == 422 && refused.text.contains("Why?: Please answer this."))
        #expect(boxes(refused).filter(\.isTicked).map(\.own) == [all[1].own])
        #expect(refused.text.contains("Ask the ministry.") && refused.text.contains("name=\"back-view\" value=\"all\""))
        let alone = try await browser.send(
            page, to: path + "/decisions", [("potential", all[1].own), ("verdict", "merged")])
        #expect(alone.status == 422 && alone.text.contains("Tick at least 2"))

        let ticked = try await browser.get(list + "&tick=all")
        #expect(boxes(ticked).allSatisfy(\.isTicked) && ticked.text.contains("Untick all"))
        let kinds = page.text.matches(of: /<option value="([a-z]+)">[^<]* \(([0-9]+)\)/).compactMap { match in
            Need.Lack(rawValue: String(match.1)).map { ($0, Int(match.2)) }
        }
        #expect(kinds.compactMap(\.1).reduce(0, +) == all.count)
        for (kind, count) in kinds {
            #expect(boxes(try await browser.get(list + "&lack=\(kind.rawValue)")).count == count)
        }
        let sure = try await browser.get(list + "&order=surest")
        let shares = sure.text.matches(of: /([0-9]+)% sure/).compactMap { Int($0.1) }
        #expect(shares.count == all.count && shares == shares.sorted(by: >) && shares.allSatisfy { $0 < 100 })
        let absent = try #require(Need.Lack.allCases.first { lack in !kinds.contains { $0.0 == lack } })
        let none = try await browser.get(list + "&lack=\(absent.rawValue)")
        #expect(none.text.contains("No need of this kind waits"))
        try await house.strike()
    }

    @Test("an empty file and an impossible year are named, both at once")
    func namedProblems() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point", in: .english)
        let path = "/en/documents"
        let page = try await browser.get(path)
        let fields = WebAnswer.hiddenFields(in: try #require(page.forms(to: path).first))
        let answer = try await browser.client.postMultipart(
            path, fields: fields + [("country", "BJ"), ("year", "20")],
            files: [WebFile(field: "file", name: "plan.txt", type: "text/plain", bytes: [])])
        #expect(answer.status == 422)
        #expect(answer.text.contains("The file: This file is empty. Choose another one."))
        #expect(answer.text.contains("Year: A year from 1992 to 2200, please."))
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
