internal import Catalogue
internal import Cooperation
internal import Desk
internal import Exchange
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// One import: what it was, what came of it, and the way to undo it.
struct IntakeView {
    let intake: Filed<Intake>
    let papers: [TakenInPaper]
    /// What the public may read of them, by identifier.
    let titles: [String: LocalizedText]
    let visit: Visit
    private static let most = 100

    init(_ id: IntakeID, _ visit: Visit, _ desk: Desk) async throws {
        intake = try await desk.intake(id, for: visit.viewer)
        papers = try await desk.papers(of: id, for: visit.viewer)
        let shown = try await Shelf(desk).records(papers.prefix(Self.most).map(\.key))
        titles = Dictionary(shown.map { ($0.key, $0.title) }) { first, _ in first }
        self.visit = visit
    }

    func page() -> Response {
        let words = visit.words
        let body = intake.body
        let content: HTML = """
            \(trail(label: words("record.where"), [visit.link(words("intake.title"), SitePath(.imports))]))
            <h1>\(bdi: body.source)</h1>
            \(if: body.isUndone, tagList([Tag(text: words("intake.undone"))]))
            <div class="beside"><div>\(records)\(refusals)\(undo)</div><aside>\(side)</aside></div>
            """
        return visit.page(body.source, at: .intake(intake.id), content)
    }

    private var side: HTML {
        let words = visit.words
        let body = intake.body
        return facts([
            (words("intake.kind"), PublicKind(body.records).map { HTML(text: visit.title(of: $0)) }),
            (words("intake.file"), "\(bdi: body.fileName)"),
            (words("intake.day"), HTML(text: words.dateAndTime(intake.at))),
            (words("intake.consent"), HTML(text: words(MessageKey("intake.consent-\(body.consent.rawValue)")))),
            (words("record.links"), visit.links(body.links)),
            (words("intake.lines"), HTML(text: words.number(body.lines))),
            (words("intake.new-ones"), HTML(text: words.number(body.made))),
            (words("intake.known"), HTML(text: words.number(body.known))),
            (words("intake.refused"), HTML(text: words.number(body.refused))),
            (words("intake.kept"), body.isUndone ? HTML(text: words.number(body.kept)) : nil),
        ])
    }

    private var undo: HTML {
        let words = visit.words
        guard !intake.body.isUndone else {
            return Notice(
                title: words("intake.undone"), body: "<p>\(words("intake.undone-body", count: intake.body.kept))</p>"
            ).html()
        }
        let held = papers.count { $0.isInUse || $0.revision > 1 }
        return """
            <section><h2>\(words("intake.undo"))</h2><p>\(words("intake.undo-body"))</p>
            \(if: held > 0, "<p>\(words("intake.undo-held", count: held))</p>")
            \(fold(words("intake.undo-sure"), visit.form(
                to: .intake(intake.id, .intakeUndo), submitButton(words("intake.undo-button"), .danger))))</section>
            """
    }

    private var records: HTML {
        let words = visit.words
        guard !papers.isEmpty else { return HTML() }
        let items = papers.prefix(Self.most).compactMap { paper in
            SitePath.record(paper.key).map { path -> HTML in
                let name = titles[paper.key].map { visit.plain($0) } ?? paper.key
                return "<li>\(visit.link(name, path).html())</li>"
            }
        }
        let rest = papers.count - Self.most
        return """
            <section><h2>\(words("intake.records", count: papers.count))</h2>\(fold(words("intake.records-show"), """
                <ul>\(items)</ul>\(if: rest > 0, "<p>\(words("intake.records-more", count: rest))</p>")
                """))</section>
            """
    }

    private var refusals: HTML {
        let words = visit.words
        guard !intake.body.refusals.isEmpty else { return HTML() }
        let table = DataTable(
            caption: words("intake.refusals-caption"),
            columns: [
                .init(title: words("intake.line"), isNumber: true), .init(title: words("intake.column")),
                .init(title: words("intake.why")),
            ],
            rows: intake.body.refusals.prefix(Self.most).map { refusal in
                [
                    HTML(text: words.number(refusal.line)), "\(bdi: refusal.column)",
                    HTML(text: visit.sentence(ofCode: refusal.code)),
                ]
            })
        return "<section><h2>\(words("intake.refusals"))</h2>\(table.html())</section>"
    }
}
