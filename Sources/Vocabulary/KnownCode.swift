/// A code of one of the lists: it can only be made from a text that the list knows. Decoding an unknown one throws
/// `DecodingError.dataCorrupted` with `VocabularyError.unknownValue` underneath.
public protocol KnownCode: LosslessStringConvertible, Codable, CodingKeyRepresentable, Comparable, Hashable, Sendable {
    /// The name of the list, for messages to developers.
    static var listName: String { get }
}

extension KnownCode {
    public static func < (left: Self, right: Self) -> Bool { left.description < right.description }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Self(text) else {
            let reason = VocabularyError.unknownValue(list: Self.listName, value: text)
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath, debugDescription: "unknown in \(Self.listName)",
                    underlyingError: reason))
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public var codingKey: any CodingKey { PlainKey(stringValue: description) }

    public init?<Key: CodingKey>(codingKey: Key) {
        self.init(codingKey.stringValue)
    }
}

/// A key that is any text.
struct PlainKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
