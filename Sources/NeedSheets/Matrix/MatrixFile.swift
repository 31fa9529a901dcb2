public import Cooperation
public import Foundation
public import Localisation
import Sheets
import TextAnalysis
import Vocabulary

/// The matrix of needs as files: comma-separated values, and a workbook with the needs behind it.
public struct MatrixFile: Sendable {
    public let matrix: NeedMatrix
    public let words: Words

    public init(_ matrix: NeedMatrix, _ words: Words) {
        self.matrix = matrix
        self.words = words
    }

    /// One line for each cell that holds needs: codes and names of row and column, needs, unanswered ones, Parties.
    public func csv() -> String {
        let head = ["row-code", "row", "column-code", "column", "needs", "unanswered", "parties"].map {
            words(MessageKey("matrix.f-\($0)"))
        }
        var lines = [head]
        for row in matrix.rows {
            for column in matrix.columns {
                let cell = matrix[row, column]
                guard cell.needs > 0 else { continue }
                lines.append([
                    row.code, words.name(of: row), column.code, words.name(of: column), String(cell.needs),
                    String(cell.unanswered), String(cell.countries.count),
                ])
            }
        }
        return CommaSeparated.text(lines)
    }

    /// The matrix on one sheet, shaded, and the needs behind it on another.
    /// - Parameter address: the page of a need, where there is a site.
    public func workbook(of needs: [Filed<Need>], address: (NeedID) -> String? = { _ in nil }) throws -> Data {
        try WorkbookWriter.write([table, list(of: needs, address)])
    }

    private var table: SheetPlan {
        let head =
            [PlannedCell(words("matrix.need"), look: .heading)]
            + matrix.columns.map { PlannedCell(words.name(of: $0), look: .heading) }
            + [PlannedCell(words("matrix.total"), look: .heading)]
        let rows = matrix.rows.map { row in
            [PlannedCell(words.name(of: row), look: .label)]
                + matrix.columns.map { shaded(matrix[row, $0].needs) }
                + [PlannedCell.number(matrix[row].needs, look: .label)]
        }
        let foot =
            [PlannedCell(words("matrix.total"), look: .label)]
            + matrix.columns.map { PlannedCell.number(matrix[$0].needs, look: .label) }
            + [PlannedCell.number(matrix.total.needs, look: .label)]
        return SheetPlan(
            name: words("matrix.title"), widths: [46] + matrix.columns.map { _ in 16 } + [12],
            rows: [head] + rows + [foot], headRows: 1, headColumns: 1, isRightToLeft: words.language.isRightToLeft)
    }

    private func shaded(_ needs: Int) -> PlannedCell {
        let looks: [CellLook] = [.heat1, .heat2, .heat3, .heat4, .heat5]
        guard needs > 0 else { return PlannedCell(nil as CellValue?) }
        return .number(needs, look: looks[min(4, HeatLevel.of(needs, most: matrix.most))])
    }

    private func list(of needs: [Filed<Need>], _ address: (NeedID) -> String?) -> SheetPlan {
        let head = ["country", "statement", "heading", "lack", "level", "priority", "year", "source", "passages"].map {
            PlannedCell(words(MessageKey("matrix.f-\($0)")), look: .heading)
        }
        let rows = needs.map { filed in
            let need = filed.body
            let cells: [String] = [
                need.country.country.name(in: words.language), text(need.statement),
                need.heading?.label(in: words.language) ?? "", words(MessageKey("record.lack-\(need.lack.rawValue)")),
                need.level.map { words(MessageKey("record.level-\($0.rawValue)")) } ?? "",
                need.priority.map { words(MessageKey("record.priority-\($0.rawValue)")) } ?? "",
                need.year.map(String.init) ?? "", need.source, need.passages.map(\.text).joined(separator: "\n\n"),
            ]
            return cells.enumerated().map { index, cell in
                index == 1 ? PlannedCell(cell, link: address(filed.id)) : PlannedCell(cell)
            }
        }
        return SheetPlan(
            name: words("matrix.needs"), widths: [20, 60, 34, 20, 16, 16, 8, 34, 60], rows: [head] + rows, headRows: 1,
            isRightToLeft: words.language.isRightToLeft, hasFilter: true)
    }

    private func text(_ text: LocalizedText) -> String { text.best(for: [words.language])?.version.text ?? "" }
}

/// How strongly a cell is shaded.
public enum HeatLevel {
    /// 0 for nothing, 1 to 4 by quarters of the largest.
    public static func of(_ needs: Int, most: Int) -> Int {
        guard needs > 0, most > 0 else { return 0 }
        return min(4, 1 + (needs * 4 - 1) / most)
    }
}
