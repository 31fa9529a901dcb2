internal import Vocabulary

/// A question of the form in which a record is written, named as the paper's own field. Its label and hint come from the
/// catalogues: `writing.q-<name>`, `writing.hint-<name>`; a kind may have its own (`writing.q-<kind>-<name>`).
struct Question: Sendable {
    enum Kind: Sendable {
        /// A text in one line, or in several; at most so many words.
        case line
        case passage(lines: Int, words: Int?)
        case number, day, money
        /// One of the person's institutions, or any number of them.
        case institution, institutions
        case subjects, targets, languages, links
        case assistance
        /// One country, several by name, or several or all.
        case country, countries, coverage
        case choices([Choice], isSingle: Bool)
        /// So many answers of the same few questions, such as the building blocks of a practice.
        indirect case parts([Question], most: Int)
    }

    let name: String
    let kind: Kind
    var isOptional = false

    static func ask(_ name: String, _ kind: Kind, isOptional: Bool = false) -> Question {
        Question(name: name, kind: kind, isOptional: isOptional)
    }
}

/// How the parts of a question are named in a form: `blocks-2-title` is the title of the second block.
enum PartField {
    static func name(_ question: String, _ place: Int, _ part: String) -> String { "\(question)-\(place)-\(part)" }

    /// The field that says which part of the earlier revision this one was, so that its other languages stay with it.
    static let origin = "of"
}

/// Questions that belong together, under a title: `writing.section-<name>`. The less needed ones fold.
struct QuestionSection {
    let name: String
    var isFolded = false
    let questions: [Question]
}
