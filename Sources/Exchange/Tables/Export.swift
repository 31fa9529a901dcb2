import Desk
import Foundation

/// A form in which lists leave the house.
public enum TableFormat: String, CaseIterable, Sendable {
    case csv, xlsx, json

    public var type: String {
        switch self {
        case .csv: "text/csv; charset=utf-8; header=present"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/json; charset=utf-8"
        }
    }
}

/// Writes all records of a selection as a file.
public struct Export: Sendable {
    let shelf: Shelf
    let selection: Selection
    let publisher: Publisher

    public init(_ shelf: Shelf, _ selection: Selection, _ publisher: Publisher) {
        self.shelf = shelf
        self.selection = selection
        self.publisher = publisher
    }

    /// Writes CSV or JSON piece by piece: a list of any length takes little memory.
    public func write(_ format: TableFormat, to sink: (String) async throws -> Void) async throws {
        switch format {
        case .csv: try await writeCommaSeparated(sink)
        case .json: try await writeJSON(sink)
        case .xlsx: preconditionFailure("a workbook is not written piece by piece: see workbook()")
        }
    }

    private func writeCommaSeparated(_ sink: (String) async throws -> Void) async throws {
        var rows = ExportRows(shelf, selection)
        try await sink(
            CommaSeparatedWriter.mark + CommaSeparatedWriter.line(rows.header.map { .text($0) }))
        while true {
            let page = try await rows.next()
            if page.isEmpty { return }
            try await sink(page.map { CommaSeparatedWriter.line($0.line(publisher)) }.joined())
        }
    }

    private func writeJSON(_ sink: (String) async throws -> Void) async throws {
        var rows = ExportRows(shelf, selection)
        let kind = selection.kind.rawValue
        try await sink(
            "{\"kind\":\"\(kind)\",\"exported\":\"\(Moments.seconds(shelf.desk.now))\",\"records\":[")
        var isFirst = true
        while true {
            let page = try await rows.next()
            if page.isEmpty { break }
            var piece = ""
            for row in page {
                piece += isFirst ? "\n" : ",\n"
                isFirst = false
                piece += "{\"id\":\"\(row.key)\",\"address\":\(JSONText.quoted(publisher.lasting(row.key))),"
                piece += "\"revision\":\(row.revision),\"changed\":\"\(Moments.seconds(row.changed))\","
                piece += "\"record\":\(String(decoding: row.json, as: UTF8.self))}"
            }
            try await sink(piece)
        }
        try await sink("\n]}\n")
    }

    /// The rows of a table, for a workbook. At most `most` records; the rest is cut off, and told.
    public func table(most: Int) async throws -> (header: [String], rows: [[Cell]], isWhole: Bool) {
        var rows = ExportRows(shelf, selection)
        var lines: [[Cell]] = []
        while true {
            let page = try await rows.next()
            if page.isEmpty { return (rows.header, lines, true) }
            lines += page.map { $0.line(publisher) }
            if lines.count > most { return (rows.header, Array(lines.prefix(most)), false) }
        }
    }
}
