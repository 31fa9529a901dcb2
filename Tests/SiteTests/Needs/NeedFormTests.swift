import Catalogue
import Cooperation
import Desk
import Foundation
import Localisation
import NeedSheets
import Rehearsal
import Sheets
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Saying a need in the standard way")
struct NeedFormTests {
    static let statement = "Personne ne sait compter les grands mammifères des deux parcs du nord."

    @Test("five steps lead to a need, and nothing is lost on the way")
    func steps() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point")
        let path = "/fr/needs/new"
        var page = try await browser.get(path)
        #expect(page.text.contains("Convention") && page.text.contains("value=\"BJ\""))

        // What is missing is named, and what was typed stays.
        var answer = try await browser.send(page, to: path, [("statement", Self.statement), ("go", "next")])
        #expect(answer.status == 422 && answer.text.contains("href=\"#lack\""))
        #expect(answer.text.contains(Self.statement))

        answer = try await browser.send(
            answer, to: path,
            [("country", "BJ"), ("statement", Self.statement), ("lack", "capacity"), ("go", "next")])
        #expect(answer.status == 200 && answer.text.contains("name=\"level\""))
        answer = try await browser.send(
            answer, to: path,
            [("level", "institutional"), ("conventions", "biodiversity"), ("priority", "high"), ("go", "next")])
        #expect(answer.status == 200 && answer.text.contains("name=\"causes\""))
        // Back, and on again.
        page = try await browser.send(answer, to: path, [("causes", "Pas de poste."), ("go", "back")])
        #expect(page.text.contains("value=\"institutional\" checked"))
        answer = try await browser.send(
            page, to: path,
            [("level", "institutional"), ("conventions", "biodiversity"), ("priority", "high"), ("go", "next")])
        #expect(answer.text.contains("Pas de poste."))
        answer = try await browser.send(
            answer, to: path, [("causes", "Pas de poste."), ("assistance", "training"), ("go", "next")])
        answer = try await browser.send(
            answer, to: path, [("heading", "data-and-monitoring"), ("subjects", "CBD-SUBJECT-PA"), ("go", "next")])
        #expect(answer.text.contains(Self.statement) && answer.text.contains("value=\"review\""))
        let need = try await browser.carryOut(answer, to: path, [("go", "next")])
        #expect(need.text.contains(Self.statement) && need.text.contains("Pas de poste."))
        let filed = try #require(try await house.stage.desk.records(Need.self).items.first)
        #expect(filed.body.problemsOfTemplate() == [])
        #expect(filed.body.heading == .dataAndMonitoring && filed.body.level == .institutional)
        try await house.strike()
    }

    @Test("a need is revised, ended, and asked for by who acts for its country")
    func acts() async throws {
        let house = try await House()
        let need = try await house.stage.desk.write(
            Need(
                country: house.cast.benin, statement: LocalizedText(Self.statement, in: .french), lack: .capacity,
                passages: [Passage(title: "Plan", page: 3, text: "Il faut savoir compter.", language: .french)]),
            by: house.cast.focalPoint)
        let path = "/fr/needs/\(need.own)"
        let stranger = try await house.browser(of: "stranger")
        let seen = try await stranger.get(path)
        #expect(seen.text.contains("Il faut savoir compter.") && !seen.text.contains("\(path)/ending"))
        let officer = try await house.browser(of: "officer")
        let page = try await officer.carryOut(
            try await officer.get(path), to: "\(path)/ending", [("ended", "met")])
        #expect(page.text.contains("Satisfait"))
        #expect(try await house.stage.desk.record(need).body.ended == .met)
        let again = try await officer.carryOut(page, to: "\(path)/ending", [("ended", "")])
        #expect(!again.text.contains("<h2>Satisfait</h2>"))
        let focalPoint = try await house.browser(of: "focal-point")
        let draft = try await focalPoint.carryOut(try await focalPoint.get(path), to: "\(path)/request")
        #expect(draft.text.contains(Self.statement) && draft.text.contains("/edit"))
        try await house.strike()
    }

    @Test("the template is taken home, and each problem of what comes back is named by sheet and cell")
    func template() async throws {
        let house = try await House()
        let browser = try await house.browser(of: "focal-point")
        let file = try await browser.client.get("/fr/needs/template.xlsx?country=BJ")
        #expect(file.status == 200 && file.header("Content-Type") == WorkbookWriter.mediaType)
        let page = try await browser.get("/fr/needs/template")
        let fields = WebAnswer.hiddenFields(in: try #require(page.forms(to: "/fr/needs/template").first))

        func send(_ bytes: Data, _ fields: [(String, String)]) async throws -> WebAnswer {
            try await browser.client.postMultipart(
                "/fr/needs/template", fields: fields,
                files: [
                    WebFile(field: "file", name: "besoins.xlsx", type: WorkbookWriter.mediaType, bytes: Array(bytes))
                ])
        }
        let empty = try await send(try NeedTemplate.workbook(Words(.french), country: house.cast.benin), fields)
        #expect(empty.status == 422 && empty.text.contains("Besoins") && empty.text.contains(">A7<"))
        let other = try await send(Data("%PDF-1.4".utf8), fields)
        #expect(other.status == 422 && other.text.contains("XLSX"))
        let none = try await browser.client.postMultipart("/fr/needs/template", fields: fields, files: [])
        #expect(none.status == 422 && none.text.contains("Choisissez"))

        let whole = try await send(try filled(house.cast.benin.description), fields)
        #expect(whole.status == 303, "\(whole.text.prefix(3000))")
        #expect(try await house.stage.desk.records(Need.self).total == 1)
        let twice = try await send(try filled(house.cast.benin.description), fields)
        #expect(twice.status == 303)
        #expect(try await house.stage.desk.records(Need.self).total == 1)
        let foreign = try await send(
            try filled("TG"),
            WebAnswer.hiddenFields(
                in: try #require(try await browser.get("/fr/needs/template").forms(to: "/fr/needs/template").first)))
        #expect(foreign.status == 403)
        try await house.strike()
    }

    /// A workbook of our own with the headings of the French template and one need.
    private func filled(_ country: String) throws -> Data {
        let words = Words(.french)
        let answers: [TemplateColumn.Field: String] = [
            .statement: Self.statement, .lack: "capacity", .level: "individual", .biodiversity: "true",
            .priority: "high", .causes: "Pas de poste.", .assistance: "training",
        ]
        return try WorkbookWriter.write([
            SheetPlan(
                name: "Besoins",
                rows: [
                    [PlannedCell(words("common.country")), PlannedCell(country)],
                    TemplateColumn.all.map { PlannedCell($0.label(words)) },
                    TemplateColumn.all.map { PlannedCell($0.number == 1 ? answers[$0.field] ?? "" : "") },
                ])
        ])
    }
}
