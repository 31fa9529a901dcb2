internal import Cooperation
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// What the standard template asks beside the statement, as the page of a need shows it; and what may be done with it.
struct NeedDetails {
    let need: Filed<Need>
    let visit: Visit
    let mayRevise: Bool

    private var words: Words { visit.words }
    private var body: Need { need.body }

    /// That nobody looks for an answer any more.
    var ending: HTML {
        body.ended.map { ending in
            Notice(
                title: words(MessageKey("need.ended-\(ending.rawValue)")),
                body: "<p>\(words(MessageKey("need.ended-\(ending.rawValue)-body")))</p>"
            ).html()
        } ?? HTML()
    }

    var told: HTML {
        """
        \(visit.passage("need.purpose", body.purpose))\(visit.passage("need.causes", body.causes))
        \(visit.passage("need.remedy", body.remedy))\(passages)
        """
    }

    private var passages: HTML {
        guard !body.passages.isEmpty else { return HTML() }
        return """
            <section><h2>\(words("need.passages"))</h2>\(body.passages.map { visit.quotation($0) })</section>
            """
    }

    var conventions: HTML? {
        visit.listed(body.conventions.map { HTML(text: words(MessageKey("need.convention-\($0.rawValue)"))) })
    }

    /// A way to the others of its row.
    var heading: HTML? {
        body.heading.map { heading in
            let path = SitePath(.matrixCell).with("heading", heading.rawValue)
            return visit.link(heading.label(in: visit.language), path).html()
        }
    }

    var holders: HTML? { visit.listed(body.holders.map { HTML(text: $0.label(in: visit.language)) }) }

    /// For who acts for the country.
    var acts: HTML {
        guard mayRevise else { return HTML() }
        return """
            <section class="next-step"><h2>\(words("need.yours"))</h2>
            \(if: body.ended == nil && body.request == nil, request)
            \(missing)
            \(buttons(visit.link(words("need.edit"), .need(need.id, .editNeed)).button()))\(endings)</section>
            """
    }

    private var request: HTML {
        """
        <p>\(words("need.draft-request-body"))</p>
        \(visit.form(to: .need(need.id, .needRequest), buttons(submitButton(words("need.draft-request"), .act))))
        """
    }

    /// What the template asks for and a need from a document does not say yet.
    private var missing: HTML {
        let fields = body.problemsOfTemplate().filter { $0.code == .missing }.map(\.field)
        guard !fields.isEmpty else { return HTML() }
        let names = fields.map { words(MessageKey("need.q-\($0)")) }
        return fold(
            words("need.missing"),
            "<p>\(words("need.missing-body"))</p><ul>\(names.map { "<li>\($0)</li>" as HTML })</ul>")
    }

    private var endings: HTML {
        let choices: [(value: String, key: MessageKey)] =
            body.ended == nil
            ? [
                (Need.Ending.met.rawValue, MessageKey("need.mark-met")),
                (Need.Ending.withdrawn.rawValue, MessageKey("need.mark-withdrawn")),
            ] : [("", MessageKey("need.mark-open"))]
        return visit.form(
            to: .need(need.id, .needEnding),
            "<div class=\"buttons\">\(choices.map { submitButton(words($0.key), name: "ended", value: $0.value) })</div>"
        )
    }
}
