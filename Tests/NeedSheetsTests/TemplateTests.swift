import Cooperation
import Foundation
import Localisation
import NeedSheets
import Sheets
import Testing
import TextAnalysis
import Vocabulary

@Suite("The template of needs")
struct TemplateTests {
    /// The template of a language, filled in by hand: cells by column, on the first lines.
    private func filled(
        _ language: Language, country: String?, _ lines: [[TemplateColumn.Field: [String]]]
    ) throws -> TemplateReading {
        let words = Words(language)
        let code = try country.map { try #require(CountryCode($0)) }
        var book = try Workbook(xlsx: NeedTemplate.workbook(words, country: code))
        for (index, line) in lines.enumerated() {
            var row = Workbook.Row(number: 7 + index, cells: [:])
            for (position, column) in TemplateColumn.all.enumerated() {
                let values = line[column.field] ?? []
                if values.indices.contains(column.number - 1) {
                    row.cells[position + 1] = .text(values[column.number - 1])
                }
            }
            book.sheets[0].rows.removeAll { $0.number == row.number }
            book.sheets[0].rows.append(row)
        }
        return try #require(TemplateReading(book))
    }

    private func whole(_ language: Language) -> [TemplateColumn.Field: [String]] {
        let words = Words(language)
        return [
            .statement: ["Nobody can count large mammals in the two northern parks."],
            .lack: [words("record.lack-capacity")], .level: [words("record.level-institutional")],
            .biodiversity: [words("need.yes")], .climate: [words("need.no")],
            .priority: [words("record.priority-high")], .causes: ["No post in the budget."],
            .heading: [NeedHeading.dataAndMonitoring.label(in: language)],
            .subjects: [SubjectID("CBD-SUBJECT-PA")?.label(in: language) ?? "", "CBD-SUBJECT-IND"],
            .targets: ["3", "GBF-TARGET-04"], .assistance: [AssistanceTypeID("training")?.label(in: language) ?? ""],
            .year: ["2024"], .due: ["2027-06-30"], .source: ["NBSAP, p. 12"],
        ]
    }

    @Test("what is chosen in any language is read", arguments: Language.allCases)
    func anyLanguage(language: Language) throws {
        let reading = try filled(language, country: "BJ", [whole(language)])
        #expect(reading.problems == [], "\(language)")
        #expect(reading.country?.description == "BJ")
        let need = try #require(reading.lines.first?.need)
        #expect(need.lack == .capacity && need.level == .institutional && need.priority == .high)
        #expect(need.conventions == [.biodiversity])
        #expect(need.heading == .dataAndMonitoring)
        #expect(need.subjects.map(\.description) == ["CBD-SUBJECT-PA", "CBD-SUBJECT-IND"])
        #expect(need.targets.map(\.number) == [3, 4])
        #expect(need.assistance.map(\.description) == ["training"])
        #expect(need.year == 2024 && need.due == CalendarDay("2027-06-30"))
        #expect(need.statement[.english] != nil)
    }

    @Test("each problem is named by sheet and cell")
    func problems() throws {
        var wrong = whole(.french)
        wrong[.level] = ["Partout"]
        wrong[.causes] = nil
        wrong[.year] = ["hier"]
        wrong[.due] = ["demain"]
        wrong[.targets] = ["3", "3"]
        wrong[.biodiversity] = nil
        wrong[.climate] = nil
        let reading = try filled(.french, country: "BJ", [whole(.french), wrong])
        let names = Set(reading.problems.map { "\($0.cell) \($0.problem.field) \($0.problem.code)" })
        let columns = Dictionary(
            uniqueKeysWithValues: TemplateColumn.all.enumerated().map {
                ($0.element, CellName(column: $0.offset + 1, row: 8).description)
            })
        func cell(_ field: TemplateColumn.Field, _ number: Int = 1) -> String {
            columns.first { $0.key.field == field && $0.key.number == number }?.value ?? "?"
        }
        #expect(names.contains("\(cell(.level)) level notAChoice"))
        #expect(names.contains("\(cell(.causes)) causes missing"))
        #expect(names.contains("\(cell(.year)) year notANumber"))
        #expect(names.contains("\(cell(.due)) due notADay"))
        #expect(names.contains("\(cell(.targets, 2)) targets taken"))
        #expect(names.contains("\(cell(.biodiversity)) conventions missing"))
        #expect(reading.problems.allSatisfy { $0.sheet == "Besoins" && $0.cell.row == 8 })
    }

    @Test("a country that is missing or unknown is named at its cell, and the lines are looked at all the same")
    func country() throws {
        let missing = try filled(.english, country: nil, [whole(.english)])
        #expect(missing.problems.map(\.cell.description) == ["B3"])
        #expect(missing.problems.first?.problem.code == .missing)
        #expect(missing.lines.count == 1)
    }

    @Test("an empty template says that a line is expected; another workbook is none")
    func nothing() throws {
        let empty = try filled(.arabic, country: "EG", [])
        #expect(empty.problems.map(\.problem.code) == [.missing])
        let other = try Workbook(
            xlsx: WorkbookWriter.write([SheetPlan(name: "Other", rows: [[PlannedCell("Name"), PlannedCell("Sum")]])]))
        #expect(TemplateReading(other) == nil)
    }
}

@Suite("The matrix as files")
struct MatrixFileTests {
    private func entry(_ own: String, _ country: String, _ heading: NeedHeading?) throws -> NeedEntry {
        NeedEntry(
            id: try #require(NeedID(own: own)), country: try #require(CountryCode(country)), heading: heading,
            year: 2016)
    }

    @Test("comma-separated values have a line for each cell that holds needs")
    func csv() throws {
        let matrix = NeedMatrix([
            try entry("a", "AO", .protectedAreas), try entry("b", "NG", .protectedAreas), try entry("c", "WS", nil),
        ])
        let lines = MatrixFile(matrix, Words(.english)).csv().split(separator: "\r\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines[1] == "protected-areas,Networks of protected areas and their management,africa,Africa,2,2,2")
        #expect(lines[2].hasPrefix(",Needs that no row names,asia-pacific,"))
    }

    @Test("the workbook shows the matrix and the needs behind it", arguments: Language.allCases)
    func workbook(language: Language) throws {
        let matrix = NeedMatrix([try entry("a", "AO", .protectedAreas)], columnsBy: .country)
        let need = Need(
            country: try #require(CountryCode("AO")), statement: LocalizedText("=SUM(A1)", in: .english),
            lack: .institution, heading: .protectedAreas)
        let filed = Filed(
            id: try #require(NeedID(own: "a")), revision: 1, author: .office, at: Date(timeIntervalSince1970: 0),
            body: need)
        let book = try Workbook(
            xlsx: MatrixFile(matrix, Words(language)).workbook(of: [filed]) { _ in "https://example.org/needs/a" })
        #expect(book.sheets.count == 2)
        #expect(book.sheets[0].rows.first?.cells.count == 3)
        #expect(book.sheets[1].rows.last?.cells[2] == .text("=SUM(A1)"))
    }
}
