/// A word that everybody has to understand alike, defined on the screen wherever it is asked for (N1).
public enum Definition: String, CaseIterable, Sendable {
    case need
    case technology

    /// The definition in each language.
    public var texts: Labels { entry.definition }

    /// What it follows, in English.
    public var source: String { entry.source }

    private var entry: Entry {
        guard let entry = Vocabulary.standard.definitions[self] else {
            preconditionFailure("checked when read: \(self)")
        }
        return entry
    }

    struct Entry: Decodable, Sendable {
        let id: String
        let source: String
        let definition: Labels
    }

    /// Reads `definitions.json`.
    static func readAll() throws -> [Definition: Entry] {
        let file = DataFile.definitions
        var entries: [Definition: Entry] = [:]
        for entry in try file.decode(File.self).definitions {
            guard let word = Definition(rawValue: entry.id), entries[word] == nil else {
                throw file.damaged("\(entry.id) is unknown or doubled")
            }
            entries[word] = entry
        }
        guard entries.count == allCases.count else { throw file.damaged("a definition is missing") }
        return entries
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let definitions: [Entry]
    }
}
