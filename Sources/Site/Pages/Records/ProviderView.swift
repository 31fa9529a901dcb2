internal import Catalogue
internal import Cooperation
internal import Desk
internal import Hummingbird
internal import Localisation
internal import TextAnalysis
internal import Vocabulary
internal import WebSupport

/// Who can help: what they offer, where and in which languages, whom they have helped and what came of it.
struct ProviderView {
    let provider: Filed<ProviderProfile>
    let institution: Filed<Organisation>
    let helped: Page<DossierCard>
    let practices: [Filed<Practice>]
    let history: RecordHistory
    let upkeep: UpkeepPanel
    let alike: [FoundPaper]
    let promotion: Promotion
    /// What is known of its links.
    let links: [String: LinkState]
    let origin: OriginNote?
    let visit: Visit

    init(_ id: ProviderID, _ visit: Visit, _ desk: Desk) async throws {
        provider = try await desk.record(id, for: visit.viewer)
        let organisation = provider.body.organisation
        institution = try await desk.record(organisation)
        helped = try await desk.requests(
            RequestFilter(helpedWith: .provider(id)), for: visit.viewer, limit: 5)
        practices = try await desk.records(Practice.self, RecordFilter(organisation: organisation), limit: 5).items
        history = try await RecordHistory(of: id, visit, desk)
        upkeep = try await UpkeepPanel(.provider(id), visit, desk)
        alike = try await desk.alike(id.rawValue, in: [.need, .request, .provider])
        origin = try await desk.note(on: provider.body.origin)
        promotion = try await desk.promotion(of: id, for: visit.viewer)
        links = try await desk.linkStates(of: id.rawValue)
        self.visit = visit
    }

    func page(_ head: HTML) -> Response {
        let words = visit.words
        let body = provider.body
        let view = RecordView(
            visit: visit, up: visit.link(words("provider.all"), SitePath(.providers)), title: visit.text(body.title),
            tags: visit.isFull(body) ? [Tag(text: words("provider.full"))] : [],
            lead: "<p>\(visit.link(visit.plain(institution.body.name), .organisation(institution.id)).html())</p>",
            main: main, side: side, history: history, alike: visit.alike(alike))
        return visit.page(visit.plain(body.title), at: .provider(provider.id), head: head, view.html())
    }

    private var main: HTML {
        let words = visit.words
        let body = provider.body
        return """
            \(upkeep.notice())
            \(if: upkeep.isKeeper, visit.deadLinksNotice(links, of: provider.id.rawValue, change: .provider(provider.id, .editProvider)))
            \(if: upkeep.isKeeper, buttons(visit.link(words("writing.change"), .provider(provider.id, .editProvider)).button()))
            \(if: visit.maySeeNeeds(of: body.organisation), buttons(
                visit.link(words("fit.title"), .provider(provider.id, .providerNeeds)).button(.act)))
            \(if: visit.viewer.organisations.contains(body.organisation), CapacityForm(visit: visit, provider: provider).html())
            \(PromotionView(visit: visit, promotion: promotion).html())
            <p>\(visit.link(words("promote.page"), .provider(provider.id, .profile)).html())</p>
            \(visit.passage("provider.expertise", body.expertise))
            \(visit.passage("provider.past", body.pastCollaborations))
            \(visit.related(words("provider.helped", count: helped.total), helped.items.map { visit.row($0) }))
            \(visit.related(words("provider.practices"), practices.map { visit.row($0) }))
            <section><h2>\(words("provider.ask"))</h2><p>\(words("provider.ask-body"))</p>
            \(buttons(
                visit.link(words("home.need-help"), SitePath(.newRequest)).button(.act),
                visit.link(
                    words("enquiry.write"),
                    SitePath.organisation(institution.id, .newEnquiry).with("about", provider.id.rawValue)).button()))</section>
            """
    }

    private var side: HTML {
        let words = visit.words
        let body = provider.body
        return facts(
            [
                (words("record.expert"), body.expert.map { "\(bdi: $0.name)" }),
                (words("record.orcid"), body.orcid.flatMap { visit.identifier($0.description, $0.address) }),
                (words("provider.serves"), visit.places(body.coverage)),
                (words("provider.free"), visit.assistance(body.free, in: .providers)),
                (words("provider.at-cost"), visit.assistance(body.atCost, in: .providers)),
                (words("record.subject"), visit.subjects(body.subjects)),
                (words("record.targets"), visit.targets(body.targets)),
                (words("record.languages"), HTML(text: visit.languages(body.languages))),
                (
                    words("provider.capacity"),
                    body.requestsPerYear.map { HTML(text: words("provider.per-year", count: $0)) }
                ),
                (
                    words("provider.full"),
                    visit.isFull(body)
                        ? body.fullUntil.map { HTML(text: words("provider.full-until", ["date": visit.day($0)])) } : nil
                ),
                (words("record.links"), visit.links(body.links, links)),
                (words("record.taken-from"), visit.origin(origin)),
            ] + upkeep.facts())
    }
}
