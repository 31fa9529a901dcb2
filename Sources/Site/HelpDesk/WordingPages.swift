internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// The help desk's ready texts: shared by all officers, in as many languages as somebody has written.
enum WordingPages {
    static func add(to routes: Routes) {
        routes.get(.wordings) { _, _, visit, desk in try await list(visit, desk) }
        routes.post(.wordings) { form, _, visit, desk in try await write(nil, form, visit, desk) }
        routes.get(.wording) { _, context, visit, desk in
            try await one(try context.pathParameter("id") { WordingID(own: $0) }, visit, desk)
        }
        routes.post(.wording) { form, context, visit, desk in
            try await write(try context.pathParameter("id") { WordingID(own: $0) }, form, visit, desk)
        }
    }

    private static func list(_ visit: Visit, _ desk: Desk, _ attempt: WordingAttempt? = nil) async throws -> Response {
        let all = try await desk.wordings(for: visit.viewer, retired: true)
        return visit.page(
            visit.words("casework.wordings"), at: SitePath(.wordings),
            WordingsView(visit: visit, wordings: all, attempt: attempt).html())
    }

    private static func one(
        _ id: WordingID, _ visit: Visit, _ desk: Desk, _ attempt: WordingAttempt? = nil
    ) async throws -> Response {
        let versions = try await desk.versions(of: id, for: visit.viewer)
        let people = Set(versions.compactMap(\.author.account))
        let view = WordingView(
            visit: visit, versions: versions, names: try await desk.names(of: people, for: visit.viewer),
            attempt: attempt)
        return visit.page(visit.words("casework.wording"), at: .wording(id), view.html())
    }

    private static func write(
        _ id: WordingID?, _ form: Form, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        try Routes.keepWhatWasTyped(form, visit)
        var text = LocalizedText()
        for language in Language.allCases { text.set(try form.text("text-\(language.code)"), in: language) }
        let name = try form.text("name")
        let wording = Wording(
            name: LocalizedText(name, in: Visit.language(of: name) ?? visit.language), text: text,
            isRetired: form.flag("retired"))
        do {
            let base = (try form.integer("base")) ?? 0
            _ = try await desk.write(wording, as: id, from: base, by: visit.viewer, once: form.key)
        } catch let error as DeskError {
            switch error {
            case .invalid(let problems):
                let attempt = WordingAttempt(form: form, problems: FormProblems(problems, visit.words))
                var page =
                    if let id { try await one(id, visit, desk, attempt) } else {
                        try await list(visit, desk, attempt)
                    }
                page.status = .unprocessableContent
                return page
            case .conflict:
                guard let id else { throw error }
                var page = try await one(
                    id, visit, desk, WordingAttempt(form: form, problems: FormProblems([], visit.words), isLate: true))
                page.status = .conflict
                return page
            case .alreadyDone: break
            default: throw error
            }
        }
        return try visit.seeOther(SitePath(.wordings), done: Done.saved.rawValue)
    }
}

/// A ready text that could not be taken, with all that was typed.
struct WordingAttempt: Sendable {
    let form: Form
    let problems: FormProblems
    /// Somebody else wrote a new version meanwhile.
    var isLate = false
}

struct WordingsView {
    let visit: Visit
    let wordings: [Filed<Wording>]
    let attempt: WordingAttempt?

    func html() -> HTML {
        let words = visit.words
        let offered = wordings.filter { !$0.body.isRetired }
        let retired = wordings.filter(\.body.isRetired)
        return """
            \(trail(label: words("request.trail"), [visit.link(words("desk.queue"), SitePath(.queue))]))
            <h1>\(words("casework.wordings"))</h1>
            <p class="lead">\(words("casework.wordings-lead"))</p>
            \(attempt.map { $0.problems.summary(words).html() })
            \(if: offered.isEmpty, EmptyState(
                title: words("casework.no-wordings"), body: words("casework.no-wordings-body")).html())
            \(if: !offered.isEmpty, register(offered.map(row)))
            \(if: !retired.isEmpty, fold(
                words("casework.wordings-retired", count: retired.count), register(retired.map(row))))
            <section aria-labelledby="new"><h2 id="new">\(words("casework.new-wording"))</h2>
            \(WordingForm(visit: visit, wording: nil, attempt: attempt).html())</section>
            """
    }

