public import TextAnalysis

/// A text in one or more languages, each with its origin.
public struct LocalizedText: Hashable, Sendable {
    public struct Version: Hashable, Codable, Sendable {
        public var text: String
        public var origin: Origin

        public init(text: String, origin: Origin) {
            self.text = text
            self.origin = origin
        }
    }

    /// How a version of a text came to be. Readers are told.
    public enum Origin: String, Codable, CaseIterable, Sendable {
        case written, humanTranslation, machineTranslation
    }

    public private(set) var versions: [Language: Version]

    public init() { versions = [:] }

    public init(_ text: String, in language: Language, origin: Origin = .written) {
        versions = [:]
        set(text, in: language, origin: origin)
    }

    /// Sets one language; surrounding white space is dropped, an empty text removes the version.
    public mutating func set(_ text: String, in language: Language, origin: Origin = .written) {
        let trimmed = text.trimmingBlanks
        versions[language] = trimmed.isEmpty ? nil : Version(text: trimmed, origin: origin)
    }

    public var isEmpty: Bool { versions.isEmpty }

    public var languages: [Language] { versions.keys.sorted() }

    public subscript(language: Language) -> String? { versions[language]?.text }

    /// The version a reader is shown: the first wanted language there is, else what was written rather than translated, else
    /// English, French, Spanish, Russian, Arabic, Chinese in this order.
    public func best(for wanted: [Language]) -> (language: Language, version: Version)? {
        for language in wanted {
            if let version = versions[language] { return (language, version) }
        }
        let order: [Language] = [.english, .french, .spanish, .russian, .arabic, .chinese]
        for language in order {
            if let version = versions[language], version.origin == .written { return (language, version) }
        }
        for language in order {
            if let version = versions[language] { return (language, version) }
        }
        return nil
    }
}

extension LocalizedText: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let raw = try container.decode([String: Version].self)
        versions = [:]
        for (code, version) in raw {
            guard let language = Language(rawValue: code) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a language: \(code)")
            }
            versions[language] = version
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Dictionary(uniqueKeysWithValues: versions.map { ($0.key.rawValue, $0.value) }))
    }
}

extension String {
    /// Without white space and line ends at both sides.
    public var trimmingBlanks: String {
        let start = unicodeScalars.firstIndex { !$0.properties.isWhitespace } ?? unicodeScalars.endIndex
        let end = unicodeScalars.lastIndex { !$0.properties.isWhitespace }
        guard let end else { return "" }
        return String(unicodeScalars[start...end])
    }
}
