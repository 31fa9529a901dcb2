internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Two versions of a document side by side: the needs that are new, reworded, gone, and the same.
struct DocumentChangesView {
    let visit: Visit
    let work: DocumentWork
    let before: Filed<NationalDocument>?
    let comparison: VersionComparison

    private var words: Words { visit.words }

    init(_ id: DocumentID, _ visit: Visit, _ desk: Desk) async throws {
        self.visit = visit
        work = try await desk.work(on: id, for: visit.viewer)
        let changes = try await desk.changes(in: id, for: visit.viewer)
        before = changes?.before
        comparison = changes?.comparison ?? VersionComparison(old: [], new: [])
    }

    func page() -> Response {
        let document = work.document
        return visit.page(
            words("potential.changes"), at: .document(document.id, .documentChanges),
            """
            \(trail(label: words("record.where"), [
                visit.link(words("potential.title"), SitePath(.documents)),
                visit.link(visit.plain(document.body.title), .document(document.id)),
            ]))
            <h1>\(words("potential.changes"))</h1>
            <p class="lead">\(lead)</p>
            \(if: before != nil, sections)
            """)
    }

    private var lead: HTML {
        guard let before else { return HTML(text: words("potential.no-before")) }
        return words.html(
            "potential.changes-lead",
            [
                "old": visit.link(visit.plain(before.body.title), .document(before.id)).html(),
                "new": visit.link(visit.plain(work.document.body.title), .document(work.document.id)).html(),
            ])
    }

    private var sections: HTML {
        """
        \(section("potential.changes-new", comparison.added.map { said($0) }))
        \(section("potential.changes-changed", comparison.changed.map { pair in
            "\(said(pair.new))<p class=\"small quiet\">\(words("potential.was"))</p>\(said(pair.old))" as HTML
        }))
        \(section("potential.changes-gone", comparison.gone.map { said($0) }))
        \(section("potential.changes-same", comparison.same.map { said($0.new) }, isFolded: true))
        """
    }

    private func section(_ title: MessageKey, _ rows: [HTML], isFolded: Bool = false) -> HTML {
        let list: HTML =
            rows.isEmpty
            ? "<p class=\"quiet\">\(words("potential.none-such"))</p>"
            : "<ul class=\"potentials\">\(rows.map { "<li>\($0)</li>" as HTML })</ul>"
        return """
            <section><h2>\(words(title)) <span class="tag">\(words.number(rows.count))</span></h2>
            \(if: isFolded && !rows.isEmpty, fold(words("potential.show-them"), list), else: list)</section>
            """
    }

    private func said(_ need: Filed<PotentialNeed>) -> HTML {
        let page = need.body.passages.first?.page
        let path = SitePath.document(need.body.document).with("page", page.map(String.init))
        return """
            <p>\(UserText(text: need.body.text, language: need.body.language).inline())\
            \(page.map { " \(visit.link(words("potential.on-page", ["page": words.number($0)]), path).html())" as HTML })</p>
            """
    }
}
