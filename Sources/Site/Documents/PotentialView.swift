internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// One potential need, to be edited before it is accepted, or to be taken for several.
struct PotentialView {
    let visit: Visit
    let potential: Filed<PotentialNeed>
    let document: Filed<NationalDocument>
    let standing: PotentialStanding
    let form: Form
    private let wasSent: Bool

    private var words: Words { visit.words }

    init(_ id: PotentialNeedID, _ visit: Visit, _ desk: Desk, form: Form? = nil) async throws {
        self.visit = visit
        (potential, document, standing) = try await desk.potential(id, for: visit.viewer)
        wasSent = form != nil
        self.form = form ?? PotentialView.form(of: Need(potential.body, of: document.body), visit)
    }

    private static func form(of need: Need, _ visit: Visit) -> Form {
        var form = NeedReading.form(of: need, revision: 0, visit)
        form = Form(fields: form.fields.merging(["part-1": [visit.plain(need.statement)]]) { $1 })
        return form
    }

    /// Texts for as many needs as one may be taken for on this page.
    private static let parts = 4

    func page(_ problems: [Problem] = []) -> Response {
        let shown = FormProblems(problems, words)
        var page = visit.page(
            words("potential.edit-title"), at: .potential(potential.id),
            """
            \(trail(label: words("record.where"), [
                visit.link(words("potential.title"), SitePath(.documents)),
                visit.link(visit.plain(document.body.title), back),
            ]))
            <h1>\(words("potential.edit-title"))</h1>
            \(if: !problems.isEmpty, shown.summary(words, naming: ["part-1": "need.q-statement"]).html())
            <p class="lead">\(words("potential.edit-lead"))</p>
            <div class="beside"><div>\(visit.form(to: .potential(potential.id), key: wasSent ? form.key : nil, fields(shown)))</div>
            <aside><h2>\(words("need.passages"))</h2>\(potential.body.passages.map { visit.quotation($0) })
            \(PotentialFacts(visit: visit, potential: potential.body).html())</aside></div>
            """)
        if !problems.isEmpty { page.status = .unprocessableContent }
        return page
    }

    private var back: SitePath {
        SitePath.document(document.id).with("page", potential.body.passages.first?.page.map(String.init))
    }

    private func field(_ name: String, as key: MessageKey, _ problems: FormProblems, isOptional: Bool = false) -> Field
    {
        Field(words: words, name: name, label: words(key), problem: problems[name], isOptional: isOptional)
    }

    private func fields(_ problems: FormProblems) -> HTML {
        let language = visit.language
        let lacks = Need.Lack.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("record.lack-\($0.rawValue)")))
        }
        let headings = NeedHeading.allCases.map { Choice(value: $0.rawValue, label: $0.label(in: language)) }
        let levels = Need.Level.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("record.level-\($0.rawValue)")))
        }
        let priorities = Need.Priority.allCases.map {
            Choice(value: $0.rawValue, label: words(MessageKey("record.priority-\($0.rawValue)")))
        }
        let none = [Choice(value: "", label: words("need.not-answered"))]
        let carried = ["country", "subjects", "targets", "assistance", "holders", "conventions", "due", "year"]
        return """
            \(field("part-1", as: "need.q-statement", problems).area(form.typed("part-1"), lines: 5))
            \(fold(words("potential.split"), isOpen: isSplit, """
                <p>\(words("potential.split-body"))</p>
                \((2...Self.parts).map { number in
                    Field(
                        words: words, name: "part-\(number)",
                        label: words("potential.part-number", ["number": words.number(number)]),
                        problem: problems["part-\(number)"], isOptional: true
                    ).area(form.typed("part-\(number)"), lines: 3)
                })
                """))
            \(field("lack", as: "need.q-lack", problems).select(lacks, chosen: form.typed("lack")))
            \(field("heading", as: "need.q-heading", problems, isOptional: true).select(
                [Choice(value: "", label: words("need.no-heading"))] + headings, chosen: form.typed("heading")))
            \(field("level", as: "need.q-level", problems, isOptional: true).select(
                none + levels, chosen: form.typed("level")))
            \(field("priority", as: "need.q-priority", problems, isOptional: true).select(
                none + priorities, chosen: form.typed("priority")))
            \(field("causes", as: "need.q-causes", problems, isOptional: true).area(form.typed("causes"), lines: 3))
            \(carried.flatMap { name in
                form.fields[name, default: []].map {
                    "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">" as HTML
                }
            })
            \(buttons(
                submitButton(words("potential.accept-edited"), .act, name: "verdict", value: "accepted"),
                submitButton(words("potential.accept-request"), name: "verdict", value: "request")))
            """
    }

    private var isSplit: Bool { (2...Self.parts).contains { !form.typed("part-\($0)").isEmpty } }

    /// The form as it was sent: one need, or several.
    func take(_ desk: Desk) async throws -> Response {
        var fields = form.fields
        fields["statement"] = [form.typed("part-1")]
        let reading = try NeedReading(Form(fields: fields), base: Need(potential.body, of: document.body), visit)
        var problems = reading.problems
        let texts = (1...Self.parts).map { form.typed("part-\($0)").trimmingBlanks }
        if texts[0].isEmpty { problems.append(Problem(field: "part-1", code: .missing)) }
        guard problems.isEmpty else { return page(problems) }
        let needs = texts.filter { !$0.isEmpty }.map { text in
            var need = reading.need
            need.statement = LocalizedText(text, in: Visit.language(of: text) ?? potential.body.language)
            return need
        }
        do {
            let ids = try await desk.split(
                potential.id, in: document.id, into: needs, by: visit.viewer, once: form.key)
            if form.typed("verdict") == "request", ids.count == 1, let id = ids.first {
                return try await DecisionTaker(visit: visit, desk: desk, form: form, document: document.id)
                    .request(for: id)
            }
            return try visit.seeOther(back, done: Done.decided.rawValue)
        } catch let error as DeskError {
            switch error {
            case .alreadyDone: return try visit.seeOther(back)
            case .invalid(let problems):
                return page(
                    problems.map { problem in
                        var own = problem
                        if own.field == "statement" || own.field == "potential" { own.field = "part-1" }
                        return own
                    })
            default: throw error
            }
        }
    }
}
