/// The identifier of a person who does research: sixteen digits, the last of which checks the others (ISO/IEC 7064,
/// MOD 11-2; X stands for ten), as in `https://orcid.org/0000-0002-1825-0097`.
public struct ORCIDIdentifier: Hashable, Sendable, CustomStringConvertible {
    /// Four groups of four, with hyphens.
    public let description: String

    public var address: String { "https://orcid.org/" + description }

    /// Reads the groups, with or without hyphens, or an address at orcid.org. Nil where the form or the check digit is wrong.
    public init?(_ text: String) {
        let last = text.trimmingBlanks.uppercased().split(separator: "/").last ?? ""
        let signs = last.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
        guard signs.count == 16, signs[..<15].allSatisfy({ (48...57).contains($0) }),
            signs[15] == Self.checkSign(of: signs[..<15])
        else { return nil }
        let text = String(decoding: signs, as: UTF8.self)
        var groups: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            groups.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        description = groups.joined(separator: "-")
    }

    private static func checkSign(of digits: ArraySlice<UInt8>) -> UInt8 {
        let total = digits.reduce(0) { ($0 + Int($1) - 48) * 2 }
        let result = (12 - total % 11) % 11
        return result == 10 ? UInt8(ascii: "X") : UInt8(48 + result)
    }
}

extension ORCIDIdentifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = ORCIDIdentifier(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an ORCID: \(text)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
