import Cooperation
import Desk
import Foundation
import Rehearsal
import Sheets
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("The matrix of needs")
struct MatrixTests {
    private func house() async throws -> House {
        let house = try await House()
        for (code, heading, year) in [
            ("BJ", NeedHeading.protectedAreas, 2016), ("BJ", .openData, 2024), ("TG", .protectedAreas, 2024),
            ("WS", .protectedAreas, 2024),
        ] {
            try await house.stage.desk.write(
                Need(
                    country: try country(code), statement: LocalizedText("Need of \(code)", in: .english),
                    lack: .capacity, heading: heading, year: year,
                    passages: [Passage(title: "Plan of \(code)", page: 7, text: "We lack it.", language: .english)]),
                by: .office)
        }
        return house
    }

    @Test("numbers lead to their needs and passages", arguments: Language.allCases)
    func numbers(language: Language) async throws {
        let house = try await house()
        let browser = house.browser()
        let page = try await browser.get("/\(language.code)/matrix")
        let cell = "/\(language.code)/matrix/needs?heading=protected-areas&amp;region=africa"
        #expect(page.status == 200 && page.text.contains(cell), "\(language)")
        #expect(page.text.contains(NeedHeading.protectedAreas.label(in: language)))
        let needs = try await browser.get("/\(language.code)/matrix/needs?heading=protected-areas&region=africa")
        #expect(needs.text.contains("Need of BJ") && needs.text.contains("Need of TG"))
        #expect(!needs.text.contains("Need of WS") && needs.text.contains("We lack it."))
        try await house.strike()
    }

    @Test("it is narrowed, laid out by Party, and compared")
    func views() async throws {
        let house = try await house()
        let browser = house.browser()
        let parties = try await browser.get("/en/matrix?columns=country&year=2024")
        #expect(parties.text.contains("country=TG") && parties.text.contains("Benin"))
        #expect(parties.text.contains("<svg class=\"heat\""))
        let none = try await browser.get("/en/matrix?region=western-europe-and-others")
        #expect(none.text.contains("No need fits"))
        let comparison = try await browser.get(
            "/en/matrix/comparison?first-region=africa&second-region=asia-pacific&second-year=2024")
        #expect(comparison.text.contains(" · 2024"))
        #expect(comparison.text.contains("<bdi dir=\"ltr\">−1</bdi>"))
        #expect(comparison.text.contains("/en/matrix/needs?region=africa&amp;heading=protected-areas"))
        let strange = try await browser.get("/en/matrix?region=mars&year=x&state=&page=-1")
        #expect(strange.status == 200)
        try await house.strike()
    }

    @Test("it is taken home as CSV, workbook and picture")
    func files() async throws {
        let house = try await house()
        let client = house.browser().client
        let csv = try await client.get("/en/matrix.csv")
        #expect(csv.text.contains("protected-areas") && csv.header("Content-Type")?.hasPrefix("text/csv") == true)
        let book = try await client.get("/en/matrix.xlsx?columns=country")
        let read = try Workbook(xlsx: Data(book.bytes))
        #expect(read.sheets.count == 2 && read.sheets[1].rows.count == 5)
        let picture = try await client.get("/ar/matrix.svg")
        #expect(picture.text.hasPrefix("<svg xmlns") && picture.header("Content-Type") == "image/svg+xml")
        try await house.strike()
    }
}
