internal import Catalogue
internal import Cooperation
internal import Desk
internal import Foundation
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Something one can apply for: until when, who may, how, and what it gives.
struct OpportunityView {
    let call: Filed<Opportunity>
    let institution: Filed<Organisation>
    let others: [Filed<Opportunity>]
    let history: RecordHistory
    let alike: [FoundPaper]
    /// What is known of its links.
    let links: [String: LinkState]
    let visit: Visit

    init(_ id: OpportunityID, _ visit: Visit, _ desk: Desk) async throws {
        call = try await desk.record(id)
        institution = try await desk.record(call.body.organisation)
        let similar = RecordFilter(subject: call.body.subjects.first, openOn: visit.openDay, order: .deadline)
        others = try await desk.records(Opportunity.self, similar, limit: 4).items.filter { $0.id != id }
        history = try await RecordHistory(of: id, visit, desk)
        alike = try await desk.alike(id.rawValue, in: [.request, .practice])
        links = try await desk.linkStates(of: id.rawValue)
        self.visit = visit
    }

    func page(_ head: HTML) -> Response {
        let words = visit.words
        let body = call.body
        let view = RecordView(
            visit: visit, up: visit.link(words("opportunity.all"), SitePath(.opportunities)),
            title: visit.text(body.title), tags: visit.tags(of: body),
            lead: "<p>\(visit.link(visit.plain(institution.body.name), .organisation(institution.id)).html())</p>",
            main: main, side: side, history: history, alike: visit.alike(alike))
        return visit.page(visit.plain(body.title), at: .opportunity(call.id), head: head, view.html())
    }

    private var main: HTML {
        let words = visit.words
        let body = call.body
        return """
            \(if: visit.maySeeNeeds(of: body.organisation), buttons(
                visit.link(words("fit.title"), .opportunity(call.id, .opportunityRequests)).button()))
            \(visit.passage("opportunity.description", body.description))
            \(visit.passage("opportunity.who", body.eligibility.words))
            \(visit.passage("opportunity.how", body.howToApply))
            \(visit.related(
                words("opportunity.others"), others.prefix(3).map { visit.row($0, [:]) },
                more: visit.link(words("opportunity.every-open"), SitePath(.opportunities))))
            """
    }

    /// At which moment it closes: as the call says it, by the world's clock, and by the reader's own where a script runs.
    private var hour: HTML? {
        guard let closes = call.body.closes else { return nil }
        let words = visit.words
        let world = words.dateAndTime(closes)
        let machine = closes.formatted(Date.ISO8601FormatStyle(timeZone: .gmt))
        let own: HTML = """
            <span class="small quiet" data-own="\(words("opportunity.own-clock"))" hidden> <time datetime="\(machine)"></time></span>
            """
        guard let time = call.body.deadlineTime, let zone = call.body.deadlineZone else {
            return HTML(text: words("opportunity.no-hour", ["moment": world])) + own
        }
        let place = zone.split(separator: "/").last.map { String($0).replacing("_", with: " ") } ?? zone
        return HTML(text: words("opportunity.at-hour", ["time": time, "place": place, "moment": world])) + own
    }

    private var side: HTML {
        let words = visit.words
        let body = call.body
        let types = body.eligibility.organisationTypes.map { HTML(text: $0.label(in: visit.language)) }
        return facts([
            (words("opportunity.deadline"), HTML(text: visit.deadline(body))),
            (words("opportunity.hour"), hour),
            (words("opportunity.amount"), visit.money(body.upTo)),
            (words("opportunity.starts"), body.starts.map { HTML(text: visit.day($0)) }),
            (words("opportunity.ends"), body.ends.map { HTML(text: visit.day($0)) }),
            (words("opportunity.may-apply"), visit.places(body.eligibility.countries)),
            (
                words("opportunity.organisation-types"),
                visit.listed(types) ?? HTML(text: words("opportunity.every-type"))
            ),
            (words("opportunity.where"), visit.places(body.coverage)),
            (words("record.assistance"), visit.assistance(body.types, in: .opportunities)),
            (words("record.subject"), visit.subjects(body.subjects)),
            (words("record.targets"), visit.targets(body.targets)),
            (words("record.languages"), body.languages.isEmpty ? nil : HTML(text: visit.languages(body.languages))),
            (words("record.links"), visit.links(body.links, links)),
        ])
    }
}
