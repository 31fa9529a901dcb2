internal import Cooperation
internal import Localisation
internal import WebSupport

/// A form that was sent and could not be taken: it is shown again as it was typed, with what is wrong in it.
struct Attempt: Sendable {
    let route: SiteRoute
    let form: Form
    let problems: FormProblems
    /// It was right, but came too late: the request has moved on meanwhile.
    private(set) var isTooLate = false

    static func tooLate(_ route: SiteRoute, _ form: Form, _ words: Words) -> Attempt {
        var attempt = Attempt(route, form, [], words)
        attempt.isTooLate = true
        return attempt
    }

    /// - Parameter names: the form's own name of a paper's field, where it differs.
    init(_ route: SiteRoute, _ form: Form, _ problems: [Problem], names: [String: String] = [:], _ words: Words) {
        self.route = route
        self.form = form
        self.problems = FormProblems(
            problems.map { problem in
                var problem = problem
                problem.field = names[problem.field] ?? problem.field
                return problem
            }, words)
    }
}

extension Attempt {
    /// What stands on top of the page: the problems, or for who came too late the texts to copy.
    func summary(_ words: Words) -> HTML {
        guard isTooLate else { return problems.summary(words).html() }
        let texts = form.withoutHiddenFields.longTexts
        return Notice(
            tone: .act, title: words("errors.illegal-title"),
            body: """
                <p>\(words("errors.illegal"))</p><h3>\(words("errors.typed"))</h3>\
                \(texts.map { "<pre dir=\"auto\">\($0)</pre>" as HTML })
                """
        ).html()
    }
}

extension Form {
    /// What somebody would miss.
    var longTexts: [String] {
        fields.sorted { $0.key < $1.key }.flatMap(\.value).filter { $0.count > 20 }
    }

    /// The form without the fields that tie it to a browser, to show again what was typed.
    var withoutHiddenFields: Form { Form(fields: fields.filter { !$0.key.hasPrefix("form-") }) }

    /// A whole number; what is not one becomes a problem of its field.
    func number(_ name: String, _ problems: inout [Problem]) -> Int? {
        do {
            return try integer(name)
        } catch {
            problems.append(Problem(field: name, code: .notANumber))
            return nil
        }
    }

    /// A day as browsers send it; what is not one becomes a problem of its field.
    func day(_ name: String, _ problems: inout [Problem]) -> CalendarDay? {
        let text = typed(name).trimmingBlanks
        if text.isEmpty { return nil }
        guard let day = CalendarDay(text) else {
            problems.append(Problem(field: name, code: .notADay))
            return nil
        }
        return day
    }
}
