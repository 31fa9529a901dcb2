internal import ArgumentParser
internal import Cooperation
internal import Desk
internal import Foundation
internal import Localisation
internal import NeedSheets
internal import TextAnalysis
internal import Vocabulary

struct MatrixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "The matrix of needs: general and thematic needs by region or Party, counted.",
        discussion: "The rows are those of table 2 of UNEP/CBD/COP/13/INF/22. Works beside a running server.")

    @OptionGroup var data: DataFolder
    @Flag(help: "One column for each Party, instead of each region.") var parties = false
    @Flag(help: "One row for each subject of the Convention, instead of each row of table 2.") var subjects = false
    @Option(help: "Only this region, such as africa.") var region: String?
    @Option(help: "Only needs said in this year.") var year: Int?
    @Option(help: "The language of the names: ar, zh, en, fr, ru or es.") var language = "en"
    @Flag(help: "Comma-separated values: one line for each cell that holds needs.") var csv = false
    @Flag(help: "JSON: rows, columns and cells.") var json = false

    func validate() throws {
        if csv && json { throw ValidationError("one of --csv and --json") }
        if let region, Region(rawValue: region) == nil {
            let known = Region.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("no such region: \(region); there are \(known)")
        }
        if Language(rawValue: language) == nil { throw ValidationError("no language of the six: \(language)") }
    }

    func run() async throws {
        let words = Words(Language(rawValue: language) ?? .english)
        let house = try await House.read(data.url)
        let filter = NeedFilter(region: region.flatMap(Region.init(rawValue:)), year: year)
        let matrix = try await house.desk.needMatrix(
            filter, rowsBy: subjects ? .subject : .heading, columnsBy: parties ? .country : .region)
        if csv { return print(MatrixFile(matrix, words).csv(), terminator: "") }
        if json { return try Output.json(MatrixOutput(matrix)) }
        print(MatrixText(matrix: matrix, words: words).text())
    }
}

/// The matrix as other programs read it.
private struct MatrixOutput: Encodable {
    struct Cell: Encodable {
        let row: String
        let column: String
        let needs: Int
        let unanswered: Int
        let parties: [CountryCode]
    }

    let rows: [String]
    let columns: [String]
    let cells: [Cell]
    let needs: Int
    let parties: Int

    init(_ matrix: NeedMatrix) {
        rows = matrix.rows.map(\.code)
        columns = matrix.columns.map(\.code)
        cells = matrix.rows.flatMap { row in
            matrix.columns.map { column in
                let cell = matrix[row, column]
                return Cell(
                    row: row.code, column: column.code, needs: cell.needs, unanswered: cell.unanswered,
                    parties: cell.countries.sorted())
            }
        }.filter { $0.needs > 0 }
        needs = matrix.total.needs
        parties = matrix.total.countries.count
    }
}

/// The matrix for a terminal: codes across, names down.
private struct MatrixText {
    let matrix: NeedMatrix
    let words: Words

    func text() -> String {
        let heads = matrix.columns.map(\.code) + [words("matrix.total")]
        let width = (matrix.rows.map { words.name(of: $0).count }.max() ?? 0) + 2
        var lines = [line("", heads, heads, width)]
        for row in matrix.rows {
            let numbers = matrix.columns.map { matrix[row, $0].needs } + [matrix[row].needs]
            lines.append(line(words.name(of: row), numbers.map { $0 == 0 ? "." : String($0) }, heads, width))
        }
        let sums = matrix.columns.map { matrix[$0].needs } + [matrix.total.needs]
        lines.append(line(words("matrix.total"), sums.map(String.init), heads, width))
        return lines.joined(separator: "\n")
    }

    private func line(_ name: String, _ cells: [String], _ heads: [String], _ width: Int) -> String {
        let padded = zip(cells, heads).map { cell, head in
            String(repeating: " ", count: max(0, max(head.count, 4) + 2 - cell.count)) + cell
        }
        return name + String(repeating: " ", count: max(0, width - name.count)) + padded.joined()
    }
}
