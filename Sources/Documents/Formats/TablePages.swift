import Foundation
import Sheets

/// Tables of statements: each row a block, each sheet a page.
enum TablePages {
    static func workbook(_ bytes: Data, limits: ReadingLimits) throws(DocumentRefusal) -> SourceDocument {
        let workbook: Workbook
        do {
            workbook = try Workbook(xlsx: bytes, limits: Sheets.ReadingLimits(bytes: limits.unpacked))
        } catch .tooLarge {
            throw .archiveBomb
        } catch .olderOrLocked {
            throw .encrypted
        } catch {
            throw .damaged(.xlsx)
        }
        let pages = workbook.sheets.filter { !$0.isHidden }.enumerated().map { number, sheet in
            let rows = sheet.rows.compactMap { row in
                self.row(row.cells.sorted { $0.key < $1.key }.map(\.value.text))
            }
            return DocumentPage(
                number: number + 1, blocks: [DocumentBlock(.heading, Cleaning.line(sheet.name), level: 1)] + rows)
        }
        return SourceDocument(format: .xlsx, pages: pages, isPaged: false)
    }

    static func separated(_ text: String) -> SourceDocument {
        let mark = delimiter(text)
        let rows = rows(Array(text.utf8), mark).compactMap(row)
        return SourceDocument(format: .csv, pages: [DocumentPage(number: 1, blocks: rows)])
    }

    private static func row(_ cells: [String]) -> DocumentBlock? {
        let lines = cells.map(Cleaning.line)
        guard lines.contains(where: { !$0.isEmpty }) else { return nil }
        return DocumentBlock(.tableRow, lines.joined(separator: "\t"))
    }

    /// Whatever stands most often in the first line.
    private static func delimiter(_ text: String) -> UInt8 {
        let line = text.utf8.prefix(20_000).prefix { $0 != 10 }
        let marks = [9, 59, 44].map(UInt8.init)
        let counts = marks.map { mark in line.count { $0 == mark } }
        let best = counts.enumerated().max { ($0.element, -$0.offset) < ($1.element, -$1.offset) }
        return best.flatMap { $0.element > 0 ? marks[$0.offset] : nil } ?? 44
    }

    /// As RFC 4180 has it; a quote that is never closed ends with the file.
    private static func rows(_ bytes: [UInt8], _ mark: UInt8) -> [[String]] {
        var rows: [[String]] = []
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = 0
        func closed() -> String { String(decoding: cell, as: UTF8.self) }
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte != 34 {
                    cell.append(byte)
                } else if index + 1 < bytes.count, bytes[index + 1] == 34 {
                    cell.append(34)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 34, cell.isEmpty {
                isQuoted = true
            } else if byte == mark {
                cells.append(closed())
                cell = []
            } else if byte == 10 {
                rows.append(cells + [closed()])
                cells = []
                cell = []
            } else {
                cell.append(byte)
            }
            index += 1
        }
        if !cells.isEmpty || !cell.isEmpty { rows.append(cells + [closed()]) }
        return rows
    }
}
