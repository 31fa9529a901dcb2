/// A file of tab-separated values with names of columns in its first line. Lines may end as on any system; a cell in
/// quotation marks is read as spreadsheets write it; a mark of byte order and empty lines are passed over.
struct Table {
    let columns: [String: Int]
    let rows: [[String]]
    /// The line (1 for the first) in which each row stands in the file.
    let lines: [Int]

    init(_ text: String) throws(EvaluationError) {
        var names: [String]?
        var rows: [[String]] = []
        var lines: [Int] = []
        for (number, line) in Lines(text) {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(Table.cell)
            guard let known = names else {
                names = cells.map { Table.trimmed($0) }
                continue
            }
            // A line that ends early or in tabs of its own has empty cells there; one with more text has too many.
            guard cells.count <= known.count || cells.dropFirst(known.count).allSatisfy(\.isEmpty) else {
                throw .malformedLine(number)
            }
            let missing = known.count - cells.count
            guard missing == 0 || cells.count > 1 || known.count == 1 else { throw .malformedLine(number) }
            rows.append(Array(cells.prefix(known.count)) + Array(repeating: "", count: max(0, missing)))
            lines.append(number)
        }
        guard let names else { throw .empty }
        columns = Dictionary(zip(names, names.indices)) { first, _ in first }
        guard !rows.isEmpty else { throw .empty }
        self.rows = rows
        self.lines = lines
    }

    func column(_ name: String) throws(EvaluationError) -> [String] {
        guard let place = columns[name] else { throw .missingColumn(name) }
        return rows.map { $0[place] }
    }

    /// Empty where there is no such column.
    func cell(_ row: [String], _ name: String) -> String { columns[name].map { row[$0] } ?? "" }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
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

/// The lines of a file that hold something, with their numbers (1 for the first), whatever ends them.
struct Lines: Sequence {
    let text: String

    init(_ text: String) { self.text = text }

    func makeIterator() -> IndexingIterator<[(Int, Substring)]> {
        var lines: [(Int, Substring)] = []
        let content = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
        for (place, line) in content.split(omittingEmptySubsequences: false, whereSeparator: { $0.isLineEnd })
            .enumerated()
        {
            if line.contains(where: { !$0.isWhitespace }) { lines.append((place + 1, line)) }
        }
        return lines.makeIterator()
    }
}

extension Character {
    /// The ends of lines of files. Others, such as the Unicode line separator, may stand inside a cell or a JSON text.
    fileprivate var isLineEnd: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
