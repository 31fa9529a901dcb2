internal import Catalogue
internal import Cooperation
internal import Desk
public import Foundation
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// How the house stands: lists and their sources, jobs, health, audit.
enum WatchPages {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.get(.lists) { _, _, visit, desk in try await lists(visit, desk) }
        routes.get(.jobs) { _, _, visit, desk in
            let all = try await desk.jobs(for: visit.viewer)
            let asked = Set(all.duties.map(\.request))
            let cards = try await desk.requests(RequestFilter(among: asked), for: visit.viewer, limit: 200).items
            let titles = cards.map { ($0.request.id, visit.plain($0.request.body.title)) }
            return jobs(all, Dictionary(titles) { first, _ in first }, visit)
        }
        routes.get(.health) { _, _, visit, desk in
            health(try await desk.health(for: visit.viewer), site.settings.facts(), visit)
        }
        routes.post(.health) { _, _, visit, desk in
            try desk.checkLedger(by: visit.viewer)
            return try visit.seeOther(SitePath(.health), done: Done.checking.rawValue)
        }
        routes.get(.audit) { request, _, visit, desk in
            let query = try request.query()
            let kind = PaperKind(rawValue: query.typed("kind"))
            let lines = try await desk.audit(
                before: Int64(query.typed("before")), kinds: kind.map { [$0] } ?? [], for: visit.viewer)
            let names = try await desk.names(of: Set(lines.compactMap(\.author.account)), for: visit.viewer)
            return audit(lines, kind, names, visit)
        }
    }

    private static func lists(_ visit: Visit, _ desk: Desk) async throws -> Response {
        // The same right as health: what it shows is public, the place is not.
        _ = try await desk.health(for: visit.viewer)
        let words = visit.words
        let table = DataTable(
            caption: words("admin.lists-caption"),
            columns: [
                .init(title: words("admin.list")), .init(title: words("admin.list-day")),
                .init(title: words("admin.list-source")),
            ],
            rows: ListSource.all.map { list in
                [
                    HTML(text: words(MessageKey("admin.list-\(list.name)"))),
                    HTML(text: CalendarDay(list.asOf).map { visit.day($0) } ?? list.asOf),
                    "<ul class=\"bare\" lang=\"en\" dir=\"ltr\">\(list.sources.map { "<li>\($0)</li>" as HTML })</ul>",
                ]
            })
        return visit.administration(
            .lists,
            """
            <p class="lead">\(words("admin.lists-lead"))</p>
            <section aria-labelledby="propose"><h2 id="propose">\(words("admin.lists-propose"))</h2>
            <p>\(words("admin.lists-propose-body"))</p>
            <p>\(visit.link(words("admin.lists-texts"), SitePath(.texts)).html())</p></section>
            \(table.html())
            """)
    }

    private static func jobs(
        _ jobs: Jobs, _ titles: [Cooperation.RequestID: String], _ visit: Visit
    ) -> Response {
        let words = visit.words
        let duties = DataTable(
            caption: words("admin.duties"),
            columns: [
                .init(title: words("admin.duty-request")), .init(title: words("admin.duty")),
                .init(title: words("admin.when")),
            ],
            rows: jobs.duties.map { item in
                [
                    request(item.request, titles[item.request], visit),
                    HTML(text: words(MessageKey("admin.duty-\(item.duty.name)"))), HTML(text: visit.day(item.day)),
                ]
            })
        return visit.administration(
            .jobs,
            """
            \(facts([
                (words("admin.behind"), HTML(text: words("admin.behind-entries", count: Int(jobs.behind)))),
                (words("admin.indexed"), HTML(text: words.number(jobs.indexed))),
                (words("admin.to-sweep"), HTML(text: words.number(jobs.toSweep))),
            ]))
            <section aria-labelledby="duties"><h2 id="duties">\(words("admin.duties"))</h2>
            \(if: jobs.duties.isEmpty, "<p class=\"quiet\">\(words("admin.no-duties"))</p>")
            \(if: !jobs.duties.isEmpty, duties.html())</section>
            """)
    }

    /// A request by its title, for who may read it; else only that it is one.
    private static func request(_ id: Cooperation.RequestID, _ title: String?, _ visit: Visit) -> HTML {
        if let title { return visit.link(title, .request(id)).html() }
        return "\(visit.name(PaperKind.request)) <code dir=\"ltr\" class=\"small quiet\">\(id.own)</code>"
    }

    private static func health(_ health: HouseHealth, _ node: NodeFacts, _ visit: Visit) -> Response {
        let words = visit.words
        let papers = PaperKind.allCases.compactMap { kind in health.papers[kind].map { (kind, $0) } }
        let table = DataTable(
            caption: words("admin.papers"),
            columns: [
                .init(title: words("admin.paper-kind")), .init(title: words("admin.paper-count"), isNumber: true),
            ],
            rows: papers.map { [HTML(text: visit.name($0.0)), HTML(text: words.number($0.1))] })
        return visit.administration(
            .health,
            """
            \(facts([
                (words("admin.version"), HTML(text: node.version)),
                (words("admin.started"), node.started.map { HTML(text: words.dateAndTime($0)) }),
                (words("admin.ledger-head"), "\(words.number(Int(health.last))) <code dir=\"ltr\" class=\"small\">\(health.digest)</code>"),
                (words("admin.ledger-check"), check(health.check, words)),
                (words("admin.catalogue"), HTML(text: words("admin.behind-entries", count: Int(health.last - health.catalogued)))),
                (words("admin.indexed"), HTML(text: words.number(health.indexed))),
                (words("admin.ledger-size"), node.ledgerBytes > 0 ? HTML(text: words.size(ofBytes: node.ledgerBytes)) : nil),
                (words("admin.disk"), node.diskTotal > 0 ? HTML(text: words("admin.disk-free", ["free": words.size(ofBytes: node.diskFree), "total": words.size(ofBytes: node.diskTotal)])) : nil),
                (words("admin.memory"), node.memoryBytes > 0 ? HTML(text: words.size(ofBytes: node.memoryBytes)) : nil),
            ]))
            \(visit.form(to: SitePath(.health), buttons(submitButton(words("admin.check-now")))))
            \(fold(words("admin.papers"), table.html()))
            """)
    }

    private static func check(_ check: LedgerCheck, _ words: Words) -> HTML {
        switch check {
        case .never: HTML(text: words("admin.check-never"))
        case .running(let since): HTML(text: words("admin.check-running", ["time": words.dateAndTime(since)]))
        case .done(let isClean, let summary, let at):
            if isClean {
                HTML(text: words("admin.check-clean", ["time": words.dateAndTime(at)]))
            } else {
                "\(Tag(text: words("admin.check-broken"), tone: .error).html()) <code dir=\"ltr\">\(summary)</code>"
            }
        case .failed(let code, let at):
            "\(words("admin.check-failed", ["time": words.dateAndTime(at)])) <code dir=\"ltr\">\(code)</code>"
        }
    }

    private static func audit(
        _ lines: [AuditLine], _ kind: PaperKind?, _ names: [AccountID: String], _ visit: Visit
    ) -> Response {
        let words = visit.words
        let kinds =
            [Choice(value: "", label: words("admin.all-kinds"))]
            + words.sorted(PaperKind.allCases.map { Choice(value: $0.rawValue, label: visit.name($0)) }) { $0.label }
        let table = DataTable(
            caption: words("admin.audit-caption"),
            columns: [
                .init(title: words("admin.entry"), isNumber: true), .init(title: words("admin.when")),
                .init(title: words("admin.by")), .init(title: words("admin.paper")),
                .init(title: words("admin.revision"), isNumber: true),
            ],
            rows: lines.map { line in
                [
                    HTML(text: words.number(Int(line.sequence))), HTML(text: words.dateAndTime(line.at)),
                    signature(line.author, names, visit),
                    """
                    \(paper(line, visit))\
                    \(line.redaction.map { " " + Tag(text: words("admin.emptied"), tone: .strong).html() + " <span lang=\"en\" dir=\"ltr\">\($0)</span>" })
                    """,
                    HTML(text: words.number(line.revision)),
                ]
            })
        let older = lines.last.map { SitePath(.audit).with("kind", kind?.rawValue).with("before", String($0.sequence)) }
        return visit.administration(
            .audit,
            """
            <p class="lead">\(words("admin.audit-lead"))</p>
            <form class="search" method="get" action="\(visit.address(SitePath(.audit)))"><div>
            \(Field(words: words, name: "kind", label: words("admin.paper-kind")).select(kinds, chosen: kind?.rawValue ?? ""))</div>
            \(submitButton(words("admin.find")))</form>
            \(if: lines.isEmpty, "<p class=\"quiet\">\(words("admin.no-entries"))</p>")
            \(if: !lines.isEmpty, table.html())
            \(if: lines.count >= 100, older.map { buttons(visit.link(words("admin.older"), $0).button()) } ?? HTML())
            """)
    }

    /// What it is in words, the way to its page where it has one, and its name in the ledger.
    private static func paper(_ line: AuditLine, _ visit: Visit) -> HTML {
        let kind = line.kind.map { visit.name($0) } ?? ""
        let name = SitePath.record(line.paper).map { visit.link(kind, $0).html() } ?? HTML(text: kind)
        return "\(name)<br><code dir=\"ltr\" class=\"small quiet\">\(line.paper)</code>"
    }

    private static func signature(_ author: Author, _ names: [AccountID: String], _ visit: Visit) -> HTML {
        switch author {
        case .clock: return HTML(text: visit.words("record.author-clock"))
        case .office: return HTML(text: visit.words("record.author-office"))
        case .account(let id):
            guard let name = names[id], !name.isEmpty else { return HTML(text: visit.words("person.erased-name")) }
            return visit.link(name, .account(id)).html()
        }
    }
}

extension Visit {
    /// A kind of paper in words.
    func name(_ kind: PaperKind) -> String { words(MessageKey("paper.kind-\(kind.rawValue)")) }
}

/// What is known of the machine and the program.
public struct NodeFacts: Sendable {
    public var version: String
    public var started: Date?
    /// Bytes; 0 where they are not known.
    public var diskFree: Int
    public var diskTotal: Int
    public var ledgerBytes: Int
    public var memoryBytes: Int

    public init(
        version: String = "", started: Date? = nil, diskFree: Int = 0, diskTotal: Int = 0, ledgerBytes: Int = 0,
        memoryBytes: Int = 0
    ) {
        self.version = version
        self.started = started
        self.diskFree = diskFree
        self.diskTotal = diskTotal
        self.ledgerBytes = ledgerBytes
        self.memoryBytes = memoryBytes
    }
}

extension Duty {
    /// The part of its message's name.
    fileprivate var name: String {
        switch self {
        case .remind: "remind"
        case .passInSilence: "silence"
        case .lapse: "lapse"
        }
    }
}
