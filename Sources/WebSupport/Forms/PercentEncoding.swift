/// Percent-encoding as addresses and forms use it, decoded by bytes and then checked to be UTF-8.
public enum PercentEncoding {
    /// The text behind `bytes`, or `nil` when it is not UTF-8.
    ///
    /// - Parameters:
    ///   - plusIsBlank: As in forms and queries, not as in paths.
    ///   - isStrict: A `%` without two hexadecimal digits gives `nil`; otherwise it stands for itself, as browsers have it.
    static func decode(_ bytes: some Collection<UInt8>, plusIsBlank: Bool, isStrict: Bool) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var iterator = Array(bytes).makeBytes()
        while let byte = iterator.next() {
            switch byte {
            case ASCII.plus where plusIsBlank: decoded.append(ASCII.space)
            case ASCII.percent:
                if let value = iterator.nextHexadecimalPair() {
                    decoded.append(value)
                } else if isStrict {
                    return nil
                } else {
                    decoded.append(byte)
                }
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    /// `text` with everything but letters, digits and `-._~` of ASCII (and `/`, where it may stay) percent-encoded.
    public static func encode(_ text: String, keepingSlash: Bool = false) -> String {
        func stays(_ byte: UInt8) -> Bool { byte.isUnreserved || (keepingSlash && byte == UInt8(ascii: "/")) }
        if text.utf8.allSatisfy(stays) { return text }
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if stays(byte) {
                encoded.append(byte)
            } else {
                encoded.append(ASCII.percent)
                encoded.append(hexadecimal(byte >> 4))
                encoded.append(hexadecimal(byte & 15))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func hexadecimal(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}

extension UInt8 {
    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// Bytes read from front to back.
struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// Two hexadecimal digits as their byte; where they are not such, nothing is read.
    mutating func nextHexadecimalPair() -> UInt8? {
        guard position + 1 < bytes.count, let high = bytes[position].hexadecimalValue,
            let low = bytes[position + 1].hexadecimalValue
        else { return nil }
        position += 2
        return high << 4 | low
    }
}

extension [UInt8] {
    func makeBytes() -> ByteReader { ByteReader(self) }
}
