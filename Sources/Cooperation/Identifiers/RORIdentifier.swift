/// The identifier of a research organisation in the Research Organization Registry: nine signs, of which the last two check
/// the others (ISO/IEC 7064, MOD 97-10, over Crockford's base 32), as in `https://ror.org/05gq02987`.
public struct RORIdentifier: Hashable, Sendable, CustomStringConvertible {
    /// The nine signs, in small letters.
    public let description: String

    public var address: String { "https://ror.org/" + description }

    /// Reads the bare signs or an address at ror.org. Nil where the form or the check digits are wrong.
    public init?(_ text: String) {
        let signs = Self.signs(of: text)
        guard let digits = RORIdentifier.checkDigits(of: signs), signs.hasSuffix(digits) else { return nil }
        description = signs
    }

    /// What stands behind the last slash, in small letters.
    static func signs(of text: String) -> String {
        let trimmed = text.trimmingBlanks.lowercased()
        return trimmed.split(separator: "/").last.map(String.init) ?? ""
    }

    /// The two digits that would make these nine signs right; nil where they have not the form of an identifier.
    public static func checkDigits(of signs: String) -> String? {
        let bytes = Array(signs.utf8)
        guard bytes.count == 9, bytes[0] == UInt8(ascii: "0"), bytes[7...].allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        var number = 0
        for byte in bytes[..<7] {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            number = number * 32 + value
        }
        let check = 98 - number * 100 % 97
        return check < 10 ? "0\(check)" : "\(check)"
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}

extension RORIdentifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = RORIdentifier(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a ROR identifier: \(text)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
