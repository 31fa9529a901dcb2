internal import Catalogue
internal import Cooperation
internal import Desk
internal import Exchange
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// One project: what was needed, what was done and by whom, what came of it in figures, what did not work, and everything
/// that belongs to it.
struct ProjectView {
    let project: Filed<Project>
    let partners: [Filed<Organisation>]
    let donors: [Filed<Organisation>]
    let practices: [Filed<Practice>]
    /// Others on its first theme.
    let others: [ProjectCard]
    /// Support centres that cover one of its countries.
    let hubs: [Filed<Hub>]
    let names: Institutions
    let history: RecordHistory
    let alike: [FoundPaper]
    /// What is known of its links.
    let links: [String: LinkState]
    let origin: OriginNote?
    let isMine: Bool
    let visit: Visit

    init(_ id: ProjectID, _ visit: Visit, _ desk: Desk) async throws {
        project = try await desk.record(id)
        let body = project.body
        partners = try await desk.records(body.organisations)
        donors = try await desk.records(body.donors)
        practices = try await desk.records(body.practices)
        others = try await desk.projects(ProjectFilter(subject: body.subjects.first), limit: 4).items.filter { card in
            if case .paper(let other) = card { other.id != id } else { true }
        }
        hubs = try await desk.records(Hub.self, RecordFilter(countries: Set(body.countries)), limit: 6).items
        names = try await desk.institutions(others.compactMap(\.organisation))
        history = try await RecordHistory(of: id, visit, desk)
        alike = try await desk.alike(id.rawValue, in: [.need, .request, .event, .provider])
        links = try await desk.linkStates(of: id.rawValue)
        origin = try await desk.note(on: body.origin)
        isMine = visit.viewer.isSignedIn && desk.mayRevise(project, visit.viewer)
        self.visit = visit
    }

    private var words: Words { visit.words }
    private var body: Project { project.body }

    func page(_ head: HTML) -> Response {
        let view = RecordView(
            visit: visit, up: visit.link(words("project.all"), SitePath(.projects)), title: visit.text(body.title),
            tags: visit.tags(of: body), lead: lead, main: main, side: side, history: history,
            alike: visit.alike(alike))
        return visit.page(
            visit.plain(body.title), at: .project(project.id), summary: visit.plain(body.problem).shortened(to: 160),
            head: head, view.html())
    }

    private var lead: HTML? {
        let lines = [partners.first.map { visit.link(visit.plain($0.body.name), .organisation($0.id)).html() }]
        let first = lines.compactMap { $0 }.first
        let period = visit.period(of: body).map { HTML(text: $0) }
        guard first != nil || period != nil else { return nil }
        return "<p>\(first)\(if: first != nil && period != nil, "<br>")\(period)</p>"
    }

    private var main: HTML {
        """
        \(if: isMine, buttons(visit.link(words("writing.change"), .project(project.id, .editProject)).button()))
        \(if: !body.figures.isEmpty, figures)
        \(visit.passage("project.needed", body.problem))
        \(visit.passage("project.done", body.whatWasDone))
        \(visit.passage("project.results", body.results))
        \(if: body.results.isEmpty, Notice(body: "<p>\(words("project.nothing-yet"))</p>").html())
        \(visit.passage("project.not-worked", body.whatDidNotWork))
        \(visit.related(words("project.practices"), practices.map { visit.row($0) }))
        \(visit.related(words("project.partners"), partners.map { visit.row($0) }))
        \(if: !body.otherPartners.isEmpty, elsewhere)
        \(visit.related(
            words("project.others"), others.prefix(3).map { visit.row($0, names) },
            more: visit.link(words("project.every"), SitePath(.projects))))
        """
    }

    /// Partners that are not in the directory.
    private var elsewhere: HTML {
        """
        <section><h2>\(words("project.other-partners"))</h2><ul>\(body.otherPartners.map { "<li>\(bdi: $0)</li>" })</ul>
        </section>
        """
    }

    /// What was measured, before and after.
    private var figures: HTML {
        let table = DataTable(
            caption: words("project.figures"),
            columns: [
                .init(title: words("project.measured")), .init(title: words("project.before")),
                .init(title: words("project.after")), .init(title: words("project.year")),
            ],
            rows: body.figures.map { figure in
                [
                    visit.text(figure.what), figure.before.isEmpty ? "–" : "\(bdi: figure.before)",
                    "<b>\(bdi: figure.after)</b>", HTML(text: figure.year.map(String.init) ?? "–"),
                ]
            })
        return "<section>\(table.html())</section>"
    }

    private var side: HTML {
        let paid = donors.map { visit.link(visit.plain($0.body.name), .organisation($0.id)).html() }
        return facts([
            (words("project.stage"), HTML(text: words(body.stage.message))),
            (words("project.period"), visit.period(of: body).map { HTML(text: $0) }),
            (words("partnership.countries"), visit.places(body.countries)),
            (words("partnership.direction"), body.direction.map { HTML(text: words($0.message)) }),
            (words("project.donors"), visit.listed(paid)), (words("project.funding"), visit.money(body.funding)),
            (
                words("country.hub"),
                visit.listed(hubs.map { visit.link(visit.plain($0.body.name), .hub($0.id)).html() })
            ),
            (words("record.subject"), visit.subjects(body.subjects)),
            (words("record.targets"), visit.targets(body.targets)),
            (words("record.links"), visit.links(body.links, links)),
            (words("record.taken-from"), visit.origin(origin)),
        ])
    }
}
