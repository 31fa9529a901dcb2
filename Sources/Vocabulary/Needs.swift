/// What a need is a need of.
public enum NeedKind: String, Codable, CaseIterable, Comparable, Labelled, Sendable {
    case technology
    case capacity
    /// Something in the way, or a gap that is none of the others.
    case barrier
    case finance
    case information
    case institutional
    case research

    public var labels: Labels { Vocabulary.standard.needs.kinds[self] }

    public static func < (left: NeedKind, right: NeedKind) -> Bool { left.rawValue < right.rawValue }
}

/// How pressing a text says that a need is. A text that says nothing of it has none.
public enum NeedUrgency: String, Codable, CaseIterable, Labelled, Sendable {
    case urgent
    case priority

    public var labels: Labels { Vocabulary.standard.needs.urgencies[self] }
}

/// The labels of `needs.json`.
struct NeedLabels: Sendable {
    let kinds: LabelTable<NeedKind>
    let urgencies: LabelTable<NeedUrgency>

    init() throws {
        let file = DataFile.needs
        let rows = try file.decode(File.self)
        kinds = try LabelTable(rows.kinds, of: file)
        urgencies = try LabelTable(rows.urgencies, of: file)
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let kinds: [LabelRow]
        let urgencies: [LabelRow]
    }
}
