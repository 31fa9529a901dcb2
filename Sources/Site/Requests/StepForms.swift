internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

/// The forms of the steps in a request. Each keeps what was typed when it comes back.
struct StepForms {
    let it: RequestCase
    let attempt: Attempt?
    var place = StepPlace.request
    /// The help desk's ready texts, where its officer writes.
    var wordings: [Filed<Wording>] = []

    var visit: Visit { it.visit }
    var words: Words { visit.words }

    /// The form of a step of the people who ask, pass, answer and cooperate; nil for steps that have their own page.
    func form(_ step: Step) -> HTML? {
        switch step {
        case .submit: submission
        case .revise: buttons(visit.link(words("request.edit"), .request(it.id, .editRequest)).button())
        case .withdraw: withdrawal
        case .endorse: position
        case .object: stance(.objection, look: .danger)
        case .ask: stance(.question)
        case .answerQuestion: questionAnswer
        case .reply: it.awaitingReply.isEmpty ? nil : replies
        case .plan: plan
        case .pledge: visit.viewer.organisations.isEmpty ? nil : pledge
        case .report: report
        case .close: closing
        case .write: message
        case .rate: rating.isEmpty ? nil : rating
        case .triage, .decline, .answer, .introduce, .note, .passInSilence, .remind, .lapse: nil
        case .charge, .hold, .task, .nudge, .refer: nil
        }
    }

    /// The attempt at this form, if that is what came back. Of several forms of one route, a hidden field tells which.
    func attempt(_ route: SiteRoute, _ name: String? = nil, _ value: String = "") -> Attempt? {
        guard let attempt, attempt.route == route else { return nil }
        return name.map { attempt.form.typed($0) == value } ?? true ? attempt : nil
    }

    func form(
        _ route: SiteRoute, _ attempt: Attempt?, hidden: [(String, String)] = [], _ content: HTML
    ) -> HTML {
        let from = [(StepPlace.fieldName, place.rawValue)] + hidden
        return visit.form(
            to: .request(it.id, route), key: attempt?.form.key,
            """
            \(from.map { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML })\(content)
            """)
    }

    /// A question with its label and hint from the catalogues: `request.q-<name>`, `request.hint-<name>`.
    func field(
        _ name: String, _ attempt: Attempt?, as key: String? = nil, isOptional: Bool = false
    ) -> Field {
        let key = key ?? name
        let hint = MessageKey("request.hint-\(key)")
        return Field(
            words: words, name: name, label: words(MessageKey("request.q-\(key)")),
            hint: words.has(hint) ? words(hint) : nil, problem: attempt?.problems[name], isOptional: isOptional)
    }

    func typed(_ name: String, _ attempt: Attempt?, or other: String = "") -> String {
        attempt.map { $0.form.typed(name) } ?? other
    }

    /// A single text and a button.
    private func letter(
        _ route: SiteRoute, _ name: String, isOptional: Bool = false, look: ButtonLook = .ordinary, lines: Int = 5
    ) -> HTML {
        let attempt = attempt(route)
        return form(
            route, attempt,
            """
            \(field(name, attempt, isOptional: isOptional).area(typed(name, attempt), lines: lines))\
            \(buttons(submitButton(words(MessageKey("request.send-\(name)")), look)))
            """)
    }

    var message: HTML {
        let attempt = attempt(.message)
        return form(
            .message, attempt,
            """
            \(field("message", attempt).area(typed("message", attempt), lines: 4))\(readyTexts(attempt, of: "message"))\
            \(buttons(submitButton(words("request.send-message"))))
            """)
    }

