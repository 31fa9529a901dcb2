public import Foundation
import Sheets

extension Export {
    /// Rows a workbook is given at most: what a spreadsheet opens without complaint.
    public static let mostRows = 100_000

    /// The records as a workbook: the table, and a sheet that says what it is.
    /// - Parameters:
    ///   - title: of the table's sheet.
    ///   - notes: lines for the second sheet: where and when it was taken, and what is in it.
    public func workbook(title: String, notes: [String], isRightToLeft: Bool) async throws -> Data {
        let (header, rows, isWhole) = try await table(most: Self.mostRows)
        guard isWhole else { throw ExportError.tooLong(most: Self.mostRows) }
        return try await Background.run {
            let cells = [header.map { PlannedCell($0, look: .heading) }] + rows.map { $0.map(\.planned) }
            let widths = header.map { name in Double(min(40, max(12, name.count + 2))) }
            let table = SheetPlan(
                name: WorkbookWriter.sheetName(title), widths: widths, rows: cells, headRows: 1, headColumns: 1,
                isRightToLeft: isRightToLeft, hasFilter: true)
            let about = SheetPlan(
                name: WorkbookWriter.sheetName("README"), widths: [100],
                rows: notes.map { [PlannedCell($0, look: .note)] }, isRightToLeft: isRightToLeft)
            return try WorkbookWriter.write([table, about])
        }
    }
}

/// Why a file could not be made.
public enum ExportError: Error, Equatable, Sendable {
    /// A workbook holds no more rows than this; CSV and JSON have no such limit.
    case tooLong(most: Int)

    public var code: String { "exchange.too-long" }
}

extension Cell {
    /// A text of more than 32,767 characters does not fit a cell of a workbook and is cut there.
    fileprivate var planned: PlannedCell {
        switch self {
        case .none: PlannedCell("")
        case .number(let number): .number(number)
        case .text(let text): PlannedCell(text.utf16.count > 32_767 ? String(text.prefix(16_000)) + "…" : text)
        }
    }
}
