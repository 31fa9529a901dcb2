import CXlsxWriter

/// One sheet on its way into a workbook.
struct SheetWriter {
    private let plan: SheetPlan
    private let looks: Looks
    private let sheet: UnsafeMutablePointer<lxw_worksheet>

    init(_ plan: SheetPlan, in book: UnsafeMutablePointer<lxw_workbook>, looks: Looks) throws(SheetsError) {
        guard let sheet = workbook_add_worksheet(book, WorkbookWriter.sheetName(plan.name)) else {
            throw .unwritable("sheet \(plan.name)")
        }
        self.plan = plan
        self.looks = looks
        self.sheet = sheet
    }

    func write() throws(SheetsError) {
        setUp()
        for (row, cells) in plan.rows.enumerated() {
            for (column, cell) in cells.enumerated() { try write(cell, row: UInt32(row), column: UInt16(column)) }
        }
        let columns = plan.rows.map(\.count).max() ?? 0
        if plan.hasFilter, plan.headRows > 0, columns > 0 {
            worksheet_autofilter(
                sheet, UInt32(plan.headRows - 1), 0, UInt32(max(plan.rows.count, plan.headRows) - 1),
                UInt16(columns - 1))
        }
        for rule in plan.rules { try rule.write(to: sheet) }
        if plan.isLocked { worksheet_protect(sheet, nil, nil) }
    }

    private func setUp() {
        let columns = max(plan.rows.map(\.count).max() ?? 0, plan.widths.count)
        for column in 0..<columns {
            let width = column < plan.widths.count ? plan.widths[column] : plan.widths.last ?? 18
            worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
        }
        if plan.headRows + plan.headColumns > 0 {
            worksheet_freeze_panes(sheet, UInt32(plan.headRows), UInt16(plan.headColumns))
        }
        if plan.headRows > 0 { worksheet_repeat_rows(sheet, 0, UInt32(plan.headRows - 1)) }
        if plan.isRightToLeft { worksheet_right_to_left(sheet) }
        if plan.isHidden { worksheet_hide(sheet) }
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)  // A4
        worksheet_fit_to_pages(sheet, 1, 0)
    }

    private func write(_ cell: PlannedCell, row: UInt32, column: UInt16) throws(SheetsError) {
        var isDay = false
        if case .day = cell.value { isDay = true }
        let format = looks.format(cell.look, isDay: isDay)
        let code =
            switch cell.value {
            case nil: worksheet_write_blank(sheet, row, column, format)
            case .number(let number) where number.isFinite:
                worksheet_write_number(sheet, row, column, number, format)
            case .truth(let truth): worksheet_write_boolean(sheet, row, column, truth ? 1 : 0, format)
            case .day(let day):
                if let serial = SheetDay.serial(of: day) {
                    worksheet_write_number(sheet, row, column, serial, format)
                } else {
                    worksheet_write_string(sheet, row, column, day, format)
                }
            case .some(let value): write(value.text, link: cell.link, row: row, column: column, format: format)
            }
        guard code == LXW_NO_ERROR else {
            throw .unwritable("\(CellName(column: Int(column) + 1, row: Int(row) + 1)) \(code.rawValue)")
        }
    }

    private func write(
        _ text: String, link: String?, row: UInt32, column: UInt16, format: UnsafeMutablePointer<lxw_format>?
    ) -> lxw_error {
        let fitting = Self.fitting(text)
        // The library refuses addresses it finds too long: then the text stands alone.
        if let link, worksheet_write_url(sheet, row, column, link, format) == LXW_NO_ERROR {
            return worksheet_write_string(sheet, row, column, fitting, format)
        }
        return worksheet_write_string(sheet, row, column, fitting, format)
    }

    /// Without control characters, which no workbook may hold, and no longer than a cell can be.
    private static func fitting(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var units = 0
        for scalar in text.unicodeScalars {
            if scalar.value < 32, scalar != "\n", scalar != "\t" { continue }
            if scalar.value == 0xFFFE || scalar.value == 0xFFFF { continue }
            units += UTF16.width(scalar)
            if units > 32_767 { break }
            scalars.append(scalar)
        }
        return String(scalars)
    }
}
