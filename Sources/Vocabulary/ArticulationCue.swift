public import TextAnalysis

/// What certain words tell of a need somebody is writing down. They decide advice only, never whether something is taken.
public enum ArticulationCue: String, Codable, CaseIterable, CodingKeyRepresentable, Sendable {
    /// Something is missing or in the way.
    case barrier
    /// Something will be different afterwards.
    case result
    /// Money is hoped for.
    case money
    /// Words that fit every need and therefore tell of none.
    case general

    /// Words and phrases in their usual form.
    public func phrases(in language: Language) -> [String] {
        Self.all[self]?[language.code] ?? []
    }

    private static let all: [ArticulationCue: [String: [String]]] = {
        do {
            return try read()
        } catch {
            preconditionFailure("compiled-in articulation cues: \(error)")
        }
    }()

    /// Reads `articulation-cues.json`; every cue must have phrases in every language.
    static func read() throws -> [ArticulationCue: [String: [String]]] {
        let file = DataFile.articulationCues
        let cues = try file.decode(File.self).cues
        for cue in allCases {
            for language in Language.allCases where cues[cue]?[language.code, default: []].isEmpty ?? true {
                throw file.damaged("\(cue) has nothing in \(language.code)")
            }
        }
        return cues
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let cues: [ArticulationCue: [String: [String]]]
    }
}
