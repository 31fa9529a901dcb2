import Foundation
import TextAnalysis

/// One line of the thesaurus files.
struct ConceptRow: Decodable {
    let id: String
    let facet: ConceptFacet
    let broader: [String]
    let related: [String]
    let subjects: [String]
    let gbf: [Int]
    let aichi: [Int]
    let names: [Language: [String]]
    let definitions: [Language: String]

    private enum Key: String, CodingKey {
        case id
        case facet
        case broader
        case related
        case subjects
        case gbf
        case aichi
        case def
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        facet = try values.decode(ConceptFacet.self, forKey: .facet)
        broader = try values.decode([String].self, forKey: .broader)
        related = try values.decode([String].self, forKey: .related)
        subjects = try values.decode([String].self, forKey: .subjects)
        gbf = try values.decode([Int].self, forKey: .gbf)
        aichi = try values.decode([Int].self, forKey: .aichi)
        let byLanguage = try decoder.container(keyedBy: PlainKey.self)
        var names: [Language: [String]] = [:]
        for language in Language.allCases {
            names[language] = try byLanguage.decode([String].self, forKey: PlainKey(stringValue: language.code))
        }
        self.names = names
        let texts = try values.decode([String: String].self, forKey: .def)
        var definitions: [Language: String] = [:]
        for language in Language.allCases { definitions[language] = texts[language.code] }
        self.definitions = definitions
    }

    /// The concept it describes. `leftOut` are subject terms that may be named but are no themes.
    func concept(in vocabulary: Vocabulary) throws -> Concept {
        let subjects = subjects.map(SubjectID.init(listed:))
        for subject in subjects where vocabulary.subjectByID[subject] == nil {
            guard vocabulary.subjectsLeftOut.contains(subject) else { throw damaged("unknown subject \(subject)") }
        }
        guard let labels = Labels(names.compactMapValues(\.first)) else { throw damaged("a language has no label") }
        for language in [Language.english, .french] where definitions[language, default: ""].isEmpty {
            throw damaged("no definition in \(language.ownName)")
        }
        return Concept(
            id: ConceptID(listed: id), facet: facet, broader: broader.map(ConceptID.init(listed:)),
            related: related.map(ConceptID.init(listed:)),
            subjects: subjects.filter { vocabulary.subjectByID[$0] != nil },
            frameworkTargets: try gbf.map { try target($0, FrameworkTarget.init(number:)) },
            aichiTargets: try aichi.map { try target($0, AichiTarget.init(number:)) },
            labels: labels, otherLabels: names.mapValues { Array($0.dropFirst()) }, definitions: definitions)
    }

    private func target<Target>(_ number: Int, _ make: (Int) -> Target?) throws -> Target {
        guard let target = make(number) else { throw damaged("no target \(number)") }
        return target
    }

    private func damaged(_ reason: String) -> VocabularyError {
        .damagedList(name: "thesaurus", reason: "\(id): \(reason)")
    }
}
