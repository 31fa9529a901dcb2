import Cooperation
import Foundation
import Localisation
import TextAnalysis
import Vocabulary

/// What may stand in the cells of a column, in a reader's language, and how it is read back in any.
enum TemplateChoices {
    struct Choice: Hashable {
        /// As papers have it.
        let code: String
        let label: String
    }

    /// Nil for columns of free text.
    static func of(_ field: TemplateColumn.Field, _ words: Words) -> [Choice]? {
        let language = words.language
        switch field {
        case .lack: return named(Need.Lack.self, words) { "record.lack-\($0)" }
        case .level: return named(Need.Level.self, words) { "record.level-\($0)" }
        case .priority: return named(Need.Priority.self, words) { "record.priority-\($0)" }
        case .biodiversity, .climate, .desertification:
            return [true, false].map { Choice(code: "\($0)", label: words(MessageKey("need.\($0 ? "yes" : "no")"))) }
        case .heading: return NeedHeading.allCases.map { Choice(code: $0.rawValue, label: $0.label(in: language)) }
        case .subjects:
            return words.sorted(Vocabulary.standard.subjects) { $0.label(in: language) }
                .map { Choice(code: $0.id.description, label: $0.label(in: language)) }
        case .targets:
            return FrameworkTarget.allCases.map {
                Choice(code: $0.description, label: "\(words.number($0.number)). \(shortened($0.label(in: language)))")
            }
        case .assistance:
            return Vocabulary.standard.assistanceTypes.map {
                Choice(code: $0.id.description, label: label($0.id, language))
            }
        case .holders: return BeneficiaryType.allCases.map { Choice(code: $0.rawValue, label: $0.label(in: language)) }
        case .statement, .purpose, .causes, .remedy, .year, .due, .source: return nil
        }
    }

    /// With its broader type in front, so that the list reads as a tree.
    private static func label(_ id: AssistanceTypeID, _ language: Language) -> String {
        id.parent.map { "\($0.label(in: language)) – \(id.label(in: language))" } ?? id.label(in: language)
    }

    private static func named<Value: RawRepresentable & CaseIterable>(
        _: Value.Type, _ words: Words, _ key: (String) -> MessageKey
    ) -> [Choice] where Value.RawValue == String {
        Value.allCases.map { Choice(code: $0.rawValue, label: words(key($0.rawValue))) }
    }

    private static func shortened(_ label: String) -> String {
        label.count > 90 ? label.prefix(89).trimmingCharacters(in: .whitespaces) + "…" : label
    }

    /// The code that each text stands for, in whatever language it was chosen; the codes themselves count too.
    static let codes: [TemplateColumn.Field: [String: String]] = {
        var codes: [TemplateColumn.Field: [String: String]] = [:]
        for field in TemplateColumn.Field.allCases {
            for language in Language.allCases {
                for choice in of(field, Words(language)) ?? [] {
                    codes[field, default: [:]][key(choice.label)] = choice.code
                    codes[field, default: [:]][key(choice.code)] = choice.code
                }
            }
        }
        for target in FrameworkTarget.allCases {
            codes[.targets, default: [:]][String(target.number)] = target.description
        }
        return codes
    }()

    /// A text without what people and programs change about it: case, accents, blanks.
    static func key(_ text: String) -> String {
        Folding.fold(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
