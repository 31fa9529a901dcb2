internal import Cooperation
internal import Desk
internal import Documents
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// The desk of potential needs: the document beside its needs, each passage marked where it stands.
struct DocumentView {
    let visit: Visit
    let query: DocumentQuery
    let work: DocumentWork
    /// Nil while it is not read.
    let text: SourceDocument?
    /// A form of decisions that could not be taken, to show again.
    let attempt: Form?

    private var words: Words { visit.words }
    private var id: DocumentID { work.document.id }

    init(_ id: DocumentID, _ query: DocumentQuery, _ visit: Visit, _ desk: Desk, attempt: Form? = nil) async throws {
        self.visit = visit
        self.query = query
        self.attempt = attempt
        work = try await desk.work(on: id, for: visit.viewer)
        text = work.reading?.body.state == .done ? try await desk.text(of: id, for: visit.viewer) : nil
    }

    func page(_ problems: [Problem] = []) -> Response {
        let body = work.document.body
        let shown = FormProblems(problems, words)
        let summary = problems.isEmpty ? HTML() : shown.summary(words, naming: ["reason": "potential.why"]).html()
        return visit.page(
            visit.plain(body.title), at: path,
            """
            \(trail(label: words("record.where"), [visit.link(words("potential.title"), SitePath(.documents))]))
            <h1>\(visit.text(body.title))</h1>
            \(summary)
            <p class="facts-line"><span>\(visit.name(body.country))</span>\
            <span>\(words(MessageKey("potential.sort-\(body.sort.rawValue)")))</span>\
            \(body.year.map { "<span>\(String($0))</span>" as HTML })\
            <span>\(visit.link(words("potential.file"), .document(id, .documentFile)).html())</span></p>
            \(versions)
            \(if: work.reading?.body.state == .done, done(shown), else: ReadingStatus(visit: visit, work: work).html())
            """)
    }

    /// The same page as it is laid out now.
    var path: SitePath {
        query.fields.reduce(SitePath.document(id)) { $0.with($1.name, $1.value) }
    }

    private var versions: HTML {
        let before = work.before.map { before in
            """
            <p>\(words.html("potential.follows", ["title": visit.link(
                visit.plain(before.body.title), .document(before.id)).html()])) \
            \(visit.link(words("potential.see-changes"), .document(id, .documentChanges)).html())</p>
            """ as HTML
        }
        let after = work.after.map { after in
            Notice(
                tone: .act,
                body: """
                    <p>\(words.html("potential.newer", ["title": visit.link(
                        visit.plain(after.body.title), .document(after.id)).html()]))</p>
                    """
            ).html()
        }
        return "\(before)\(after)"
    }

    private func done(_ problems: FormProblems) -> HTML {
        let all = work.items(from: Double(query.threshold) / 100)
        let items = query.arranged(all)
        guard !work.items.isEmpty else {
            return EmptyState(
                title: words("potential.nothing-found"), body: words("potential.nothing-found-body"),
                action: visit.link(words("need.new"), SitePath(.newNeed)).button()
            ).html() + (text.map { PagesView.alone($0, visit: visit) } ?? HTML())
        }
        return """
            <div class="trio">
            \(count(items.count { $0.standing.isWaiting }, "waiting"))
            \(count(items.count { !$0.standing.isWaiting }, "decided"))
            \(count(text?.pages.count ?? 0, "pages"))
            </div>
            \(narrowing(all))\(views(items))\(content(items, problems))
            """
    }

    private func count(_ number: Int, _ what: String) -> HTML {
        figure(words.number(number), words(MessageKey("potential.\(what)"), count: number))
    }

    /// A movable threshold and how many needs each leaves; the kinds there are; the order of a list.
    private func narrowing(_ items: [DocumentWork.Item]) -> HTML {
        let choices = DocumentQuery.thresholds.map { value in
            let count = work.items.count { $0.potential.body.score * 100 >= Double(value) }
            return Choice(
                value: String(value),
                label: words("potential.from", count: count, ["share": words.percent(Double(value) / 100)]))
        }
        return """
            <form class="filters" method="get" action="\(visit.address(.document(id)))"><div class="trio">
            \(Field(words: words, name: "from", label: words("potential.threshold"), hint: words("potential.threshold-hint"))
                .select(choices, chosen: String(query.threshold)))
            \(kinds(items))
            \(if: query.view != .pages, order)</div>
            <input type="hidden" name="view" value="\(query.view.rawValue)">\(buttons(submitButton(words("record.show"))))</form>
            """
    }

