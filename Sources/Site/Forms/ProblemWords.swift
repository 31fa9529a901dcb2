internal import Cooperation
internal import Localisation

/// The sentence for a problem of a field: what is wrong and how to put it right.
extension Words {
    func problem(_ problem: Problem) -> String {
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

    func summary(_ words: Words) -> ErrorSummary { ErrorSummary(words: words, problems: all) }
}
