import Foundation

/// Reads comma-separated values as people's programs write them: commas, semicolons or tabs; quotes as RFC 4180 has them or
/// not quite; lines that are not all in one encoding.
enum CommaSeparatedReader {
    /// Lines without anything in them are passed over; numbers are those of the file, from 1, of the line a record begins on.
    static func lines(of data: Data) throws(ImportError) -> [RawTable.Line] {
        let text = TextDecoding.wholeText(of: data)
        let bytes = text.bytes
        let divider = Self.divider(of: bytes)
        var lines: [RawTable.Line] = []
        var record: [ArraySlice<UInt8>] = []
        var owned: [UInt8] = []
        var isOwned = false
        var place = bytes.startIndex
        var start = place
        var number = 1
        var begins = 1
        var isQuoted = false
        var wasQuoted = false

        func field() -> ArraySlice<UInt8> { isOwned ? owned[...] : bytes[start..<place] }

        func close(unclosed: Bool) {
            record.append(field())
            owned = []
            isOwned = false
            wasQuoted = false
            let isEmpty = record.allSatisfy { $0.allSatisfy { $0 <= 0x20 } }
            if !isEmpty {
                var line = TextDecoding.line(record, number: begins, fallback: text.fallback)
                if unclosed { line.reasons.append(.unclosedQuote) }
                lines.append(line)
            }
            record = []
        }

        while place < bytes.endIndex {
            let byte = bytes[place]
            if isQuoted {
                if byte == quote {
                    let next = place + 1
                    if next < bytes.endIndex, bytes[next] == quote {
                        owned.append(quote)
                        place += 2
                        continue
                    }
                    isQuoted = false
                    wasQuoted = true
                } else {
                    if byte == newLine { number += 1 }
                    owned.append(byte)
                }
                place += 1
                continue
            }
            switch byte {
            case quote where !wasQuoted && (isOwned ? owned.isEmpty : bytes[start..<place].allSatisfy { $0 == 0x20 }):
                isQuoted = true
                isOwned = true
                owned = []
                place += 1
            case divider:
                record.append(field())
                owned = []
                isOwned = false
                wasQuoted = false
                place += 1
                start = place
                guard record.count <= RawTable.mostColumns + 1 else {
                    throw .tooManyColumns(most: RawTable.mostColumns)
                }
            case newLine, carriageReturn:
                close(unclosed: false)
                guard lines.count <= RawTable.mostLines + 1 else { throw .tooManyLines(most: RawTable.mostLines) }
                let isPair = byte == carriageReturn && place + 1 < bytes.endIndex && bytes[place + 1] == newLine
                place += isPair ? 2 : 1
                start = place
                number += 1
                begins = number
            default:
                // What follows a closed quote belongs to the field.
                if isOwned { owned.append(byte) }
                place += 1
            }
        }
        if start < place || !record.isEmpty || isOwned { close(unclosed: isQuoted) }
        return lines
    }

    private static let quote = UInt8(ascii: "\"")
    private static let newLine = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// The sign that stands most often in the first line, outside quotes.
    private static func divider(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes.prefix(20_000) {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == newLine || byte == carriageReturn { break }
            if dividers.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return dividers.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? dividers[0]
    }

    private static let dividers = Array(";\t,".utf8)
}
