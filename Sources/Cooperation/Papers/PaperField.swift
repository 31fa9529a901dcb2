import Foundation
public import TextAnalysis

/// One thing a paper says, as its history shows it: by the name of its field, in one language where it is a text.
public struct PaperField: Hashable, Sendable {
    /// As the ledger writes it, with the fields above it: `title`, `eligibility.words`. Parts of lists share a name.
    public var name: String
    /// Nil for what is no text of a person.
    public var language: Language?
    /// Texts as they were written; codes and numbers as the ledger has them, one on each line.
    public var value: String
}

extension Paper {
    /// Everything the paper says, in the order of the names. What says nothing (empty lists, missing answers) is left out.
    public func fields() throws -> [PaperField] {
        var fields: [PaperField] = []
        PaperField.collect(try JSONDecoder().decode(WrittenValue.self, from: try encoded()), "", &fields)
        return fields
    }
}

/// A paper as it is written down, whatever its kind.
private enum WrittenValue: Decodable {
    case object([String: WrittenValue])
    case list([WrittenValue])
    case plain(String)
    case nothing

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .plain(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .plain(flag ? "true" : "false")
        } else if let number = try? container.decode(Int64.self) {
            self = .plain(String(number))
        } else if let number = try? container.decode(Double.self) {
            self = .plain(String(number))
        } else if let list = try? container.decode([WrittenValue].self) {
            self = .list(list)
        } else if let object = try? container.decode([String: WrittenValue].self) {
            self = .object(object)
        } else {
            self = .nothing
        }
    }

    var plain: String? { if case .plain(let text) = self { text } else { nil } }
}

extension PaperField {
    fileprivate static func collect(_ value: WrittenValue, _ name: String, _ fields: inout [PaperField]) {
        switch value {
        case .object(let object): collect(object, name, &fields)
        case .list(let list): collect(list, name, &fields)
        case .plain(let text): if !text.isEmpty { fields.append(PaperField(name: name, language: nil, value: text)) }
        case .nothing: break
        }
    }

    private static func collect(_ object: [String: WrittenValue], _ name: String, _ fields: inout [PaperField]) {
        if let versions = texts(object) {
            for (language, text) in versions where !text.isEmpty {
                fields.append(PaperField(name: name, language: language, value: text))
            }
            return
        }
        for key in object.keys.sorted() {
            if let inner = object[key] { collect(inner, name.isEmpty ? key : name + "." + key, &fields) }
        }
    }

    /// A list of codes is one field, a line for each; parts that say several things stay apart.
    private static func collect(_ list: [WrittenValue], _ name: String, _ fields: inout [PaperField]) {
        let plain = list.compactMap(\.plain)
        guard plain.count == list.count else { return list.forEach { collect($0, name, &fields) } }
        if !plain.isEmpty {
            fields.append(PaperField(name: name, language: nil, value: plain.joined(separator: "\n")))
        }
    }

    /// A text in its languages, if that is what it is: each key is a language with a `text` in it.
    private static func texts(_ object: [String: WrittenValue]) -> [(Language, String)]? {
        guard !object.isEmpty else { return nil }
        var texts: [(Language, String)] = []
        for key in object.keys.sorted() {
            guard let language = Language(rawValue: key), case .object(let version)? = object[key],
                let text = version["text"]?.plain
            else { return nil }
            texts.append((language, text))
        }
        return texts
    }
}

/// What became of one field between two versions of a paper.
public struct FieldChange: Hashable, Sendable {
    public var name: String
    public var language: Language?
    /// Empty where there was nothing.
    public var old: String
    /// Empty where nothing is left.
    public var new: String

    /// The changes from one version to the next, in the order of the names; from nothing, everything is new.
    public static func changes(from old: [PaperField], to new: [PaperField]) -> [FieldChange] {
        let (before, after) = (grouped(old), grouped(new))
        let keys = Set(before.keys).union(after.keys).sorted { left, right in
            (left.name, left.language?.rawValue ?? "") < (right.name, right.language?.rawValue ?? "")
        }
        return keys.compactMap { key in
            let (was, has) = (before[key] ?? "", after[key] ?? "")
            return was == has ? nil : FieldChange(name: key.name, language: key.language, old: was, new: has)
        }
    }

    private struct Key: Hashable {
        var name: String
        var language: Language?
    }

    private static func grouped(_ fields: [PaperField]) -> [Key: String] {
        Dictionary(fields.map { (Key(name: $0.name, language: $0.language), $0.value) }) { $0 + "\n" + $1 }
    }
}
