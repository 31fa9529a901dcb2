import Foundation
public import TextAnalysis

/// The concepts of biodiversity and of cooperation, with their names in six languages and how they hang together.
///
/// A value is sound: identifiers are unique, every link leads somewhere, no concept lies above itself, and every concept
/// lies under the top of a facet. That a name belongs to one concept only is proved by the tests, since the data are
/// compiled in and that check takes a third of the reading.
public struct Thesaurus: Sendable {
    /// All concepts, by identifier.
    public let concepts: [Concept]

    /// Names that are words of every day too, by language and name.
    let everyday: [Language: [String: EverydayName]]

    private let positions: [ConceptID: Int]
    private let narrowerIDs: [ConceptID: [ConceptID]]
    private let distances: [ConceptID: [ConceptID: Int]]

    /// The one thesaurus, read when it is first asked for; as with `Vocabulary.standard`, only damaged compiled-in
    /// data can fail.
    public static let standard: Thesaurus = {
        do {
            return try Thesaurus(reading: [DataFile.thesaurusNature, .thesaurusCooperation])
        } catch {
            preconditionFailure("compiled-in thesaurus: \(error)")
        }
    }()

    init(reading files: [DataFile]) throws {
        let decoder = JSONDecoder()
        var concepts: [Concept] = []
        for file in files {
            for (number, line) in try file.contents().split(separator: UInt8(ascii: "\n")).enumerated() {
                do {
                    concepts.append(try decoder.decode(ConceptRow.self, from: line).concept(in: .standard))
                } catch let error as DecodingError {
                    throw file.damaged("line \(number + 1): \(error)")
                }
            }
        }
        try self.init(concepts, everyday: try EverydayName.reading(.thesaurusEveryday))
    }

    /// Throws `VocabularyError.damagedList` with the first rule that is broken.
    init(_ unordered: [Concept], everyday: [EverydayName] = []) throws {
        var concepts = unordered.sorted { $0.id < $1.id }
        let positions = Dictionary(zip(concepts.map(\.id), concepts.indices)) { first, _ in first }
        guard positions.count == concepts.count else { throw ThesaurusCheck.damaged("an identifier stands twice") }
        try ThesaurusCheck.links(of: concepts, known: Set(positions.keys))

        var narrower: [ConceptID: [ConceptID]] = [:]
        var related: [ConceptID: Set<ConceptID>] = [:]
        for concept in concepts {
            for broader in concept.broader { narrower[broader, default: []].append(concept.id) }
            for other in concept.related {
                related[concept.id, default: []].insert(other)
                related[other, default: []].insert(concept.id)
            }
        }
        for index in concepts.indices {
            concepts[index].related = related[concepts[index].id, default: []].sorted()
        }
        try ThesaurusCheck.everyday(everyday, of: concepts)
        self.concepts = concepts
        self.everyday = Dictionary(grouping: everyday, by: \.language).mapValues { names in
            Dictionary(names.map { ($0.name, $0) }) { first, _ in first }
        }
        self.positions = positions
        narrowerIDs = narrower
        distances = try ThesaurusCheck.distances(of: concepts, narrower: narrower)
    }

    public subscript(id: ConceptID) -> Concept? {
        positions[id].map { concepts[$0] }
    }

    public func contains(_ id: ConceptID) -> Bool { positions[id] != nil }

    /// Concepts directly below, by identifier.
    public func narrower(than id: ConceptID) -> [ConceptID] { narrowerIDs[id, default: []] }

    /// All concepts above, with the fewest steps up to each (1 for a direct one).
    public func ancestors(of id: ConceptID) -> [ConceptID: Int] { distances[id, default: [:]] }

    /// These in their order without those that lie above another of them: where "invasive alien species" stands, "species"
    /// tells nothing more.
    public func narrowest(of ids: [ConceptID]) -> [ConceptID] {
        ids.filter { id in !ids.contains { ancestors(of: $0)[id] != nil } }
    }

    /// All concepts below, in any number of steps.
    public func descendants(of id: ConceptID) -> Set<ConceptID> {
        Set(distances.filter { $0.value[id] != nil }.keys)
    }

    /// Every name in a language with its concept, preferred names first for each, in the order of identifiers.
    public func names(in language: Language) -> [(name: String, concept: ConceptID)] {
        concepts.flatMap { concept in concept.names(in: language).map { ($0, concept.id) } }
    }
}
