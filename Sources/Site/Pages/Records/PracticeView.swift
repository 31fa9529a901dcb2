internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// A good practice: the problem, what was done, what came of it and what did not work, and where it was used.
struct PracticeView {
    let practice: Filed<Practice>
    let institutions: [Filed<Organisation>]
    /// The request it grew out of, if this reader may read it.
    let request: DossierView?
    /// Requests in which it was taken up.
    let used: Page<DossierCard>
    let others: [Filed<Practice>]
    let history: RecordHistory
    let upkeep: UpkeepPanel
    let alike: [FoundPaper]
    /// Only what a snapshot tells.
    let isShort: Bool
    /// What is known of its links.
    let links: [String: LinkState]
    let visit: Visit

    let bright: BrightSpotPanel
    let cite: CiteAs?
    /// Those it was drawn from.
    let projects: [Filed<Project>]
    /// The one it was begun from, and those begun from it.
    let origin: Filed<Practice>?
    let copies: [Filed<Practice>]
    let beside: SideBySide?

    init(
        _ id: PracticeID, isShort: Bool = false, beside: String = "", attempt: Attempt? = nil, _ visit: Visit,
        _ desk: Desk
    ) async throws {
        self.isShort = isShort
        practice = try await desk.record(id, for: visit.viewer)
        institutions = try await desk.records(practice.body.organisations)
        request = try await desk.readable(practice.body.request, for: visit.viewer)
        used = try await desk.requests(RequestFilter(using: id.rawValue), for: visit.viewer, limit: 10)
        bright = BrightSpotPanel(
            practice: practice, spots: try await desk.brightSpots(of: id), attempt: attempt, visit: visit)
        cite = try await CiteAs(id.rawValue, visit, desk)
        origin = try await desk.records([practice.body.begunFrom].compactMap(\.self)).first
        copies = try await desk.practices(begunFrom: id)
        projects = try await desk.projects(drawnOn: id)
        self.beside = SideBySide(practice.body, beside, visit)
        let similar = RecordFilter(subject: practice.body.subjects.first)
        others = try await desk.records(Practice.self, similar, limit: 4).items.filter { $0.id != id }
        history = try await RecordHistory(of: id, visit, desk)
        upkeep = try await UpkeepPanel(.practice(id), visit, desk)
        alike = try await desk.alike(id.rawValue, in: [.request, .need, .resource, .provider, .opportunity])
        links = try await desk.linkStates(of: id.rawValue)
        self.visit = visit
    }

    func page(_ head: HTML) -> Response {
        let words = visit.words
        let body = practice.body
        let view = RecordView(
            visit: visit, up: visit.link(words("practice.all"), SitePath(.practices)), title: visit.text(body.title),
            lead: visit.paragraphs(body.summary), main: main, side: side, history: history, alike: visit.alike(alike))
        return visit.page(visit.plain(body.title), at: .practice(practice.id), head: head, view.html())
    }

    private var main: HTML {
        let words = visit.words
        return """
            \(upkeep.notice())
            \(if: upkeep.isKeeper, visit.deadLinksNotice(links, of: practice.id.rawValue, change: .practice(practice.id, .editPractice)))
            \(if: upkeep.isKeeper, ofKeeper)
            \(bright.html())
            \(beside?.html() ?? PracticeStory(body: practice.body, id: practice.id, isShort: isShort, visit: visit).html())
            \(SideBySide.links(of: practice, visit))
            \(if: visit.viewer.isSignedIn, buttons(visit.link(words("writing.copy"), copy).button()))
            \(visit.related(words("practice.used", count: used.total), used.items.map { visit.row($0) }))
            \(visit.related(words("project.practice-from"), projects.map { visit.row($0, [:]) }))
            \(visit.related(words("library.copies"), copies.map { visit.row($0) }))
            \(cite?.html())
            \(visit.related(
                words("practice.others"), others.prefix(3).map { visit.row($0) },
                more: visit.link(words("practice.every"), SitePath(.practices))))
            """
    }

    /// What she can do, and what the template still asks for.
    private var ofKeeper: HTML {
        let words = visit.words
        let missing = practice.body.missingParts.map { words(MessageKey("practice.part-\($0.rawValue)")) }
        let hint: HTML = "<p>\(words("practice.missing", ["list": words.list(missing)]))</p>"
        return """
            \(if: !missing.isEmpty, hint)
            \(buttons(visit.link(words("writing.change"), .practice(practice.id, .editPractice)).button()))
            """
    }

    private var copy: SitePath { SitePath(.newPractice).with("from", practice.id.rawValue) }

    private var side: HTML {
        let words = visit.words
        let body = practice.body
        let by = institutions.map { visit.link(visit.plain($0.body.name), .organisation($0.id)).html() }
        return facts(
            [
                (words("practice.by"), visit.listed(by)),
                (words("practice.where"), visit.places(body.countries)),
                (words("practice.year"), body.year.map { HTML(text: String($0)) }),
                (words("practice.cost"), visit.money(body.cost)),
                (words("record.subject"), visit.subjects(body.subjects)),
                (words("record.targets"), visit.targets(body.targets)),
                (words("record.assistance"), visit.assistance(body.assistance, in: .practices)),
                (
                    words("practice.from-request"),
                    request.map { view in
                        let paper = view.dossier.request
                        return visit.link(visit.plainTitle(of: paper.body), .request(paper.id)).html()
                    }
                ),
                (
                    words("library.begun-from"),
                    origin.map { visit.link(visit.plain($0.body.title), .practice($0.id)).html() }
                ),
                (words("record.links"), visit.links(body.links, links)),
            ] + upkeep.facts())
    }
}
