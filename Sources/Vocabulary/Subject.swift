/// A subject of the Convention by the identifier of its clearing-house, such as `CBD-SUBJECT-MAR`.
public struct SubjectID: KnownCode, Labelled {
    public static var listName: String { "subjects" }

    public let description: String

    /// Nil for what is not on the list.
    public init?(_ text: String) {
        let id = SubjectID(listed: text)
        guard Vocabulary.standard.subjectByID[id] != nil else { return nil }
        self = id
    }

    /// For the reading of the lists themselves.
    init(listed id: String) { description = id }

    public var subject: Subject {
        guard let subject = Vocabulary.standard.subjectByID[self] else {
            preconditionFailure("only listed subjects are made: \(description)")
        }
        return subject
    }

    public var labels: Labels { subject.labels }
}

/// A theme of biodiversity cooperation: a thematic programme, a cross-cutting issue or a means of implementation.
public struct Subject: Sendable, Identifiable, Labelled {
    public let id: SubjectID
    public let group: SubjectGroup
    public let labels: Labels
}

/// How subjects are grouped where one is chosen.
public enum SubjectGroup: String, Codable, CaseIterable, Labelled, Sendable {
    case biomes
    case crossCutting = "cross-cutting"
    case protocols
    case implementation

    public var labels: Labels { Vocabulary.standard.subjectGroups[self] }

    public var subjects: [Subject] { Vocabulary.standard.subjects.filter { $0.group == self } }
}

/// The content of `subjects.json`.
struct SubjectList {
    let groups: LabelTable<SubjectGroup>
    let subjects: [Subject]
    /// Subject terms of the clearing-house that are no themes: bodies, anniversaries, headings.
    let leftOut: Set<SubjectID>

    init() throws {
        let file = DataFile.subjects
        let content = try file.decode(File.self)
        groups = try LabelTable(content.groups, of: file)
        subjects = content.subjects.map {
            Subject(id: SubjectID(listed: $0.id), group: $0.group, labels: $0.label)
        }
        leftOut = Set(content.leftOut.map(SubjectID.init(listed:)))
        guard leftOut.isDisjoint(with: subjects.map(\.id)) else { throw file.damaged("a subject is in and left out") }
        guard Set(subjects.map(\.id)).count == subjects.count else { throw file.damaged("a subject stands twice") }
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let groups: [LabelRow]
        let subjects: [Row]
        let leftOut: [String]
    }

    private struct Row: Decodable {
        let id: String
        let group: SubjectGroup
        let label: Labels
    }
}
