import Foundation
import Glibc

/// Finds out in which encoding texts were written.
enum TextDecoding {
    /// What is to be tried where bytes are not UTF-8.
    struct Encoding: Hashable {
        /// As iconv knows it.
        let name: String
    }

    /// The whole file as bytes that extend ASCII, and the encoding for lines of it that are not UTF-8.
    static func wholeText(of data: Data) -> (bytes: [UInt8], fallback: Encoding) {
        let bytes = Array(data)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return (Array(bytes.dropFirst(3)), guess(bytes))
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return (converted(Array(bytes.dropFirst(2)), "UTF-16LE"), latin) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (converted(Array(bytes.dropFirst(2)), "UTF-16BE"), latin) }
        // Texts of the West in UTF-16 without a mark have a zero in every other byte.
        let sample = bytes.prefix(2000)
        let odd = sample.enumerated().count { $0.offset % 2 == 1 && $0.element == 0 }
        let even = sample.enumerated().count { $0.offset % 2 == 0 && $0.element == 0 }
        if odd * 3 > sample.count { return (converted(bytes, "UTF-16LE"), latin) }
        if even * 3 > sample.count { return (converted(bytes, "UTF-16BE"), latin) }
        return (bytes, guess(bytes))
    }

    private static let latin = Encoding(name: "WINDOWS-1252")
    private static let candidates = ["WINDOWS-1252", "WINDOWS-1251", "WINDOWS-1256", "GB18030"].map {
        Encoding(name: $0)
    }

    private static func converted(_ bytes: [UInt8], _ name: String) -> [UInt8] {
        iconv(bytes, from: name).map { Array($0.utf8) } ?? bytes
    }

    /// One record: each line is read as UTF-8 where it is that, else in the fallback; texts that had been decoded wrongly
    /// before they came are put right.
    static func line(_ fields: [ArraySlice<UInt8>], number: Int, fallback: Encoding) -> RawTable.Line {
        var reasons: [Reason] = []
        let isUnicode = fields.allSatisfy { String(validating: $0, as: UTF8.self) != nil }
        var cells = fields.map { field in
            isUnicode
                ? String(decoding: field, as: UTF8.self)
                : (iconv(Array(field), from: fallback.name) ?? String(decoding: field, as: UTF8.self))
        }
        if !isUnicode { reasons.append(.otherEncoding(fallback.name)) }
        var wasRepaired = false
        for index in cells.indices {
            if let right = repaired(cells[index]) {
                cells[index] = right
                wasRepaired = true
            }
        }
        if wasRepaired { reasons.append(.repaired) }
        return RawTable.Line(number: number, cells: cells, reasons: reasons)
    }

    /// A text in UTF-8 that was taken for Windows-1252 and written as UTF-8 again: `SÃ£o` for `São`. Nil where it is none.
    static func repaired(_ text: String) -> String? {
        let suspicious = text.unicodeScalars.contains {
            "\u{C2}\u{C3}\u{D0}\u{D1}\u{D8}\u{D9}\u{E2}\u{E4}\u{E5}\u{E6}".unicodeScalars.contains($0)
        }
        guard suspicious, let bytes = iconvBytes(Array(text.utf8), from: "UTF-8", to: "WINDOWS-1252"),
            bytes.contains(where: { $0 >= 0x80 }), let right = String(validating: bytes, as: UTF8.self)
        else { return nil }
        return right
    }

    /// The encoding in which the bytes that are not UTF-8 look most like a text of people: letters together, of one script.
    private static func guess(_ bytes: [UInt8]) -> Encoding {
        let pieces = bytes.split(separator: UInt8(ascii: "\n")).filter { String(validating: $0, as: UTF8.self) == nil }
        let sample = Array(pieces.prefix(200).joined(separator: [UInt8(ascii: "\n")]))
        guard !sample.isEmpty else { return latin }
        let scored = candidates.map { ($0, plausibility(iconv(sample, from: $0.name))) }
        return scored.max { $0.1 < $1.1 }?.0 ?? latin
    }

    private static func plausibility(_ text: String?) -> Double {
        guard let text else { return -1 }
        var good = 0.0
        var foreign = 0.0
        var last: Script?
        for scalar in text.unicodeScalars {
            let script = Script(scalar)
            if scalar.value >= 0x80 {
                foreign += 1
                switch script {
                case nil: good -= 1
                // A letter with an accent stands among plain ones; a letter of another script among its own.
                case .latin?: good += last == .latin ? 0.8 : 0.3
                case .some(let script): good += last == script ? 1 : 0.2
                }
                // Capitals within words come of a wrong table.
                if script != .han, scalar.properties.isUppercase, last == script, last != nil { good -= 0.7 }
            }
            last = script
        }
        return foreign == 0 ? 0 : good / foreign
    }

    private enum Script {
        case latin, cyrillic, arabic, han

        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: self = .latin
            case 0x400...0x52F: self = .cyrillic
            case 0x621...0x64A, 0x660...0x6D3: self = .arabic
            case 0x4E00...0x9FFF: self = .han
            default: return nil
            }
        }
    }

    // MARK: iconv

    private static func iconv(_ bytes: [UInt8], from name: String) -> String? {
        iconvBytes(bytes, from: name, to: "UTF-8").map { String(decoding: $0, as: UTF8.self) }
    }

    /// Nil where the bytes are none of that encoding.
    private static func iconvBytes(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
        guard let converter = iconv_open(to, from), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        var left = input.count
        var room = output.count
        let isDone = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var to = target.baseAddress
                return Glibc.iconv(converter, &from, &left, &to, &room) != -1
            }
        }
        guard isDone, left == 0 else { return nil }
        return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
    }
}
