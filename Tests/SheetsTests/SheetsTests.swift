import Foundation
import Sheets
import Testing

@Suite struct SheetsTests {
    @Test func whatIsWrittenIsRead() throws {
        let plan = SheetPlan(
            name: "Needs: one/two", widths: [20, 8],
            rows: [
                [PlannedCell("Statement", look: .heading), PlannedCell("Count", look: .heading)],
                [PlannedCell("=1+1 صون 红树林 <&>", look: .input), .number(42, look: .heat5)],
                [],
                [PlannedCell(.truth(true)), .day("2026-03-24"), PlannedCell(.number(0.5))],
            ], headRows: 1, isRightToLeft: true, hasFilter: true)
        let book = try Workbook(xlsx: WorkbookWriter.write([plan]))
        let sheet = try #require(book.sheet("needs onetwo"))
        #expect(sheet[CellName(column: 1, row: 2)] == .text("=1+1 صون 红树林 <&>"))
        #expect(sheet[CellName(column: 2, row: 2)] == .number(42))
        #expect(sheet.rows.map(\.number) == [1, 2, 4])
        #expect(sheet[CellName(column: 1, row: 4)] == .truth(true))
        #expect(sheet[CellName(column: 2, row: 4)] == .day("2026-03-24"))
        #expect(sheet[CellName(column: 3, row: 4)]?.text == "0.5")
        #expect(sheet[CellName(column: 3, row: 3)] == nil)
    }

    @Test func listsOfChoicesAndHiddenSheetsAreKept() throws {
        let lists = SheetPlan(name: "Lists", rows: ["a", "b", "c"].map { [PlannedCell($0)] }, isHidden: true)
        let form = SheetPlan(
            name: "Form", rows: [[PlannedCell("Level", look: .label), PlannedCell(nil, look: .input)]],
            rules: [
                EntryRule(
                    columns: 2...2, rows: 1...1, kind: .oneOf(sheet: "Lists", column: 1, rows: 1...3),
                    hintTitle: String(repeating: "t", count: 60), hint: String(repeating: "h", count: 400)),
                EntryRule(columns: 3...3, rows: 1...200, kind: .length(upTo: 3000), refusal: "too long"),
                EntryRule(columns: 4...4, rows: 1...2, kind: .wholeNumber(1992...2200)),
            ], isLocked: true)
        let data = try WorkbookWriter.write([form, lists])
        let book = try Workbook(xlsx: data)
        #expect(book.sheets.map(\.isHidden) == [false, true])
        #expect(book.sheets[0].rows[0].text(1) == "Level")
    }

    @Test(arguments: [("A1", 1, 1), ("Z9", 26, 9), ("AA10", 27, 10), ("XFD1048576", 16_384, 1_048_576)])
    func cellsHaveNames(name: String, column: Int, row: Int) throws {
        let cell = try #require(CellName(name))
        #expect(cell == CellName(column: column, row: row))
        #expect(cell.description == name)
    }

    @Test(arguments: ["", "A", "1", "A0", "1A", "a1", "XFE1", "A1048577", "A1B", "A99999999999999999999"])
    func whatIsNoCellHasNoName(name: String) {
        #expect(CellName(name) == nil)
    }

    @Test func otherFilesAreRefusedWithAReason() throws {
        #expect(throws: SheetsError.notAWorkbook) { try Workbook(xlsx: Data("%PDF-1.7".utf8)) }
        #expect(throws: SheetsError.notAWorkbook) { try Workbook(xlsx: Data()) }
        #expect(throws: SheetsError.olderOrLocked) {
            try Workbook(xlsx: Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]))
        }
        let rows = (1...500).map { row in [PlannedCell("text \(row)"), PlannedCell.number(row)] }
        let data = try WorkbookWriter.write([SheetPlan(name: "Long", rows: rows)])
        #expect(throws: SheetsError.tooLarge(limit: 999)) { try Workbook(xlsx: data, limits: .init(cells: 999)) }
        #expect(throws: SheetsError.tooLarge(limit: 2000)) { try Workbook(xlsx: data, limits: .init(bytes: 2000)) }
        #expect(try Workbook(xlsx: data, limits: .init(cells: 1000)).sheets[0].rows.count == 500)
    }

    @Test func brokenWorkbooksNeverEndTheProcess() throws {
        let rows = (1...40).map { row in [PlannedCell("text \(row)"), PlannedCell.number(row)] }
        let whole = try WorkbookWriter.write([SheetPlan(name: "Whole", rows: rows)])
        var random = SystemRandomNumberGenerator()
        var refused = 0
        for _ in 0..<400 {
            var data = whole
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                data[Int.random(in: 0..<data.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { data = data.prefix(Int.random(in: 0...data.count, using: &random)) }
            do throws(SheetsError) {
                _ = try Workbook(xlsx: Data(data))
            } catch {
                #expect(!error.code.isEmpty)
                refused += 1
            }
        }
        #expect(refused > 100)
    }
}
