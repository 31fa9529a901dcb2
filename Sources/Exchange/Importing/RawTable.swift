import Cooperation
import Foundation
import Sheets
import TextAnalysis

/// A table as it came: texts by line and column, whatever the file was.
struct RawTable {
    struct Line {
        /// From 1.
        let number: Int
        let cells: [String]
        /// What had to be done to read it.
        var reasons: [Reason] = []
    }

    var header: [String]
    var lines: [Line]

    static let mostLines = 20_000
    static let mostColumns = 200

    /// Tells CSV, XLSX and JSON apart by their content, not by the file's name.
    init(_ data: Data) throws(ImportError) {
        guard !data.isEmpty else { throw .empty }
        if data.starts(with: [0x50, 0x4B, 0x03, 0x04]) || data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            try self.init(workbook: data)
        } else if let first = data.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }),
            first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        {
            try self.init(json: data)
        } else {
            let lines = try CommaSeparatedReader.lines(of: data)
            guard let head = lines.first else { throw .empty }
            self.init(header: head.cells, lines: Array(lines.dropFirst()))
        }
        guard header.count <= Self.mostColumns else { throw .tooManyColumns(most: Self.mostColumns) }
        guard lines.count <= Self.mostLines else { throw .tooManyLines(most: Self.mostLines) }
    }

    private init(header: [String], lines: [Line]) {
        self.header = header
        self.lines = lines
    }

    /// The first sheet that is not hidden; its first row that is not empty has the names of the columns.
    private init(workbook data: Data) throws(ImportError) {
        let book: Workbook
        do {
            book = try Workbook(xlsx: data)
        } catch {
            throw .unreadable(error.code)
        }
        guard let sheet = book.sheets.first(where: { !$0.isHidden && !$0.rows.isEmpty }),
            let head = sheet.rows.first, let width = head.cells.keys.max()
        else { throw .empty }
        let rows = sheet.rows.dropFirst().map { row in
            let last = max(width, min(row.cells.keys.max() ?? 0, RawTable.mostColumns + 1))
            return Line(number: row.number, cells: (1...last).map { row.cells[$0]?.text ?? "" })
        }
        self.init(header: (1...width).map { head.text($0) }, lines: rows)
    }

    /// An array of objects, or our own export. Lists become texts divided by semicolons; texts in several languages, columns.
    private init(json data: Data) throws(ImportError) {
        guard let value = try? JSONSerialization.jsonObject(with: data) else { throw .unreadable("json") }
        let items = (value as? [String: Any])?["records"] as? [Any] ?? value as? [Any]
        guard let items else { throw .unreadable("json.no-list") }
        var header: [String] = []
        var places: [String: Int] = [:]
        var rows: [[String: String]] = []
        for item in items {
            guard var object = item as? [String: Any] else { throw .unreadable("json.not-an-object") }
            if let record = object["record"] as? [String: Any] { object = record }
            var row: [String: String] = [:]
            Self.flatten(object, into: &row)
            for name in row.keys.sorted() where places[name] == nil {
                places[name] = header.count
                header.append(name)
                guard header.count <= Self.mostColumns else { throw .tooManyColumns(most: Self.mostColumns) }
            }
            rows.append(row)
            guard rows.count <= Self.mostLines else { throw .tooManyLines(most: Self.mostLines) }
        }
        let names = header
        self.init(
            header: names,
            lines: rows.enumerated().map { index, row in
                Line(number: index + 1, cells: names.map { row[$0] ?? "" })
            })
    }

    private static func flatten(_ object: [String: Any], into row: inout [String: String]) {
        for (name, value) in object {
            switch value {
            case let text as String: row[name] = text
            case let list as [Any] where name == "blocks": flatten(blocks: list, into: &row)
            case let list as [Any] where name == "figures": flatten(figures: list, into: &row)
            case let inner as [String: Any] where inner["amount"] is NSNumber:
                row[name == "upTo" ? "amount" : name] = inner["amount"].flatMap(word)
                row["currency"] = inner["currency"] as? String
            case let inner as [String: Any] where name == "eligibility":
                if let countries = inner["countries"] { flatten(["eligibleCountries": countries], into: &row) }
                if let types = inner["organisationTypes"] { flatten(["eligibleTypes": types], into: &row) }
                if let words = inner["words"] { flatten(["eligibility": words], into: &row) }
            case let list as [Any]: row[name] = list.compactMap(word).joined(separator: "; ")
            case let inner as [String: Any]:
                if inner["everywhere"] as? Bool == true {
                    row[name] = "everywhere"
                } else if let list = inner["countries"] as? [String] {
                    row[name] = list.joined(separator: "; ")
                } else {
                    for (language, version) in inner {
                        let text = (version as? [String: Any])?["text"] as? String ?? version as? String
                        if let text { row["\(name).\(language)"] = text }
                    }
                }
            default: row[name] = word(value)
            }
        }
    }

    /// Parts of a practice as tables have them. What cannot be read is an empty cell.
    private static func flatten(blocks list: [Any], into row: inout [String: String]) {
        guard let blocks: [Practice.Block] = decoded(list) else { return }
        for language in Language.allCases {
            row["blocks.\(language.code)"] = BlockText.written(blocks, in: language)
        }
    }

    private static func flatten(figures list: [Any], into row: inout [String: String]) {
        guard let figures: [Practice.ResultFigure] = decoded(list) else { return }
        for language in Language.allCases {
            row["figures.\(language.code)"] = FigureText.written(figures, in: language)
        }
    }

    private static func decoded<Part: Decodable>(_ list: [Any]) -> [Part]? {
        guard let data = try? JSONSerialization.data(withJSONObject: list) else { return nil }
        return try? JSONDecoder().decode([Part].self, from: data)
    }

    private static func word(_ value: Any) -> String? {
        switch value {
        case let text as String: text
        case let number as NSNumber: number.stringValue
        case let link as [String: Any]: link["address"] as? String
        default: nil
        }
    }
}
