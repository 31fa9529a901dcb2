import Foundation
import NeedsMiningFiles
public import TextAnalysis
public import Vocabulary

/// A statement somebody has judged.
public struct NeedExample: Hashable, Sendable {
    public var text: String
    public var language: Language
    public var isNeed: Bool
    /// Nil where it is none, or nobody said.
    public var kind: NeedKind?
    /// Examples of one group are never on both sides of a test: a country, or one meaning in six languages.
    public var group: String
    /// The section it stands in.
    public var heading: String?

    public init(
        text: String, language: Language, isNeed: Bool, kind: NeedKind?, group: String, heading: String? = nil
    ) {
        self.text = text
        self.language = language
        self.isNeed = isNeed
        self.kind = kind
        self.group = group
        self.heading = heading
    }

    private static let ownGroups = "own "
    var isOwn: Bool { group.hasPrefix(Self.ownGroups) }

    /// Our own statements in six languages, compiled in: the same meanings in each.
    public static let own: [NeedExample] = {
        let bytes = UnsafeRawBufferPointer(start: needs_mining_examples_bytes(), count: Int(needs_mining_examples_size))
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 5, let language = Language(rawValue: cells[3]) else {
                preconditionFailure("compiled-in examples: \(line)")
            }
            return NeedExample(
                text: cells[4], language: language, isNeed: cells[1] == "need", kind: NeedKind(rawValue: cells[2]),
                group: ownGroups + cells[0])
        }
    }()

    /// Reads a table with the columns `label` (need or other), `need_type`, `iso2`, `sector`, `text`, and perhaps `language`.
    public static func read(_ text: String) throws(NeedsMiningError) -> [NeedExample] {
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n")
        guard let head = lines.first else { throw .emptyTable }
        let names = head.split(separator: "\t").map(String.init)
        func column(_ name: String) throws(NeedsMiningError) -> Int {
            guard let place = names.firstIndex(of: name) else { throw .columnMissing(name) }
            return place
        }
        let places = (
            label: try column("label"), kind: try column("need_type"), group: try column("iso2"),
            text: try column("text")
        )
        let sector = names.firstIndex(of: "sector")
        let language = names.firstIndex(of: "language")
        var examples: [NeedExample] = []
        for (number, line) in lines.enumerated().dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count >= names.count else { throw .rowTooShort(line: number + 1) }
            let label = cells[places.label]
            guard ["need", "other"].contains(label) else { throw .unknownLabel(line: number + 1, label) }
            examples.append(
                NeedExample(
                    text: cells[places.text], language: language.flatMap { Language(rawValue: cells[$0]) } ?? .english,
                    isNeed: label == "need", kind: NeedKind(rawValue: cells[places.kind]), group: cells[places.group],
                    heading: sector.map { cells[$0] }))
        }
        guard !examples.isEmpty else { throw .emptyTable }
        return examples
    }
}

/// Why a table of examples cannot be used.
public enum NeedsMiningError: Error, Hashable, Sendable, CustomStringConvertible {
    case emptyTable
    case columnMissing(String)
    case rowTooShort(line: Int)
    case unknownLabel(line: Int, String)
    /// Training and testing need both needs and others, of two groups at least.
    case tooFewExamples

    public var description: String {
        switch self {
        case .emptyTable: "the table has no rows"
        case .columnMissing(let name): "the table has no column \(name); it needs label, need_type, iso2 and text"
        case .rowTooShort(let line): "line \(line): fewer cells than the first line has names"
        case .unknownLabel(let line, let label): "line \(line): the label \(label) is neither need nor other"
        case .tooFewExamples: "too few examples: needs and others of at least two countries are wanted"
        }
    }
}
