internal import Cooperation
internal import Localisation

/// The sentence for a problem of a field: what is wrong and how to put it right.
extension Words {
    func problem(_ problem: Problem) -> String {
        // A year is no quantity: 1992, not 1 992.
        if problem.field == "year", problem.code == .outOfBounds {
            return self("problems.out-of-years", problem.figures.mapValues { String($0) })
        }
        let values = problem.figures.mapValues { number($0) }
        return self(MessageKey("problems.\(problem.code.rawValue)"), values)
    }
}

/// The problems of a form, by field, as fields and the summary on top show them.
struct FormProblems: Sendable {
    private let all: [(field: String, text: String)]

    static let none = FormProblems(all: [])

    init(_ problems: [Problem], _ words: Words) {
        all = problems.map { ($0.field, words.problem($0)) }
    }

    private init(all: [(field: String, text: String)]) { self.all = all }

    subscript(field: String) -> String? { all.first { $0.field == field }?.text }

    /// Each with the name of its question, where it has one: "Please answer this" six times would tell nothing.
    ///
    /// - Parameter own: the question of a field, where the form words it in its own way.
    func summary(_ words: Words, naming own: [String: MessageKey] = [:]) -> ErrorSummary {
        ErrorSummary(
            words: words,
            problems: all.map { field, text in
                guard let name = own[field] ?? Self.names(of: field).first(where: words.has) else {
                    return (field, text)
                }
                return (field, words("common.named-problem", ["field": words(name), "problem": text]))
            })
    }

    private static func names(of field: String) -> [MessageKey] {
        field.hasPrefix("verdict-")
            ? [MessageKey("desk.q-criterion-\(field.dropFirst(8))")]
            : [
                MessageKey("history.field-\(field)"), MessageKey("request.q-\(field)"), MessageKey("need.q-\(field)"),
            ]
    }
}
