import Foundation

/// What a file is, by its bytes; its name decides only between kinds of plain text.
enum FormatGuess {
    static func format(of bytes: Data, named name: String) throws(DocumentRefusal) -> DocumentFormat {
        let start = bytes.prefix(1024)
        if start.range(of: Data("%PDF-".utf8)) != nil { return .pdf }
        if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            // A password puts the older container around a newer file.
            throw bytes.range(of: Data("EncryptedPackage".utf16LittleEndian)) == nil ? .oldOfficeFormat : .encrypted
        }
        if start.starts(with: [0x50, 0x4B]) { return try archive(bytes) }
        for known in otherThings where start.starts(with: known) { throw .notADocument }
        let isUTF16 = start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
        let promised = DocumentFormat(fileName: name)
        if isUTF16 || TextDecoding.looksUTF16(bytes) {
            return promised == .csv || promised == .html ? promised ?? .text : .text
        }
        if start.contains(0) { throw .unknownFormat }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        if text.contains("<html") || text.contains("<!doctype html") { return .html }
        if text.hasPrefix("{\\rtf") { throw .unknownFormat }
        switch promised {
        case .csv, .html: return promised ?? .text
        default: return .text
        }
    }

    /// The parts an archive names near its start or its end tell what it is.
    private static func archive(_ bytes: Data) throws(DocumentRefusal) -> DocumentFormat {
        let isLocked = bytes.count > 8 && bytes[bytes.startIndex + 6] & 1 == 1
        if isLocked { throw .encrypted }
        let edges = [bytes.prefix(4096), bytes.suffix(262_144)]
        func names(_ part: String) -> Bool { edges.contains { $0.range(of: Data(part.utf8)) != nil } }
        if names("word/document") { return .docx }
        if names("opendocument.text") || (names("content.xml") && names("mimetype")) { return .odt }
        if names("xl/workbook") { return .xlsx }
        throw .unknownFormat
    }

    /// Pictures, sound, programs, other archives.
    private static let otherThings: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38], [0x49, 0x49, 0x2A, 0],
        [0x4D, 0x4D, 0, 0x2A],
        [0x7F, 0x45, 0x4C, 0x46], [0x4D, 0x5A], [0x1F, 0x8B], [0x42, 0x5A, 0x68], [0x37, 0x7A, 0xBC, 0xAF],
        [0x52, 0x61, 0x72, 0x21], [0x49, 0x44, 0x33], [0x4F, 0x67, 0x67, 0x53], [0x52, 0x49, 0x46, 0x46],
    ]
}

extension String {
    fileprivate var utf16LittleEndian: [UInt8] { utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }
}
