internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// One partnership: who is in it, on what, since when, to what they have bound themselves, and others on the same theme.
struct PartnershipView {
    let partnership: Filed<Partnership>
    let institutions: [Filed<Organisation>]
    let others: [Filed<Partnership>]
    let history: RecordHistory
    let isMine: Bool
    let visit: Visit

    init(_ id: PartnershipID, _ visit: Visit, _ desk: Desk) async throws {
        partnership = try await desk.record(id)
        institutions = try await desk.records(partnership.body.organisations)
        let alike = RecordFilter(subject: partnership.body.subjects.first)
        others = try await desk.records(Partnership.self, alike, limit: 4).items.filter { $0.id != id }
        history = try await RecordHistory(of: id, visit, desk)
        isMine = visit.viewer.isSignedIn && desk.mayRevise(partnership, visit.viewer)
        self.visit = visit
    }

    func page(_ head: HTML) -> Response {
        let words = visit.words
        let body = partnership.body
        let view = RecordView(
            visit: visit, up: visit.link(words("partnership.all"), SitePath(.partnerships)),
            title: visit.text(body.title), tags: visit.tags(of: body), lead: visit.paragraphs(body.summary),
            main: main, side: side, history: history)
        return visit.page(visit.plain(body.title), at: .partnership(partnership.id), head: head, view.html())
    }

    private var main: HTML {
        let words = visit.words
        let body = partnership.body
        let drawing = NetworkDrawing(
            words: words, caption: words("partnership.members", count: body.countries.count),
            knots: [.init(title: visit.plain(body.title), countries: body.countries)])
        return """
            \(if: isMine, buttons(visit.link(words("writing.change"), .partnership(partnership.id, .editPartnership)).button()))
            \(visit.passage("partnership.commitments", body.commitments))
            \(if: body.countries.count > 1, drawing.html())
            \(visit.related(words("record.organisations"), institutions.map { visit.row($0) }))
            \(visit.related(
                words("partnership.others"), others.prefix(3).map { visit.row($0) },
                more: visit.link(words("partnership.every"), SitePath(.partnerships))))
            """
    }

    private var side: HTML {
        let words = visit.words
        let body = partnership.body
        return facts([
            (words("partnership.form"), HTML(text: words(body.form.message))),
            (words("partnership.direction"), body.direction.map { HTML(text: words($0.message)) }),
            (words("partnership.starts"), body.starts.map { HTML(text: visit.day($0)) }),
            (words("partnership.ends"), HTML(text: body.ends.map { visit.day($0) } ?? words("partnership.open-ended"))),
            (words("partnership.countries"), visit.places(body.countries)),
            (words("record.subject"), visit.subjects(body.subjects)),
            (words("record.targets"), visit.targets(body.targets)),
            (words("record.links"), visit.links(body.links)),
        ])
    }
}
