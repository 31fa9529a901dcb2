import TextAnalysis

/// A statement by its words alone: case, accents, punctuation, white space and line ends do not count.
public struct NeedFingerprint: LosslessStringConvertible, Codable, Hashable, Sendable {
    /// Sixteen hexadecimal digits.
    public let description: String

    public init(of text: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for scalar in Folding.fold(text).unicodeScalars where scalar.properties.isAlphabetic || isDigit(scalar) {
            for byte in Character(scalar).utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        let digits = String(hash, radix: 16)
        description = String(repeating: "0", count: 16 - digits.count) + digits
    }

    public init?(_ text: String) {
        guard text.utf8.count == 16, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        description = text
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = NeedFingerprint(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a fingerprint")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }
