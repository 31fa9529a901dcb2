/// A file of tab-separated values with names of columns in its first line. Lines may end as on any system; a cell in
/// quotation marks is read as spreadsheets write it.
struct Table {
    let columns: [String: Int]
    let rows: [[String]]

    init(_ text: String) throws(EvaluationError) {
        var lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(Table.cell)
        }
        guard !lines.isEmpty else { throw .empty }
        let names = lines.removeFirst()
        columns = Dictionary(zip(names, names.indices)) { first, _ in first }
        for (place, line) in lines.enumerated() where line.count != names.count { throw .malformedLine(place + 2) }
        guard !lines.isEmpty else { throw .empty }
        rows = lines
    }

    func column(_ name: String) throws(EvaluationError) -> [String] {
        guard let place = columns[name] else { throw .missingColumn(name) }
        return rows.map { $0[place] }
    }

    private static func cell(_ text: Substring) -> String {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return String(text) }
        var plain = ""
        var quoted = false
        for character in text.dropFirst().dropLast() {
            if character == "\"", !quoted {
                quoted = true
                continue
            }
            quoted = false
            plain.append(character)
        }
        return plain
    }
}
