/// A type of assistance by its identifier, such as `training` or `training.workshop`.
public struct AssistanceTypeID: KnownCode, Labelled {
    public static var listName: String { "types of assistance" }

    public let description: String

    /// Nil for what is not in the tree.
    public init?(_ text: String) {
        let id = AssistanceTypeID(listed: text)
        guard Vocabulary.standard.assistanceTypeByID[id] != nil else { return nil }
        self = id
    }

    /// For the reading of the lists themselves.
    init(listed id: String) { description = id }

    public var type: AssistanceType {
        guard let type = Vocabulary.standard.assistanceTypeByID[self] else {
            preconditionFailure("only listed types are made: \(description)")
        }
        return type
    }

    public var labels: Labels { type.labels }

    /// The broader type; nil at the top.
    public var parent: AssistanceTypeID? {
        guard let dot = description.lastIndex(of: ".") else { return nil }
        return AssistanceTypeID(listed: String(description[..<dot]))
    }

    /// 1 at the top, at most 3.
    public var level: Int { description.count { $0 == "." } + 1 }

    public var children: [AssistanceTypeID] {
        Vocabulary.standard.assistanceTypes.map(\.id).filter { $0.parent == self }
    }

    /// True for the type itself and all below it.
    public func covers(_ other: AssistanceTypeID) -> Bool {
        other == self || other.description.hasPrefix(description + ".")
    }
}

/// A kind of help that can be asked for or offered.
public struct AssistanceType: Sendable, Identifiable, Labelled {
    public let id: AssistanceTypeID
    public let labels: Labels
    /// One sentence, in each language.
    public let definition: Labels
}

extension Vocabulary {
    /// The types at the top of the tree, in the order they are shown.
    public var topAssistanceTypes: [AssistanceType] { assistanceTypes.filter { $0.id.level == 1 } }
}

/// The reading of `assistance-types.json`.
enum AssistanceTypeList {
    static func read() throws -> [AssistanceType] {
        let file = DataFile.assistanceTypes
        let types = try file.decode(File.self).types.map {
            AssistanceType(id: AssistanceTypeID(listed: $0.id), labels: $0.label, definition: $0.definition)
        }
        let ids = Set(types.map(\.id))
        guard ids.count == types.count else { throw file.damaged("a type stands twice") }
        for id in ids {
            if let parent = id.parent, !ids.contains(parent) { throw file.damaged("\(id) has no parent") }
            guard id.level <= 3 else { throw file.damaged("\(id) lies too deep") }
        }
        return types
    }

    private struct File: Decodable {
        let source: [String]
        let asOf: String
        let types: [Row]
    }

    private struct Row: Decodable {
        let id: String
        let label: Labels
        let definition: Labels
    }
}
