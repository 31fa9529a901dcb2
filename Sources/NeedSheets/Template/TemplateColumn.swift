public import Localisation

/// A column of the template of needs.
public struct TemplateColumn: Hashable, Sendable {
    public enum Field: String, CaseIterable, Sendable {
        case statement, purpose, lack, heading, level, biodiversity, climate, desertification, priority, causes, remedy,
            subjects, targets, assistance, holders, year, due, source

        /// How many columns it has: a cell holds one choice.
        var columns: Int {
            switch self {
            case .subjects, .targets, .assistance: 3
            case .holders: 2
            default: 1
            }
        }

        /// What must be filled in.
        var isExpected: Bool {
            switch self {
            case .statement, .lack, .level, .biodiversity, .priority, .causes, .assistance: true
            default: false
            }
        }
    }

    public let field: Field
    /// From 1, where the field has several.
    public let number: Int

    /// All of them from left to right.
    public static let all = Field.allCases.flatMap { field in
        (1...field.columns).map { TemplateColumn(field: field, number: $0) }
    }

    /// Its heading.
    public func label(_ words: Words) -> String {
        let name = words(MessageKey("need.c-\(field.rawValue)"))
        return field.columns > 1 ? "\(name) \(words.number(number))" : name
    }

    /// In characters.
    var width: Double {
        switch field {
        case .statement: 48
        case .purpose, .causes, .remedy: 36
        case .heading, .subjects, .targets, .assistance: 30
        case .source: 28
        case .biodiversity, .climate, .desertification, .year: 13
        default: 18
        }
    }
}
