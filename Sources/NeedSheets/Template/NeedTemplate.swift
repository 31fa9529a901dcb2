import Cooperation
public import Foundation
public import Localisation
import Sheets
import TextAnalysis
public import Vocabulary

/// The template of needs as a workbook (N1): to fill in offline, in any of the six languages, and to send back.
public enum NeedTemplate {
    /// Lines for needs.
    public static let lines = 200

    /// - Parameter country: filled in already where it is known.
    public static func workbook(_ words: Words, country: CountryCode? = nil) throws -> Data {
        let lists = Lists(words)
        return try WorkbookWriter.write([form(words, country, lists), help(words), lists.plan])
    }

    static let firstLine = 7

    private static func form(_ words: Words, _ country: CountryCode?, _ lists: Lists) -> SheetPlan {
        let columns = TemplateColumn.all
        let rows: [[PlannedCell]] = [
            [PlannedCell(words("need.template-title"), look: .title)],
            [PlannedCell(words("need.template-how"), look: .note)],
            [
                PlannedCell(words("common.country"), look: .label),
                PlannedCell(country.map { $0.country.name(in: words.language) } ?? "", look: .input),
            ],
            [],
            columns.map { PlannedCell($0.label(words), look: .heading) },
            columns.map { PlannedCell(hint($0.field, words), look: .note) },
        ]
        let blank = columns.map { _ in PlannedCell(nil, look: .input) }
        return SheetPlan(
            name: words("need.sheet-needs"), widths: columns.map(\.width),
            rows: rows + Array(repeating: blank, count: lines), headRows: firstLine - 1, headColumns: 1,
            isRightToLeft: words.language.isRightToLeft, rules: rules(words, lists))
    }

    private static func hint(_ field: TemplateColumn.Field, _ words: Words) -> String {
        let hint = words(MessageKey("need.h-\(field.rawValue)"))
        return field.isExpected ? "\(words("need.expected")) \(hint)" : hint
    }

    private static func rules(_ words: Words, _ lists: Lists) -> [EntryRule] {
        let range = firstLine...(firstLine + lines - 1)
        var rules = [
            EntryRule(
                columns: 2...2, rows: 3...3, kind: lists.rule(.country), hintTitle: words("common.country"),
                refusal: words("need.choose-from-list"))
        ]
        for (index, column) in TemplateColumn.all.enumerated() {
            let place = (index + 1)...(index + 1)
            let kind: EntryRule.Kind? =
                switch column.field {
                case .statement, .purpose, .causes, .remedy: .length(upTo: 3000)
                case .source: .length(upTo: 500)
                case .year: .wholeNumber(Need.years)
                case .due: nil
                default: lists.rule(.field(column.field))
                }
            guard let kind else { continue }
            rules.append(
                EntryRule(
                    columns: place, rows: range, kind: kind, hintTitle: column.label(words),
                    hint: words(MessageKey("need.h-\(column.field.rawValue)")),
                    refusal: words("need.choose-from-list")))
        }
        return rules
    }

    /// The two words everybody has to understand alike, and what each column asks.
    private static func help(_ words: Words) -> SheetPlan {
        let language = words.language
        let definitions: [[PlannedCell]] = [
            [
                PlannedCell(words("request.definition-need"), look: .label),
                PlannedCell(Definition.need.texts[language]),
            ],
            [
                PlannedCell(words("request.definition-technology"), look: .label),
                PlannedCell(Definition.technology.texts[language]),
            ],
        ]
        let fields = TemplateColumn.Field.allCases.map { field in
            [
                PlannedCell(words(MessageKey("need.c-\(field.rawValue)")), look: .label),
                PlannedCell(hint(field, words)),
            ]
        }
        return SheetPlan(
            name: words("need.sheet-help"), widths: [30, 100],
            rows: [[PlannedCell(words("need.template-title"), look: .title)], []] + definitions + [[]] + fields,
            isRightToLeft: language.isRightToLeft)
    }
}
