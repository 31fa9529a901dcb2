internal import Cooperation
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// The questions of the form with their answers or room for them, as a page to print and as a plain text. Boxes to tick
/// where there are choices.
struct PaperView {
    let visit: Visit
    let form: Form
    /// Nothing is filled in.
    let isEmpty: Bool

    private var words: Words { visit.words }

    private enum Kind {
        /// With how many lines to write on.
        case lines(Int)
        case choices([(value: String, label: String)])
    }

    private struct Question {
        let name: String
        let label: String
        let kind: Kind
    }

    func html() -> HTML {
        """
        <h1>\(words("draft.paper"))</h1>
        <p class="lead">\(words("draft.paper-lead"))</p>
        <p class="no-print">\(words("draft.paper-print"))</p>
        \(parts.map { title, questions in
            "<section class=\"paper\"><h2>\(words(title))</h2>\(questions.map(html))</section>" as HTML
        })
        <section class="paper"><h2>\(words("draft.paper-signature"))</h2>\(room(2))</section>
        """
    }

    /// As a text for a mail: each question on a line, its answer below. Questions without an answer stay, for who fills it in.
    func text() -> String {
        var lines = [words("draft.paper"), words("draft.paper-lead"), ""]
        for (title, questions) in parts {
            lines += ["== \(words(title)) ==", ""]
            for question in questions { lines += [question.label, text(question), ""] }
        }
        return lines.joined(separator: "\r\n")
    }

    private func text(_ question: Question) -> String {
        switch question.kind {
        case .lines: answer(question.name).isEmpty ? "…" : answer(question.name).replacing("\n", with: "\r\n")
        case .choices(let choices):
            choices.map { (form.has($0.value, in: question.name) ? "[x] " : "[ ] ") + $0.label }
                .joined(separator: "\r\n")
        }
    }

    private func answer(_ name: String) -> String { isEmpty ? "" : form.typed(name).trimmingBlanks }

    private func html(_ question: Question) -> HTML {
        switch question.kind {
        case .lines(let count):
            let text = answer(question.name)
            return """
                <h3>\(question.label)</h3>\
                \(if: text.isEmpty, room(count), else: UserText(text: text, language: nil).html())
                """
        case .choices(let choices):
            return """
                <h3>\(question.label)</h3><ul class="boxes">\(choices.map { choice in
                    let isChosen = !isEmpty && form.has(choice.value, in: question.name)
                    let mark = isChosen ? "☒" : "☐"
                    return "<li><span aria-hidden=\"true\">\(mark)</span> \(choice.label)\(if: isChosen, spoken(words("common.step-done")))</li>"
                        as HTML
                })</ul>
                """
        }
    }

    /// Lines to write on.
    private func room(_ lines: Int) -> HTML {
        "<div class=\"room\" aria-hidden=\"true\">\((0..<lines).map { _ in "<i></i>" as HTML })</div>"
    }

    private var parts: [(MessageKey, [Question])] {
        [
            ("request.section-short", [line("problem", 9)] + (1...DraftReading.wishes).flatMap(wish) + [country]),
            ("request.section-who", [plain("organisation", as: "institution-name", institution)]),
            (
                "request.section-what",
                [line("title", 1)] + SubjectGroup.allCases.map(subjects) + [targets, line("priorities", 4), levels]
            ),
            ("request.section-how", [urgencies, languages, line("objectives", 5), line("results", 5)]),
            (
                "request.more-context",
                [line("otherCountries", 2), line("existingInitiatives", 3), line("coFinancing", 3), line("amount", 1)]
            ),
        ]
    }

    private func line(_ name: String, _ lines: Int) -> Question {
        Question(name: name, label: words(MessageKey("request.q-\(name)")), kind: .lines(lines))
    }

    private func plain(_ name: String, as key: String, _ kind: Kind) -> Question {
        Question(name: name, label: words(MessageKey("request.q-\(key)")), kind: kind)
    }

    private func wish(_ number: Int) -> [Question] {
        let types = Vocabulary.standard.topAssistanceTypes.map { ($0.id.description, $0.labels[visit.language]) }
        let label = words("request.q-assistance") + " (" + words.number(number) + ")"
        let chosen = AssistanceTypeID(form.typed("assistance-\(number)"))
        let kind: Kind =
            isEmpty || chosen == nil
            ? .choices(types.map { (value: $0.0, label: $0.1) })
            : .choices(chosen.map { [(value: $0.description, label: $0.label(in: visit.language))] } ?? [])
        return [
            Question(name: "assistance-\(number)", label: label, kind: kind),
            plain("how-\(number)", as: "how", .lines(2)),
        ]
    }

    private var country: Question {
        guard !isEmpty, let code = CountryCode(form.typed("country")) else { return line("country", 1) }
        return plain("country", as: "country", .choices([(code.description, visit.name(code))]))
    }

    private var institution: Kind { .lines(2) }

    private func subjects(_ group: SubjectGroup) -> Question {
        Question(
            name: DraftFormView.name(of: group),
            label: words("request.q-subjects") + " " + group.label(in: visit.language),
            kind: .choices(group.subjects.map { ($0.id.description, $0.label(in: visit.language)) }))
    }

    private var targets: Question {
        plain(
            "targets", as: "targets",
            .choices(FrameworkTarget.allCases.map { ($0.description, visit.name(of: $0)) }))
    }

    private var levels: Question {
        plain(
            "level", as: "level",
            .choices(ApplicationLevel.allCases.map { ($0.rawValue, $0.label(in: visit.language)) }))
    }

    private var urgencies: Question {
        plain(
            "urgency", as: "urgency",
            .choices(
                Cooperation.Request.Urgency.allCases.map {
                    ($0.rawValue, words(MessageKey("request.urgency-\($0.rawValue)")))
                }))
    }

    private var languages: Question {
        plain(
            "languages", as: "languages",
            .choices(Language.allCases.map { ($0.code, visit.name(of: LanguageCode($0))) }))
    }
}
