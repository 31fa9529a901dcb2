internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Matching
internal import WebSupport

/// Why an offer somebody thinks of is not among the candidates of a case.
enum WhyNotPage {
    static let field = "candidate"

    static func add(to routes: Routes) {
        routes.get(.whyNot) { request, context, visit, desk in
            let id = try context.pathParameter("id") { Cooperation.RequestID(own: $0) }
            return try await page(id, try request.query().typed(field), visit, desk)
        }
    }

    private static func page(
        _ id: Cooperation.RequestID, _ name: String, _ visit: Visit, _ desk: Desk
    ) async throws -> Response {
        let it = try await CasePage.load(id, visit, desk)
        var answer: WhyNotView.Answer?
        if let candidate = Introduction.Candidate(name: name) {
            let reason = try await desk.whyNot(
                candidate, for: id, viewer: visit.viewer, limit: Candidates.perCircle)
            let titles = try await desk.titles(of: [candidate, reason?.other].compactMap(\.self))
            answer = WhyNotView.Answer(candidate: candidate, reason: reason, titles: titles)
        }
        let view = WhyNotView(it: it, offers: try await Offers.load(for: it, desk), chosen: name, answer: answer)
        return visit.page(
            visit.words("whynot.title"), at: .request(id, .whyNot).with(field, name), view.html())
    }
}

/// The offers to ask about, and the answer.
struct WhyNotView {
    struct Answer {
        let candidate: Introduction.Candidate
        /// Nil where it is shown.
        let reason: WhyNot?
        let titles: [Introduction.Candidate: LocalizedText]
    }

    let it: RequestCase
    let offers: Offers
    let chosen: String
    let answer: Answer?

    private var visit: Visit { it.visit }
    private var words: Words { visit.words }

    func html() -> HTML {
        """
        \(trail(label: words("request.trail"), [
            visit.link(words("desk.queue"), SitePath(.queue)),
            visit.link(visit.plainTitle(of: it.request), .helpCase(it.id)),
        ]))
        <h1>\(words("whynot.title"))</h1>
        <p class="lead">\(words("whynot.lead"))</p>
        \(answer.map(said))
        \(if: offers.choices.isEmpty, EmptyState(
            title: words("whynot.none"), body: words("whynot.none-body")).html(), else: form)
        """
    }

    private var form: HTML {
        WhyNotForm(visit: visit, id: it.id, offers: offers, chosen: chosen).html()
    }

    private func said(_ answer: Answer) -> HTML {
        let sentences = WhyNotWords(words)
        let other = answer.reason?.other
        let behind = sentences.shortfalls(answer.reason)
        return """
            <section aria-labelledby="answer"><h2 id="answer">\(title(answer.candidate, answer.titles))</h2>
            \(Notice(
                tone: .calm,
                body: "<p>\(sentences.sentence(answer.reason, name: other.map { plain($0, answer.titles) } ?? ""))</p>").html())
            \(if: !behind.isEmpty, "<h3>\(words("whynot.where-behind"))</h3><ul>\(behind.map { "<li>\($0)</li>" as HTML })</ul>")
            \(other.map { buttons(visit.link(words("whynot.open-other"), .candidate($0)).button()) })
            </section>
            """
    }

    private func title(_ candidate: Introduction.Candidate, _ titles: [Introduction.Candidate: LocalizedText]) -> HTML {
        guard let title = titles[candidate] else { return HTML(text: words("whynot.gone")) }
        return "<a href=\"\(visit.address(.candidate(candidate)))\">\(visit.text(title))</a>"
    }

    private func plain(
        _ candidate: Introduction.Candidate, _ titles: [Introduction.Candidate: LocalizedText]
    ) -> String { titles[candidate].map { visit.plain($0.shortened(to: 120)) } ?? words("whynot.gone") }
}

/// The question, also on the page of the case.
struct WhyNotForm {
    let visit: Visit
    let id: Cooperation.RequestID
    let offers: Offers
    var chosen = ""

    func html() -> HTML {
        let words = visit.words
        let field = Field(words: words, name: WhyNotPage.field, label: words("whynot.which"), form: "why-not")
        return """
            <form method="get" action="\(visit.address(.request(id, .whyNot)))">\
            \(field.select(offers.choices(visit), chosen: chosen))\(buttons(submitButton(words("whynot.ask"))))</form>
            """
    }
}
