public import Cooperation
import Foundation
import Localisation
public import Sheets
import TextAnalysis
public import Vocabulary

/// A template that was sent back: the needs in it, and everything that is wrong, each with its sheet and cell.
public struct TemplateReading: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public var row: Int
        public var need: Need
    }

    /// The name of the sheet that was read.
    public private(set) var sheet = ""
    public private(set) var country: CountryCode?
    public private(set) var lines: [Line] = []
    public private(set) var problems: [CellProblem] = []

    /// Reads a workbook, whatever language its headings are in; columns may have been moved or left out.
    /// - Returns: nil where no sheet has the headings of the template.
    public init?(_ book: Workbook) {
        guard let found = Self.table(in: book) else { return nil }
        sheet = found.sheet.name
        let place = Self.country(above: found.row, in: found.sheet)
        country = place.code
        if country == nil {
            let code: Problem.Code = place.isBlank ? .missing : .notAChoice
            problems.append(
                CellProblem(
                    sheet: sheet, cell: place.cell, column: nil, problem: Problem(field: "country", code: code)))
        }
        // Without a country nothing could be filed, but all the rest is still looked at.
        let any = Vocabulary.standard.countries[0].code
        for row in found.sheet.rows where row.number > found.row {
            if row.cells.keys.allSatisfy({ found.columns[$0] == nil || row.text($0).isEmpty }) { continue }
            if found.isHints(row) { continue }
            var reader = LineReader(row: row, columns: found.columns, language: found.language)
            let need = reader.need(country: country ?? any)
            lines.append(Line(row: row.number, need: need))
            problems += reader.problems.map { problem in
                CellProblem(
                    sheet: sheet, cell: CellName(column: problem.column, row: row.number),
                    column: found.columns[problem.column], problem: problem.problem)
            }
        }
        if lines.isEmpty {
            problems.append(
                CellProblem(
                    sheet: sheet, cell: CellName(column: 1, row: found.row + 2), column: TemplateColumn.all[0],
                    problem: Problem(field: "statement", code: .missing)))
        }
    }

    private struct Table {
        let sheet: Workbook.Sheet
        /// That of the headings.
        let row: Int
        let columns: [Int: TemplateColumn]
        let language: Language

        /// The line of hints under the headings, as the template came.
        func isHints(_ row: Workbook.Row) -> Bool {
            row.number == self.row + 1
                && columns.contains { column, meaning in
                    meaning.field == .statement && TemplateReading.hints.contains(TemplateChoices.key(row.text(column)))
                }
        }
    }

    private static let hints: Set<String> = Set(
        Language.allCases.map { language in
            let words = Words(language)
            return TemplateChoices.key("\(words("need.expected")) \(words("need.h-statement"))")
        })

    private static let headings: [String: (column: TemplateColumn, language: Language)] = {
        var headings: [String: (column: TemplateColumn, language: Language)] = [:]
        for language in Language.allCases {
            for column in TemplateColumn.all {
                headings[TemplateChoices.key(column.label(Words(language)))] = (column, language)
            }
        }
        return headings
    }()

    private static func table(in book: Workbook) -> Table? {
        for sheet in book.sheets where !sheet.isHidden {
            for row in sheet.rows.prefix(30) {
                var columns: [Int: TemplateColumn] = [:]
                var languages: [Language: Int] = [:]
                for (column, value) in row.cells {
                    guard let heading = headings[TemplateChoices.key(value.text)] else { continue }
                    columns[column] = heading.column
                    languages[heading.language, default: 0] += 1
                }
                guard columns.count >= 3, columns.values.contains(where: { $0.field == .statement }) else { continue }
                let language = languages.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .english
                return Table(sheet: sheet, row: row.number, columns: columns, language: language)
            }
        }
        return nil
    }

    /// The country beside its label, above the table.
    private static func country(
        above heading: Int, in sheet: Workbook.Sheet
    ) -> (code: CountryCode?, cell: CellName, isBlank: Bool) {
        let labels = Set(Language.allCases.map { TemplateChoices.key(Words($0)("common.country")) })
        for row in sheet.rows where row.number < heading {
            for (column, value) in row.cells where labels.contains(TemplateChoices.key(value.text)) {
                let text = row.text(column + 1)
                let cell = CellName(column: column + 1, row: row.number)
                return (CountryNamed.code(text), cell, text.isEmpty)
            }
        }
        return (nil, CellName(column: 2, row: 3), true)
    }
}

/// A country by its code or its name in any of the six languages.
enum CountryNamed {
    static func code(_ text: String) -> CountryCode? {
        if text.count == 2, let code = CountryCode(text) { return code }
        return names[TemplateChoices.key(text)]
    }

    private static let names: [String: CountryCode] = {
        var names: [String: CountryCode] = [:]
        for country in Vocabulary.standard.countries {
            for language in Language.allCases { names[TemplateChoices.key(country.name(in: language))] = country.code }
        }
        return names
    }()
}
