/// A digital object identifier: `10.`, a registrant's number, a slash and a suffix (ISO 26324), as in
/// `https://doi.org/10.1000/182`. Compared without regard to case, as the standard says.
public struct DOI: Hashable, Sendable, CustomStringConvertible {
    /// In small letters, without the address.
    public let description: String

    public var address: String { "https://doi.org/" + description }

    /// Reads the bare name, `doi:…`, or an address at doi.org. At most 200 bytes.
    public init?(_ text: String) {
        var name = text.trimmingBlanks.lowercased()
        for prefix in ["https://", "http://"] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
        for prefix in ["dx.doi.org/", "doi.org/", "doi:"] where name.hasPrefix(prefix) {
            name.removeFirst(prefix.count)
        }
        name = name.trimmingBlanks
        let parts = name.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, parts[0].hasPrefix("10."), (4...12).contains(parts[0].utf8.count - 3),
            parts[0].dropFirst(3).utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }), name.utf8.count <= 200,
            name.unicodeScalars.allSatisfy({
                $0.value > 32 && $0.value < 127 && !"<>\"{}|\\^`".unicodeScalars.contains($0)
            })
        else { return nil }
        description = name
    }
}

extension DOI: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = DOI(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a DOI: \(text)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
