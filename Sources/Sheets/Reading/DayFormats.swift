import Foundation

/// Which of the workbook's styles show a number as a day or a moment.
enum DayFormats {
    /// One truth value for each style, in the order of `cellXfs`.
    static func read(_ content: Data?) throws(SheetsError) -> [Bool] {
        guard let content else { return [] }
        var own: [Int: Bool] = [:]
        var styles: [Bool] = []
        var isInside = false
        try PartParser.read(
            content, part: "styles.xml",
            opened: { name, attributes in
                switch name {
                case "numFmt":
                    if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
                        own[id] = showsDay(attributes["formatCode"] ?? "")
                    }
                case "cellXfs": isInside = true
                case "xf" where isInside:
                    let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
                    styles.append(own[id] ?? ((14...22).contains(id) || (27...36).contains(id) || id == 47))
                default: break
                }
            },
            closed: { name, _ in if name == "cellXfs" { isInside = false } })
        return styles
    }

    /// A format with the letters of year or day outside of quotes, brackets and escapes.
    static func showsDay(_ format: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for scalar in format.unicodeScalars {
            if isEscaped {
                isEscaped = false
            } else if scalar == "\"" {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if scalar == "\\" || scalar == "_" || scalar == "*" {
                isEscaped = true
            } else if scalar == "[" {
                isBracketed = true
            } else if scalar == "]" {
                isBracketed = false
            } else if !isBracketed, ["y", "Y", "d", "D"].contains(scalar) {
                return true
            }
        }
        return false
    }
}
