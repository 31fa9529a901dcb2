import Foundation

/// The table of texts that most programs keep apart from the sheets.
enum SharedStrings {
    static func read(_ content: Data?) throws(SheetsError) -> [String] {
        guard let content else { return [] }
        var texts: [String] = []
        var current = ""
        var isPhonetic = false
        try PartParser.read(
            content, part: "sharedStrings.xml",
            opened: { name, _ in
                if name == "si" { current = "" }
                if name == "rPh" { isPhonetic = true }
            },
            closed: { name, text in
                switch name {
                case "t" where !isPhonetic: current += text
                case "rPh": isPhonetic = false
                case "si": texts.append(current)
                default: break
                }
            })
        return texts
    }
}
