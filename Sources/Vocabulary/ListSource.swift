import Foundation

/// Where a list of the vocabulary comes from, for who is responsible for it.
public struct ListSource: Sendable {
    /// The name of its file: `countries`.
    public let name: String
    /// In English, as the list itself says.
    public let sources: [String]
    /// The day of its content, as in `2025-01-01`.
    public let asOf: String

    /// All lists that name their source.
    public static let all: [ListSource] = {
        let files: [DataFile] = [
            .countries, .countryGroups, .countryNames, .places, .forms, .subjects, .targets, .assistanceTypes,
            .definitions,
        ]
        return files.compactMap { file in
            guard let head = try? file.decode(Head.self) else { return nil }
            return ListSource(name: file.name, sources: head.source, asOf: head.asOf ?? "")
        }
    }()

    private struct Head: Decodable {
        let source: [String]
        let asOf: String?
    }
}
