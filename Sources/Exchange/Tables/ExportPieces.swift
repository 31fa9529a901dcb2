import Desk

/// Where one reader of an export stands.
actor ExportPieces {
    private enum Place { case head, rows, end }

    private let export: Export
    private let format: TableFormat
    private var rows: ExportRows
    private var place = Place.head
    private var isFirst = true

    init(_ export: Export, _ format: TableFormat) {
        self.export = export
        self.format = format
        rows = ExportRows(export.shelf, export.selection)
    }

    func next() async throws -> String? {
        switch place {
        case .head:
            place = format == .xlsx ? .end : .rows
            return head
        case .rows:
            var reader = rows
            let page = try await reader.next()
            rows = reader
            if !page.isEmpty { return page.map(line).joined() }
            place = .end
            return format == .json ? "\n]}\n" : nil
        case .end: return nil
        }
    }

    private var head: String? {
        switch format {
        case .csv: CommaSeparatedWriter.mark + CommaSeparatedWriter.line(rows.header.map { .text($0) })
        case .json:
            "{\"kind\":\"\(export.selection.kind.rawValue)\",\"exported\":\"\(Moments.seconds(export.shelf.desk.now))\","
                + "\"records\":["
        case .xlsx: nil
        }
    }

    private func line(_ row: ExportRow) -> String {
        if format == .csv { return CommaSeparatedWriter.line(row.line(export.publisher)) }
        let divider = isFirst ? "\n" : ",\n"
        isFirst = false
        return divider + "{\"id\":\"\(row.key)\",\"address\":\(JSONText.quoted(export.publisher.lasting(row.key))),"
            + "\"revision\":\(row.revision),\"changed\":\"\(Moments.seconds(row.changed))\","
            + "\"record\":\(String(decoding: row.json, as: UTF8.self))}"
    }
}
