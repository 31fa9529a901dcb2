import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import WebTesting

@testable import Site

@Suite("The pages of imports")
struct ImportPageTests {
    private static let list = "name,country\nInstitut un,BJ\nInstitut deux,Benni\nInstitut un,BJ\n"

    private func send(
        _ browser: Browser, _ fields: [(String, String)], file: String?, in language: String = "fr"
    ) async throws -> WebAnswer {
        let page = try await browser.get("/\(language)/desk/imports")
        #expect(page.status == 200)
        let form = try #require(page.forms(to: "/\(language)/desk/imports").first)
        let files = file.map {
            [WebFile(field: "file", name: "liste.csv", type: "text/csv", bytes: Array($0.utf8))]
        }
        return try await browser.client.postMultipart(
            "/\(language)/desk/imports", fields: WebAnswer.hiddenFields(in: form) + fields, files: files ?? [])
    }

    private let fields = [("kind", "organisation"), ("source", "Un réseau"), ("consent", "byKeeper")]

    @Test("check, take in, look, undo: a list passes through the pages", arguments: Language.allCases)
    func way(language: Language) async throws {
        let house = try await House()
        let browser = try await house.browser(of: "officer")
        let code = language.code
        let report = try await send(browser, fields, file: Self.list, in: code)
        #expect(report.status == 200)
        #expect(report.text.contains("B3") && report.text.contains("Benni"))
        #expect(report.text.firstMatch(of: /[> "](intake|problems|data)\.[a-z]+/) == nil)
        #expect(!(try await browser.get("/\(code)/organisations").text.contains("Institut un")))
        let done = try await browser.carryOut(report, to: "/\(code)/desk/imports/taking-in")
        #expect(done.text.contains("Un réseau"))
        #expect(try await browser.get("/\(code)/organisations").text.contains("Institut un"))
        let path = try #require(done.text.firstMatch(of: /desk\/imports\/([a-z0-9-]+)\/undoing/)).1
        let undone = try await browser.carryOut(done, to: "/\(code)/desk/imports/\(path)/undoing")
        #expect(undone.status == 200)
        #expect(!(try await browser.get("/\(code)/organisations").text.contains("Institut un")))
        try await house.strike()
    }

    @Test("what is missing in the form is named, and what was typed stays")
    func wrong() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "officer")
        let empty = try await send(browser, [("source", "Un réseau")], file: nil)
        #expect(empty.status == 422 && empty.text.contains("value=\"Un réseau\""))
        #expect(empty.text.contains("#file") && empty.text.contains("#consent"))
        let unreadable = try await send(browser, fields, file: "{")
        #expect(unreadable.status == 422 && unreadable.text.contains("#file"))
        let columns = try await send(browser, fields, file: "x,y\n1,2\n")
        #expect(columns.status == 422 && columns.text.contains("name"))
        try await house.strike()
    }

    @Test("a checked file is its own person's alone, and a form sent twice counts once")
    func own() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "officer")
        let report = try await send(browser, fields, file: Self.list)
        let form = try #require(report.forms(to: "/fr/desk/imports/taking-in").first)
        let hidden = WebAnswer.hiddenFields(in: form)
        let first = try await browser.client.post("/fr/desk/imports/taking-in", form: hidden)
        let second = try await browser.client.post("/fr/desk/imports/taking-in", form: hidden)
        #expect(first.status == 303 && second.status == 303)
        #expect(
            first.header("Location")?.split(separator: "?").first
                == second.header("Location")?.split(separator: "?").first)
        let all = try await house.stage.desk.intakes(for: house.cast.officer)
        #expect(all.total == 1)
        try await house.strike()
    }

    @Test("a library is added, rests and is read again")
    func sources() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "officer")
        let page = try await browser.get("/fr/desk/sources")
        let wrong = try await browser.send(page, to: "/fr/desk/sources", [("name", "B"), ("address", "nowhere")])
        #expect(wrong.status == 422 && wrong.text.contains("value=\"nowhere\""))
        let added = try await browser.carryOut(
            page, to: "/fr/desk/sources",
            [("name", "Une bibliothèque"), ("way", "atom"), ("address", "https://library.example/feed")])
        #expect(added.text.contains("Une bibliothèque"))
        let id = try #require(try await house.stage.desk.sources(for: house.cast.officer).first)
        _ = try await browser.carryOut(added, to: "/fr/desk/sources/\(id.id.own)/rest")
        #expect(!(try await house.stage.desk.source(id.id, for: house.cast.officer).body.isOn))
        try await house.strike()
    }
}
