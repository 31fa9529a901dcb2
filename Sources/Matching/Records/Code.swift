import Cooperation
import SearchIndex
import TextAnalysis
import Vocabulary

/// Values of the lists as numbers for the index's facets: the FNV-1a hash of their text, so that a snapshot stays right
/// when a list grows. That no two of one list share a number is tested.
enum Code {
    static let everywhere: UInt32 = 0

    static func of(_ text: String) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }

    static func of(_ value: some KnownCode) -> UInt32 { of(value.description) }
    static func of(_ kind: PaperKind) -> UInt32 { of(kind.rawValue) }
    static func of(_ language: Language) -> UInt32 { of(language.code) }

    static func of(_ coverage: Coverage) -> [UInt32] {
        switch coverage {
        case .everywhere: [everywhere]
        case .countries(let list): list.sorted().map { of($0) }
        }
    }

    /// A country and a theme in one number.
    static func of(_ experience: Experience) -> UInt32 {
        of(experience.country.description + "/" + experience.subject.description)
    }

    /// The term by which a concept stands in the fields of concepts. No word of a text looks like it.
    static func term(_ concept: ConceptID) -> String { "§" + concept.description }
}

/// The way back from numbers to values.
struct CodeTable<Value: Sendable>: Sendable {
    private let values: [UInt32: Value]

    init(_ list: some Sequence<Value>, _ code: (Value) -> UInt32) {
        values = Dictionary(list.map { (code($0), $0) }) { first, _ in first }
    }

    subscript(code: UInt32) -> Value? { values[code] }

    func values(of codes: [UInt32]?) -> [Value] { (codes ?? []).compactMap { values[$0] } }

    func counts(_ counts: [UInt32: Int]?) -> [(Value, Int)] {
        (counts ?? [:]).compactMap { code, count in values[code].map { ($0, count) } }
    }
}

enum CodeTables {
    static let kinds = CodeTable(PaperKind.allCases) { Code.of($0) }
    static let countries = CodeTable(Vocabulary.standard.countries.map(\.code)) { Code.of($0) }
    static let subjects = CodeTable(Vocabulary.standard.subjects.map(\.id)) { Code.of($0) }
    static let targets = CodeTable(FrameworkTarget.allCases) { Code.of($0) }
    static let assistance = CodeTable(Vocabulary.standard.assistanceTypes.map(\.id)) { Code.of($0) }
    static let concepts = CodeTable(Thesaurus.standard.concepts.map(\.id)) { Code.of($0) }
}
