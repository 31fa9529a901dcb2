import Foundation

/// Writes archives (ZIP, nothing compressed) and PDF files whose tables are right, so that what is wrong inside is reached.
enum Packing {
    static func archive(_ parts: [(name: String, content: Data)]) -> Data {
        var file = Data()
        var directory = Data()
        for part in parts {
            let name = Data(part.name.utf8)
            let sizes =
                number(checksum(part.content)) + number(UInt32(part.content.count))
                + number(UInt32(part.content.count)) + short(name.count)
            let place = UInt32(file.count)
            let common = short(20) + short(0) + short(0) + short(0) + short(0x21) + sizes
            file += number(0x0403_4b50) + common + short(0) + name + part.content
            directory +=
                number(0x0201_4b50) + short(20) + common + short(0) + short(0) + short(0) + short(0) + number(0)
                + number(place) + name
        }
        let start = UInt32(file.count)
        let end =
            number(0x0605_4b50) + short(0) + short(0) + short(parts.count) + short(parts.count)
            + number(UInt32(directory.count)) + number(start) + short(0)
        return file + directory + end
    }

    static func pdf(_ objects: [Data]) -> Data {
        var file = Data("%PDF-1.5\n".utf8)
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            let digits = String(file.count)
            table += String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n"
            file += Data("\(index + 1) 0 obj\n".utf8) + object + Data("\nendobj\n".utf8)
        }
        let trailer = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>\n"
        return file + Data("\(table)\(trailer)startxref\n\(file.count)\n%%EOF\n".utf8)
    }

    private static func short(_ value: Int) -> Data { Data([UInt8(value & 255), UInt8(value >> 8 & 255)]) }

    private static func number(_ value: UInt32) -> Data {
        Data((0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) })
    }

    private static let remainders: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    /// CRC-32 as ZIP has it (ISO 3309).
    private static func checksum(_ bytes: Data) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF) { remainders[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
}
