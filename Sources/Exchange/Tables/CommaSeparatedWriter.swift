/// Comma-separated values as RFC 4180 has them: CRLF, quotes doubled, UTF-8.
public enum CommaSeparatedWriter {
    /// In front of a file, by which spreadsheets know the letters.
    public static let mark = "\u{FEFF}"

    public static func line(_ cells: [Cell]) -> String { cells.map(field).joined(separator: ",") + "\r\n" }

    private static func field(_ cell: Cell) -> String {
        switch cell {
        case .none: ""
        case .number(let number): String(number)
        case .text(let text): quoted(guarded(text))
        }
    }

    private static func quoted(_ text: String) -> String {
        let isPlain = !text.unicodeScalars.contains { ",\"\r\n;\t".unicodeScalars.contains($0) }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe in front, by which it knows a text. The
    /// import takes it away again.
    static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

    static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return "=+-@\t\r\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
    }
}
