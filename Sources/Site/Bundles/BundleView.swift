internal import Cooperation
internal import Desk
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// Where a bundle is chosen.
struct BundleForm {
    let visit: Visit
    let problem: String?

    func page() -> Response {
        let words = visit.words
        let field = Field(
            words: words, name: "file", label: words("bundle.file"), hint: words("bundle.file-hint"), problem: problem)
        let summary = problem.map { ErrorSummary(words: words, problems: [(field: "file", text: $0)]).html() }
        var page = visit.page(
            words("bundle.title"), at: SitePath(.bundles),
            """
            \(trail(label: words("record.where"), [visit.link(words("shop.title"), SitePath(.writeShops))]))
            <h1>\(words("bundle.title"))</h1><p class="lead">\(words("bundle.lead"))</p>
            \(summary)
            \(visit.fileForm(
                to: SitePath(.bundles),
                field.file(accepting: ".bundle") + buttons(submitButton(words("bundle.check"), .act))))
            """)
        if problem != nil { page.status = .unprocessableContent }
        return page
    }
}

/// What would come of a bundle, paper by paper, and the button that takes it in.
struct BundleReportView {
    let visit: Visit
    let bundle: ShopBundle
    let report: BundleReport
    /// Under which the bundle waits.
    let name: String
    /// What is wrong with the comparison of fingerprints.
    var problem: String?

    private var words: Words { visit.words }

    func page() -> Response {
        var page = visit.page(
            words("bundle.report"), at: SitePath(.bundles),
            """
            \(trail(label: words("record.where"), [
                visit.link(words("shop.title"), SitePath(.writeShops)),
                visit.link(words("bundle.title"), SitePath(.bundles)),
            ]))
            <h1>\(words("bundle.report"))</h1>
            \(problem.map { ErrorSummary(words: words, problems: [(field: "compared", text: $0)]).html() })
            \(facts([
                (words("shop.one"), "\(bdi: bundle.name)"), (words("shop.q-day"), HTML(text: visit.day(bundle.day))),
                (words("shop.q-group"), bundle.group.isEmpty ? nil : "\(bdi: bundle.group)"),
                (words("bundle.fingerprint"), Self.fingerprint(bundle.node)),
            ]))
            \(decision)\(papers)
            """)
        if problem != nil { page.status = .unprocessableContent }
        return page
    }

    /// Digits to be compared by eye, in the same order in every language.
    static func fingerprint(_ key: NodeKey) -> HTML { "<bdi dir=\"ltr\"><code>\(key.fingerprint)</code></bdi>" }

    private var decision: HTML {
        if let obstacle = report.obstacle {
            return Notice(
                tone: .act, title: words("bundle.obstacle"),
                body: "<p>\(words(MessageKey("bundle.obstacle-\(obstacle.rawValue)")))</p>"
            ).html()
        }
        guard report.changesSomething else {
            return Notice(body: "<p>\(words("bundle.nothing"))</p>").html()
        }
        let compared = Field(
            words: words, name: "compared", label: words("bundle.compare"), hint: words("bundle.unknown"),
            problem: problem)
        return visit.form(
            to: SitePath(.bundleTakingIn),
            """
            <input type="hidden" name="name" value="\(name)">\
            \(report.isNodeKnown
                ? "<p>\(words("bundle.known"))</p>"
                : compared.checkboxes([Choice(value: "on", label: words("bundle.compared"))], chosen: []))\
            <p>\(words("bundle.take-body"))</p>\(buttons(submitButton(words("bundle.take"), .act)))
            """)
    }

    private var papers: HTML {
        guard !report.lines.isEmpty else { return HTML() }
        let rows = report.lines.map { line -> [HTML] in
            let title = line.draft.practice.title
            return [
                "\(bdi: line.draft.writer)", title.isEmpty ? HTML(text: words("shop.untitled")) : visit.text(title),
                HTML(text: words.dateAndTime(line.draft.at)),
                HTML(text: words(MessageKey("bundle.fate-\(line.fate.rawValue)"))),
            ]
        }
        return """
            <section><h2>\(words("bundle.papers"))</h2>
            \(DataTable(
                caption: words("bundle.papers-caption"),
                columns: [
                    .init(title: words("shop.writer")), .init(title: words("shop.practice")),
                    .init(title: words("shop.last-saved")), .init(title: words("bundle.fate")),
                ], rows: rows).html())
            \(if: report.newNotes > 0, "<p>\(words("bundle.notes", count: report.newNotes))</p>")</section>
            """
    }
}
