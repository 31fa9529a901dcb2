import Foundation

/// The cells of one sheet as its part lists them.
final class CellReader {
    private let strings: [String]
    private let dayStyles: [Bool]
    private let from1904: Bool
    private let part: String

    private(set) var rows: [Workbook.Row] = []
    private var row = 0
    private var column = 0
    private var type = "n"
    private var style = 0
    private var value: String?
    private var inline = ""
    private var isPhonetic = false
    private var left: Int

    init(part: String, strings: [String], dayStyles: [Bool], from1904: Bool, limit: Int) {
        self.part = part
        self.strings = strings
        self.dayStyles = dayStyles
        self.from1904 = from1904
        left = limit
    }

    /// Returns how many cells it read.
    func read(_ content: Data) throws(SheetsError) -> Int {
        let limit = left
        try PartParser.read(
            content, part: part,
            opened: { (name, attributes) throws(SheetsError) in try self.open(name, attributes) },
            closed: { (name, text) throws(SheetsError) in try self.close(name, text, limit: limit) })
        rows.sort { $0.number < $1.number }
        for (one, next) in zip(rows, rows.dropFirst()) where one.number == next.number { throw .damaged(part: part) }
        return limit - left
    }

    private func open(_ name: String, _ attributes: [String: String]) throws(SheetsError) {
        switch name {
        case "row":
            // Numbers may be left out: then it is the next.
            row = attributes["r"].flatMap { Int($0) } ?? row + 1
            guard CellName.rows.contains(row) else { throw .damaged(part: part) }
            column = 0
            rows.append(Workbook.Row(number: row, cells: [:]))
        case "c":
            if let place = attributes["r"] {
                guard let cell = CellName(place), cell.row == row else { throw .damaged(part: part) }
                column = cell.column
            } else {
                column += 1
            }
            guard CellName.columns.contains(column) else { throw .damaged(part: part) }
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            value = nil
            inline = ""
        case "rPh": isPhonetic = true
        default: break
        }
    }

    private func close(_ name: String, _ text: String, limit: Int) throws(SheetsError) {
        switch name {
        case "v": value = text
        case "t" where !isPhonetic: inline += text
        case "rPh": isPhonetic = false
        case "c":
            guard let read = try cell() else { break }
            left -= 1
            if left < 0 { throw .tooLarge(limit: limit) }
            guard !rows.isEmpty else { throw .damaged(part: part) }
            rows[rows.count - 1].cells[column] = read
        case "row":
            if rows.last?.cells.isEmpty == true { rows.removeLast() }
        default: break
        }
    }

    private func cell() throws(SheetsError) -> CellValue? {
        if type == "inlineStr" { return inline.isEmpty ? nil : .text(inline) }
        guard let value, !value.isEmpty else { return nil }
        switch type {
        case "s":
            guard let index = Int(value), strings.indices.contains(index) else { throw .damaged(part: part) }
            return strings[index].isEmpty ? nil : .text(strings[index])
        case "str": return .text(value)
        case "d": return .day(value)
        case "b": return .truth(value == "1" || value == "true")
        case "e": return .failure(value)
        default:
            guard let number = Double(value), number.isFinite else { throw .damaged(part: part) }
            if dayStyles.indices.contains(style), dayStyles[style],
                let day = SheetDay.text(serial: number, from1904: from1904)
            {
                return .day(day)
            }
            return .number(number)
        }
    }
}
