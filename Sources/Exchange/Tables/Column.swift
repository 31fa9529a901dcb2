import Cooperation
import TextAnalysis
import Vocabulary

/// A column of the table of one kind: its name, by which a program or an import finds it, and what stands in it.
///
/// Texts in several languages have a column for each: `title.fr`. Lists are codes divided by semicolons.
struct Column<Item>: Sendable {
    let name: String
    private let isLocalized: Bool
    private let cells: @Sendable (Item) -> [Cell]

    init(_ name: String, _ cell: @escaping @Sendable (Item) -> Cell) {
        self.name = name
        isLocalized = false
        cells = { [cell($0)] }
    }

    init(_ name: String, texts: @escaping @Sendable (Item) -> LocalizedText) {
        self.name = name
        isLocalized = true
        cells = { item in
            let text = texts(item)
            return Language.allCases.map { Cell.optional(text[$0]) }
        }
    }

    /// Parts that are texts in several languages, written down as one text in each.
    init(_ name: String, _ written: @escaping @Sendable (Item, Language) -> String) {
        self.name = name
        isLocalized = true
        cells = { item in Language.allCases.map { Cell.optional(written(item, $0)) } }
    }

    var names: [String] { isLocalized ? Language.allCases.map { "\(name).\($0.code)" } : [name] }

    func cells(of item: Item) -> [Cell] { cells(item) }
}

extension Coverage {
    /// As a column of codes has it: `everywhere`, or countries.
    var cell: Cell {
        switch self {
        case .everywhere: .text(Coverage.everywhereName)
        case .countries(let list): .list(list.sorted().map(\.description))
        }
    }

    static let everywhereName = "everywhere"
}

extension [Link] {
    var cell: Cell { .list(map(\.address)) }
}
