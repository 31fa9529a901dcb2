public import TextAnalysis

/// A concept of the thesaurus by its identifier.
public struct ConceptID: KnownCode, Labelled {
    public static var listName: String { "concepts" }

    public let description: String

    /// Nil for what is not in the thesaurus.
    public init?(_ text: String) {
        let id = ConceptID(listed: text)
        guard Thesaurus.standard.contains(id) else { return nil }
        self = id
    }

    /// For the reading of the thesaurus itself.
    init(listed id: String) { description = id }

    public var labels: Labels {
        guard let concept = Thesaurus.standard[self] else {
            preconditionFailure("only listed concepts are made: \(description)")
        }
        return concept.labels
    }
}

/// What kind of thing a concept is: the top of its branch.
public enum ConceptFacet: String, Codable, CaseIterable, Sendable {
    case ecosystem
    case taxon
    case process
    case place
    case threat
    case sector
    case measure
    case method
    case instrument
    case technology
    case need
    case people
    case finance
    case knowledge
    case cooperation
}

/// A notion of biodiversity or of cooperation, whatever word names it in whatever language.
public struct Concept: Sendable, Identifiable, Labelled {
    public let id: ConceptID
    public let facet: ConceptFacet
    /// More general concepts; none only at the top of a facet.
    public let broader: [ConceptID]
    /// Concepts that go with it, both ways.
    public internal(set) var related: [ConceptID]
    /// Themes it belongs to. Subject terms that are no themes (bodies, headings) are dropped when read.
    public let subjects: [SubjectID]
    public let frameworkTargets: [FrameworkTarget]
    public let aichiTargets: [AichiTarget]
    /// The preferred name in each language.
    public let labels: Labels
    /// Other names by language, without the preferred one.
    public let otherLabels: [Language: [String]]
    /// One sentence each in English and French.
    public let definitions: [Language: String]

    /// The preferred name, then the others.
    public func names(in language: Language) -> [String] {
        [labels[language]] + otherLabels[language, default: []]
    }

    /// The definition in a language, or in English where there is none.
    public func definition(in language: Language) -> String {
        definitions[language] ?? definitions[.english, default: ""]
    }
}
