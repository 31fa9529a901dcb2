public import Foundation

extension Workbook {
    /// Reads a workbook of the kind `.xlsx` (ECMA-376, the parts of SpreadsheetML that carry values).
    ///
    /// Formulas give the value they had when it was saved. Takes about a second for a million cells: never on an event loop.
    public init(xlsx data: Data, limits: ReadingLimits = ReadingLimits()) throws(SheetsError) {
        // The older container, which a password puts around a newer file too.
        if data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .olderOrLocked }
        let archive = try ZipArchive(data, limit: limits.bytes)
        guard let book = try archive.part("xl/workbook.xml") else { throw .notAWorkbook }
        let outline = try Outline(book)
        guard outline.sheets.count <= limits.sheets else { throw .tooLarge(limit: limits.sheets) }
        let targets = try Self.targets(archive.part("xl/_rels/workbook.xml.rels"))
        let strings = try SharedStrings.read(archive.part("xl/sharedStrings.xml"))
        let dayStyles = try DayFormats.read(archive.part("xl/styles.xml"))
        var left = limits.cells
        sheets = []
        for entry in outline.sheets {
            guard let target = targets[entry.relation] else { throw .damaged(part: "workbook.xml") }
            guard let content = try archive.part(target) else { throw .damaged(part: target) }
            let reader = CellReader(
                part: target, strings: strings, dayStyles: dayStyles, from1904: outline.from1904, limit: left)
            left -= try reader.read(content)
            sheets.append(Sheet(name: entry.name, isHidden: entry.isHidden, rows: reader.rows))
        }
    }

    /// Where the parts of the workbook lie, by their relation.
    private static func targets(_ content: Data?) throws(SheetsError) -> [String: String] {
        guard let content else { throw .damaged(part: "workbook.xml.rels") }
        var targets: [String: String] = [:]
        try PartParser.read(
            content, part: "workbook.xml.rels",
            opened: { name, attributes in
                guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else {
                    return
                }
                targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            })
        return targets
    }

    private struct Outline {
        struct Entry {
            var name: String
            var relation: String
            var isHidden: Bool
        }

        var sheets: [Entry] = []
        var from1904 = false

        init(_ content: Data) throws(SheetsError) {
            var sheets: [Entry] = []
            var from1904 = false
            try PartParser.read(
                content, part: "workbook.xml",
                opened: { name, attributes in
                    switch name {
                    case "sheet":
                        let relation = attributes.first { $0.key == "r:id" || $0.key.hasSuffix(":id") }?.value
                        sheets.append(
                            Entry(
                                name: attributes["name"] ?? "", relation: relation ?? "",
                                isHidden: (attributes["state"] ?? "visible") != "visible"))
                    case "workbookPr": from1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
                    default: break
                    }
                })
            guard !sheets.isEmpty else { throw .notAWorkbook }
            self.sheets = sheets
            self.from1904 = from1904
        }
    }
}