    private func row(_ wording: Filed<Wording>) -> RegisterRow {
        let languages = visit.words.list(wording.body.text.languages.map(\.ownName))
        return RegisterRow(
            title: visit.text(wording.body.name), address: visit.address(.wording(wording.id)),
            summary: visit.text(wording.body.text.shortened(to: 160)),
            facts: [languages, visit.words("casework.version", ["number": visit.words.number(wording.revision)])],
            level: .second)
    }
}

struct WordingView {
    let visit: Visit
    /// Oldest first.
    let versions: [Filed<Wording>]
    let names: [AccountID: String]
    let attempt: WordingAttempt?

    func html() -> HTML {
        let words = visit.words
        return """
            \(trail(label: words("request.trail"), [
                visit.link(words("desk.queue"), SitePath(.queue)),
                visit.link(words("casework.wordings"), SitePath(.wordings)),
            ]))
            <h1>\(versions.last.map { visit.text($0.body.name) })</h1>
            \(attempt.map { $0.problems.summary(words).html() })
            \(if: attempt?.isLate == true, Notice(
                tone: .act, body: "<p>\(words("casework.wording-changed"))</p>").html())
            \(WordingForm(visit: visit, wording: versions.last, attempt: attempt).html())
            <section aria-labelledby="versions"><h2 id="versions">\(words("casework.versions"))</h2>
            \(versions.last.map { "<p>\(visit.link(words("history.see"), .history($0.id.rawValue)).html())</p>" as HTML })
            <ul>\(versions.reversed().map(version))</ul></section>
            """
    }

    private func version(_ wording: Filed<Wording>) -> HTML {
        let words = visit.words
        let author = wording.author.account.flatMap { names[$0] } ?? words("record.author-office")
        return """
            <li>\(words("casework.version", ["number": words.number(wording.revision)])): \(bdi: author), \
            <time datetime="\(words.machineDate(wording.at))">\(words.date(wording.at))</time></li>
            """
    }
}

/// One field for each of the six languages; those that are written are open.
struct WordingForm {
    let visit: Visit
    let wording: Filed<Wording>?
    let attempt: WordingAttempt?

    func html() -> HTML {
        let words = visit.words
        let name = Field(
            words: words, name: "name", label: words("casework.wording-name"), problem: attempt?.problems["name"])
        let typed = attempt?.form.typed("name") ?? wording.map { visit.plain($0.body.name) } ?? ""
        let isRetired = attempt.map { $0.form.flag("retired") } ?? wording?.body.isRetired ?? false
        let retired = Field(words: words, name: "retired", label: words("casework.wording-offered"), isOptional: true)
        return visit.form(
            to: wording.map { .wording($0.id) } ?? SitePath(.wordings),
            key: attempt?.isLate == true ? nil : attempt?.form.key,
            """
            <input type="hidden" name="base" value="\(wording?.revision ?? 0)">\
            \(name.text(typed))\
            <p class="quiet small">\(words("casework.places", ["list": words.list(
                Wording.Place.allCases.map { "{" + $0.rawValue + "}" })]))</p>\
            \(attempt?.problems["text"].map { "<p class=\"problem\" id=\"text\">\($0)</p>" as HTML })\
            \(Language.allCases.map(text))\
            \(if: wording != nil, retired.checkboxes(
                [Choice(value: "on", label: words("casework.wording-retire"))], chosen: isRetired ? ["on"] : []))\
            \(buttons(submitButton(words("casework.wording-save"), .act)))
            """)
    }

    private func text(_ language: Language) -> HTML {
        let field = "text-\(language.code)"
        let typed = attempt?.form.typed(field) ?? wording?.body.text[language] ?? ""
        let problem = attempt?.problems[field]
        let area = Field(
            words: visit.words, name: field,
            label: visit.words("casework.text-in", ["language": visit.name(of: language)]), problem: problem,
            isOptional: true)
        let isOpen = !typed.isEmpty || problem != nil || (wording == nil && language == visit.language)
        return fold(language.ownName, isOpen: isOpen, area.area(typed, lines: 6))
    }
}
