public import TextAnalysis

/// A text in all six languages. There is none with a language missing.
public struct Labels: Hashable, Sendable {
    private let texts: [Language: String]

    /// Nil when a language is missing or blank.
    public init?(_ texts: [Language: String]) {
        for language in Language.allCases {
            guard let text = texts[language], text.contains(where: { !$0.isWhitespace }) else { return nil }
        }
        self.texts = texts
    }

    public subscript(language: Language) -> String { texts[language, default: ""] }
}

extension Labels: Decodable {
    /// From an object whose keys are the six language codes.
    public init(from decoder: any Decoder) throws {
        let byCode = try decoder.singleValueContainer().decode([String: String].self)
        var texts: [Language: String] = [:]
        for (code, text) in byCode {
            guard let language = Language(rawValue: code) else {
                throw VocabularyError.unknownValue(list: "languages", value: code)
            }
            texts[language] = text
        }
        guard let labels = Labels(texts) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a language is missing or blank: \(byCode)"))
        }
        self = labels
    }
}

/// What has a name in all six languages.
public protocol Labelled {
    var labels: Labels { get }
}

extension Labelled {
    public func label(in language: Language) -> String { labels[language] }
}

/// The labels of a closed list: one for each case, checked when read.
struct LabelTable<Choice: Hashable & CaseIterable & RawRepresentable & Sendable>: Sendable
where Choice.RawValue == String {
    private let labels: [Choice: Labels]

    init(_ rows: [LabelRow], of file: DataFile) throws {
        var labels: [Choice: Labels] = [:]
        for row in rows {
            guard let choice = Choice(rawValue: row.id), labels[choice] == nil else {
                throw file.damaged("\(row.id) is unknown or doubled in \(Choice.self)")
            }
            labels[choice] = row.label
        }
        for choice in Choice.allCases where labels[choice] == nil {
            throw file.damaged("\(choice) has no label")
        }
        self.labels = labels
    }

    subscript(choice: Choice) -> Labels {
        guard let found = labels[choice] else { preconditionFailure("checked when read: \(choice)") }
        return found
    }
}

struct LabelRow: Decodable {
    let id: String
    let label: Labels
}
