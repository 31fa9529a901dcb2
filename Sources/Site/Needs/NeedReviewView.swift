internal import Cooperation
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The last step: all answers once more, each with the way back to its question.
struct NeedReviewView {
    let visit: Visit
    let form: Form
    let problems: FormProblems

    private var words: Words { visit.words }

    func html() -> HTML {
        NeedStep.allCases.filter { $0 != .review }.map { step in
            """
            <section><h3>\(words(MessageKey("need.step-\(step.name)")))</h3>
            \(facts(step.fields.map { (words(MessageKey("need.q-\($0)")), answer($0)) }))
            \(submitButton(words("need.change"), name: "go", value: step.name))</section>
            """ as HTML
        }.joined()
    }

    private func answer(_ field: String) -> HTML {
        let values = form.fields[field, default: []].filter { !$0.isEmpty }
        let said =
            values.isEmpty
            ? "<span class=\"quiet\">\(words("need.not-answered"))</span>" as HTML
            : values.map { "<p>\(bdi: label($0, of: field))</p>" as HTML }.joined()
        guard let problem = problems[field] else { return said }
        return "\(said)<p class=\"problem\" id=\"\(field)\">\(problem)</p>"
    }

    /// What a code means to a reader; what is no code stays as it was typed.
    private func label(_ value: String, of field: String) -> String {
        let language = visit.language
        let named: String? =
            switch field {
            case "country": CountryCode(value).map { visit.name($0) }
            case "lack": Need.Lack(rawValue: value).map { words(MessageKey("record.lack-\($0.rawValue)")) }
            case "level": Need.Level(rawValue: value).map { words(MessageKey("need.level-\($0.rawValue)")) }
            case "priority": Need.Priority(rawValue: value).map { words(MessageKey("need.priority-\($0.rawValue)")) }
            case "conventions":
                RioConvention(rawValue: value).map { words(MessageKey("need.convention-\($0.rawValue)")) }
            case "holders": BeneficiaryType(rawValue: value)?.label(in: language)
            case "assistance": AssistanceTypeID(value)?.label(in: language)
            case "heading": NeedHeading(rawValue: value)?.label(in: language)
            case "subjects": SubjectID(value)?.label(in: language)
            case "targets": FrameworkTarget(value).map { visit.name(of: $0) }
            case "due": CalendarDay(value).map { visit.day($0) }
            default: nil
            }
        return named ?? value
    }
}