    /// To put a ready text into the field, below what stands there already.
    func readyTexts(_ attempt: Attempt?, of form: String) -> HTML {
        guard !wordings.isEmpty else { return HTML() }
        let choices = wordings.map { Choice(value: $0.id.rawValue, label: visit.plain($0.body.name)) }
        let field = Field(
            words: words, name: "wording", label: words("casework.insert"), hint: words("casework.insert-hint"),
            form: form)
        return """
            <div class="insert">\(field.select(choices, chosen: typed("wording", attempt)))\
            \(buttons(submitButton(words("casework.insert-button"), .plain, name: "insert", value: "yes")))</div>
            """
    }

    /// How the help of each partner was, said by who asked.
    var rating: HTML {
        let accepted = it.dossier.introductions.filter { it.dossier.fate(of: $0) == .accepted }
        return accepted.compactMap { introduction -> HTML? in
            guard let side = it.side(in: introduction) else { return nil }
            let isRequester = side == .requester
            let attempt = attempt(.feedback, "introduction", introduction.id.rawValue)
            let last = it.dossier.feedback.last {
                $0.body.introduction == introduction.id && $0.body.side == side
            }?.body
            let points = Feedback.bounds.map {
                Choice(value: String($0), label: words(MessageKey("promote.\(isRequester ? "points" : "with")-\($0)")))
            }
            // The form that was sent back keeps the ids its summary of problems links to.
            let own = attempt == nil ? introduction.id.rawValue : nil
            let how = Field(
                words: words, name: "points",
                label: words(isRequester ? "promote.how-was-it" : "promote.how-was-working"),
                problem: attempt?.problems["points"],
                form: own)
            let text = Field(
                words: words, name: "feedback", label: words("promote.feedback"),
                hint: words(isRequester ? "promote.feedback-hint" : "promote.working-hint"),
                problem: attempt?.problems["feedback"], isOptional: true, form: own)
            return """
                <article><h4>\(it.link(introduction.body.candidate))</h4>\
                \(form(.feedback, attempt, hidden: [("introduction", introduction.id.rawValue)],
                    """
                    \(how.radios(points, chosen: typed("points", attempt, or: last.map { String($0.points) } ?? "")))\
                    \(text.area(typed("feedback", attempt, or: last.map { visit.plain($0.text) } ?? ""), lines: 3))\
                    \(buttons(submitButton(words("promote.send-feedback"))))
                    """))</article>
                """ as HTML
        }.joined()
    }

    private var withdrawal: HTML { letter(.withdrawal, "withdrawal", isOptional: true, look: .danger) }

    private var questionAnswer: HTML {
        let question = it.dossier.window?.openQuestion
        return """
            \(question.map { "<blockquote>\(visit.paragraphs($0.body.reason))</blockquote>" as HTML })\
            \(letter(.questionAnswer, "question-answer", look: .act))
            """
    }

    private func part(_ part: DraftPart) -> SitePath {
        .request(it.id, .editRequest).with(DraftPart.fieldName, part.rawValue)
    }

    /// Everything that is missing is named at once; when nothing is, one button sends the request.
    private var submission: HTML {
        let missing = it.request.problemsOfSubmission()
        let edit = visit.link(words("request.edit"), .request(it.id, .editRequest))
        guard missing.isEmpty else {
            return """
                <p>\(words("request.missing", count: missing.count))</p><ul>\(missing.map { problem in
                    let name = words(MessageKey("request.asked-\(problem.field.prefix { $0 != "." })"))
                    let place = visit.address(part(DraftPart.part(of: problem.field)))
                    return "<li><a href=\"\(place)\"><b>\(name)</b></a>: \(words.problem(problem))</li>" as HTML
                })</ul>\(buttons(visit.link(words("request.complete"), part(DraftPart.part(of: missing[0].field))).button(.act)))
                """
        }
        let explanation = it.view.standings.contains(.focalPoint) ? "request.submit-own" : "request.submit-body"
        return """
            <p>\(words(MessageKey(explanation), count: it.dossier.rule.workingDays))</p>\
            \(form(.submission, attempt(.submission), buttons(submitButton(words("request.submit"), .act), edit.button())))
            """
    }
}