    private func kinds(_ items: [DocumentWork.Item]) -> HTML {
        let counts = items.reduce(into: [Need.Lack: Int]()) { $0[$1.potential.body.lack, default: 0] += 1 }
        let choices = Need.Lack.allCases.filter { counts[$0] != nil || $0 == query.lack }.map { lack in
            let name = words(MessageKey("record.lack-\(lack.rawValue)"))
            return Choice(
                value: lack.rawValue,
                label: words("potential.kind-of", ["kind": name, "count": words.number(counts[lack] ?? 0)]))
        }
        return Field(words: words, name: "lack", label: words("potential.kind")).select(
            [Choice(value: "", label: words("record.any"))] + choices, chosen: query.lack?.rawValue)
    }

    private var order: HTML {
        Field(words: words, name: "order", label: words("facet.order")).select(
            DocumentQuery.Order.allCases.map {
                Choice(value: $0.rawValue, label: words(MessageKey("potential.order-\($0.rawValue)")))
            }, chosen: query.order.rawValue)
    }

    private func views(_ items: [DocumentWork.Item]) -> HTML {
        let decided = items.count { !$0.standing.isWaiting }
        let counts: [DocumentQuery.View: Int] = [.all: items.count - decided, .decided: decided]
        return tabs(
            label: words("potential.views"),
            DocumentQuery.View.allCases.map { view in
                let link = visit.link(
                    words(MessageKey("potential.view-\(view.rawValue)")),
                    path.with("view", view.rawValue).with("page", nil as String?), isCurrent: view == query.view)
                return (link, counts[view].map { words.number($0) })
            })
    }

    private func content(_ items: [DocumentWork.Item], _ problems: FormProblems) -> HTML {
        switch query.view {
        case .pages: return PagesView(visit: visit, view: self, items: items, problems: problems).html()
        case .all:
            let waiting = items.filter(\.standing.isWaiting)
            guard !waiting.isEmpty else {
                let said = words(query.lack == nil ? "potential.all-decided" : "potential.none-of-kind")
                return "<p class=\"quiet\">\(said)</p>"
            }
            return DecisionForm(visit: visit, view: self, items: waiting, problems: problems).html()
        case .decided: return DecidedView(visit: visit, view: self, items: items).html()
        }
    }
}

/// How far the reading of a document is, and what can be done about it.
struct ReadingStatus {
    let visit: Visit
    let work: DocumentWork

    private var words: Words { visit.words }

    func html() -> HTML {
        let reading = work.reading?.body
        let state = reading?.state ?? .waiting
        switch state {
        case .waiting, .begun: return going(state)
        case .cancelled: return over("potential.cancelled", words("potential.cancelled-body"))
        case .failed: return over("potential.failed", reason(reading))
        case .done: return HTML()
        }
    }

    private func going(_ state: Reading.State) -> HTML {
        let progress = work.progress
        let share = progress.flatMap { $0.pages > 0 ? Double($0.pagesRead) / Double($0.pages) : nil }
        let said =
            progress.flatMap { progress in
                progress.pages > 0
                    ? words(
                        "potential.progress",
                        [
                            "read": words.number(progress.pagesRead), "pages": words.number(progress.pages),
                            "found": words.number(progress.found),
                        ]) : nil
            } ?? words(MessageKey("potential.state-\(state.rawValue)"))
        return """
            <div class="notice" role="status" data-watch="\(visit.address(.document(work.document.id)))">
            <h2>\(words("potential.reading"))</h2><p>\(said)</p>
            <progress max="100"\(attribute: "value", share.map { String(Int($0 * 100)) })\
             aria-label="\(words("potential.reading"))"></progress>
            <p>\(words("potential.reading-body"))</p>
            \(buttons(visit.link(words("potential.look-again"), .document(work.document.id)).button()))</div>
            \(form("cancel", "potential.cancel"))
            """
    }

    private func over(_ title: MessageKey, _ body: String) -> HTML {
        """
        \(Notice(tone: .act, title: words(title), body: "<p>\(body)</p>").html())
        \(form("again", "potential.read-again"))
        <p>\(visit.link(words("potential.send-other"), SitePath(.documents)).html())</p>
        """
    }

    private func form(_ act: String, _ label: MessageKey) -> HTML {
        visit.form(
            to: .document(work.document.id, .documentReading),
            buttons(submitButton(words(label), name: "do", value: act)))
    }

    /// What the reader of documents said, with its figures.
    private func reason(_ reading: Reading?) -> String {
        let failure = reading?.failure ?? ""
        let own = MessageKey("potential.failed-\(failure)")
        if words.has(own) { return words(own) }
        let key = MessageKey("document.refused-\(failure)")
        guard words.has(key) else { return words("potential.failed-body") }
        let figures = reading?.figures ?? [:]
        return words(
            key,
            [
                "amount": figures["amount"].map { words.number($0) } ?? "",
                "limit": figures["limit"].map { words.number($0) } ?? "",
            ])
    }
}
