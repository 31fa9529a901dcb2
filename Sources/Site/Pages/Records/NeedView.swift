internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// A need: what is lacking, where that is said, who asks for help with it, and who works on it.
struct NeedView {
    let need: Filed<Need>
    let providers: [Filed<ProviderProfile>]
    let names: Institutions
    let others: [Filed<Need>]
    /// The request that asks for it, if this reader may read it.
    let request: DossierView?
    let history: RecordHistory
    let alike: [FoundPaper]
    let visit: Visit
    private let mayRevise: Bool

    init(_ id: NeedID, _ visit: Visit, _ desk: Desk) async throws {
        need = try await desk.record(id)
        let subject = need.body.subjects.first
        let offers = RecordFilter(subject: subject, country: need.body.country)
        providers = subject == nil ? [] : try await desk.records(ProviderProfile.self, offers, limit: 3).items
        names = try await desk.institutions(providers.map(\.body.organisation))
        others = try await desk.records(Need.self, RecordFilter(subject: subject), limit: 4).items.filter {
            $0.id != id
        }
        request = try await desk.readable(need.body.request, for: visit.viewer)
        history = try await RecordHistory(of: id, visit, desk)
        alike = try await desk.alike(id.rawValue, in: [.practice, .resource, .opportunity])
        mayRevise = desk.mayRevise(need, visit.viewer)
        self.visit = visit
    }

    func page(_ head: HTML) -> Response {
        let words = visit.words
        let body = need.body
        let title = body.statement.shortened(to: 160)
        let view = RecordView(
            visit: visit, up: visit.link(words("record.needs"), SitePath(.needs)), title: visit.text(title),
            tags: [body.priority.map { Tag(text: words(MessageKey("record.priority-\($0.rawValue)"))) }]
                .compactMap { $0 },
            main: main, side: side, history: history, alike: visit.alike(alike))
        return visit.page(visit.plain(title), at: .need(need.id), head: head, view.html())
    }

    private var more: NeedDetails { NeedDetails(need: need, visit: visit, mayRevise: mayRevise) }

    /// The title does not hold all of it.
    private var isCut: Bool { visit.plain(need.body.statement).count > 160 }

    private var main: HTML {
        let words = visit.words
        let subject = need.body.subjects.first
        return """
            \(if: isCut, visit.passage("record.statement", need.body.statement))
            \(more.ending)\(more.told)\(if: need.body.ended == nil, asking)\(more.acts)
            \(visit.related(
                words("record.may-answer"), providers.map { visit.row($0, names) },
                more: visit.link(
                    words("record.more-providers"),
                    SitePath(.providers).with("subject", subject?.description)
                        .with("country", need.body.country.description))))
            \(visit.related(
                words("record.similar-needs"), others.prefix(3).map { visit.row($0) },
                more: visit.link(words("record.all-needs"), SitePath(.needs).with("subject", subject?.description))))
            """
    }

    /// The request that came of it, or the way to make one.
    private var asking: HTML {
        let words = visit.words
        guard let request else {
            return EmptyState(
                title: words("record.not-asked"), body: words("record.not-asked-body"),
                action: visit.link(words("record.ask"), SitePath(.newRequest)).button(.act)
            ).html()
        }
        let paper = request.dossier.request
        let row = RegisterRow(
            title: visit.title(of: paper.body), address: visit.address(.request(paper.id)),
            facts: [visit.word(request.state)],
            below: visit.way(request.milestones, in: request.state, expecting: request.expectation).small())
        return visit.related(words("record.asked"), [row])
    }

    private var side: HTML {
        let words = visit.words
        let body = need.body
        return facts([
            (words("common.country"), visit.link(visit.name(body.country), .country(body.country)).html()),
            (words("record.lack"), HTML(text: words(MessageKey("record.lack-\(body.lack.rawValue)")))),
            (
                words("record.level"),
                body.level.map { HTML(text: words(MessageKey("record.level-\($0.rawValue)"))) }
            ),
            (words("need.conventions"), more.conventions), (words("need.q-heading"), more.heading),
            (words("record.subject"), visit.subjects(body.subjects)),
            (words("record.targets"), visit.targets(body.targets)),
            (words("record.assistance"), visit.assistance(body.assistance, in: .providers)),
            (words("need.q-holders"), more.holders), (words("need.due"), body.due.map { HTML(text: visit.day($0)) }),
            (words("record.source"), body.source.isEmpty ? nil : "\(bdi: body.source)"),
        ]) + "<p class=\"small quiet\">\(Definition.need.texts[visit.language])</p>"
    }
}
