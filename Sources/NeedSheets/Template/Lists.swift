import Localisation
import Sheets
import TextAnalysis
import Vocabulary

/// The hidden sheet with what may be chosen, one column for each list.
struct Lists {
    enum List: Hashable {
        case country
        case field(TemplateColumn.Field)
    }

    static let name = "lists"
    let plan: SheetPlan
    private let places: [List: (column: Int, count: Int)]

    init(_ words: Words) {
        let countries = words.sorted(Vocabulary.standard.countries) { $0.name(in: words.language) }
        var lists: [(List, [String])] = [(.country, countries.map { $0.name(in: words.language) })]
        for field in TemplateColumn.Field.allCases {
            if let choices = TemplateChoices.of(field, words) { lists.append((.field(field), choices.map(\.label))) }
        }
        var places: [List: (column: Int, count: Int)] = [:]
        for (index, list) in lists.enumerated() { places[list.0] = (index + 1, list.1.count) }
        self.places = places
        let height = lists.map(\.1.count).max() ?? 0
        let rows = (0..<height).map { row in
            lists.map { row < $0.1.count ? PlannedCell($0.1[row]) : PlannedCell(nil as CellValue?) }
        }
        plan = SheetPlan(name: Self.name, rows: rows, isHidden: true)
    }

    func rule(_ list: List) -> EntryRule.Kind {
        let place = places[list] ?? (1, 1)
        return .oneOf(sheet: Self.name, column: place.column, rows: 1...max(1, place.count))
    }
}
