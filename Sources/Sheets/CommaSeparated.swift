/// Tables for spreadsheets: comma-separated values (RFC 4180), with a mark of UTF-8 in front, by which spreadsheets know the
/// letters.
public enum CommaSeparated {
    public static func text(_ lines: [[String]]) -> String {
        "\u{FEFF}" + lines.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quoted(_ value: String) -> String {
        let isPlain = !value.contains { ",\"\r\n".contains($0) }
        return isPlain ? value : "\"" + value.replacing("\"", with: "\"\"") + "\""
    }
}
