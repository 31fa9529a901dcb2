internal import Catalogue
internal import Cooperation
internal import Desk
internal import Foundation
internal import Hummingbird
internal import Localisation
internal import WebSupport

/// A resource: what it is, whose it is, where it lies, where we have it from, and what belongs to it here.
struct ResourceView {
    let resource: Filed<Resource>
    let history: RecordHistory
    let upkeep: UpkeepPanel
    let alike: [FoundPaper]
    /// The library that is read on schedule, where it came from one.
    let source: Filed<Source>?
    let links: [String: LinkState]
    /// Requests in which it was used, as far as this reader may know them.
    let used: Page<DossierCard>
    let cite: CiteAs?
    let visit: Visit

    init(_ id: ResourceID, _ visit: Visit, _ desk: Desk) async throws {
        resource = try await desk.record(id, for: visit.viewer)
        history = try await RecordHistory(of: id, visit, desk)
        upkeep = try await UpkeepPanel(.resource(id), visit, desk)
        alike = try await desk.alike(id.rawValue, in: [.practice, .resource, .request, .need])
        source = try await desk.source(of: resource)
        used = try await desk.requests(RequestFilter(using: id.rawValue), for: visit.viewer, limit: 10)
        cite = try await CiteAs(id.rawValue, visit, desk)
        links = try await desk.linkStates(of: id.rawValue)
        self.visit = visit
    }

    func page(_ head: HTML) -> Response {
        let body = resource.body
        let view = RecordView(
            visit: visit, up: visit.link(visit.words("resource.all"), SitePath(.resources)),
            title: visit.text(body.title), tags: [Tag(text: visit.name(body.form))],
            lead: body.authors.isEmpty ? nil : "<p>\(bdi: visit.words.list(body.authors))</p>", main: main, side: side,
            history: history, alike: visit.alike(alike))
        return visit.page(
            visit.plain(body.title), at: .resource(resource.id), head: head, view.html())
    }

    private var main: HTML {
        let words = visit.words
        let body = resource.body
        let change = visit.link(words("writing.change"), .resource(resource.id, .editResource)).button()
        return """
            \(upkeep.notice())
            \(if: upkeep.isKeeper, visit.deadLinksNotice(links, of: resource.id.rawValue, change: .resource(resource.id, .editResource)))
            \(if: upkeep.isKeeper && body.origin?.source == nil, buttons(change))
            \(visit.passage("resource.summary", body.summary))
            <section><h2>\(words("resource.where"))</h2><p>\(words("resource.where-body"))</p>
            \(visit.links(body.links, links))</section>
            \(if: body.origin != nil, origin)
            \(visit.related(words("library.used", count: used.total), used.items.map { visit.row($0) }))
            \(cite?.html())
            """
    }

    /// Whose list it came from, when, and what one may do with it.
    private var origin: HTML {
        let words = visit.words
        return """
            <section><h2>\(words("resource.source"))</h2><p>\(words("resource.source-body"))</p>
            \(facts([
                (words("resource.source-name"), sourceLink),
                (words("resource.source-read"), HTML(text: words.date(source?.body.last?.at ?? resource.at))),
                (words("resource.source-changed"), HTML(text: words.date(resource.at))),
                (words("resource.rights"), HTML(text: resource.body.rights.isEmpty ? words("resource.no-rights") : resource.body.rights)),
            ]))</section>
            """
    }

    private var side: HTML {
        let words = visit.words
        let body = resource.body
        return facts(
            [
                (words("resource.form"), HTML(text: visit.name(body.form))),
                (words("resource.publisher"), body.publisher.isEmpty ? nil : "\(bdi: body.publisher)"),
                (words("resource.issued"), issued),
                (
                    words("record.languages"),
                    body.languages.isEmpty ? nil : HTML(text: visit.languages(body.languages))
                ),
                (words("record.subject"), visit.subjects(body.subjects)),
                (words("record.targets"), visit.targets(body.targets)),
                (words("resource.about-country"), body.countries.isEmpty ? nil : visit.places(body.countries)),
                (words("resource.rights"), body.rights.isEmpty ? nil : "<span dir=\"auto\">\(body.rights)</span>"),
                (
                    words("resource.doi"),
                    body.doi.map { "<a href=\"\($0.address)\"><bdi dir=\"ltr\">\($0.description)</bdi></a>" }
                ),
            ] + upkeep.facts())
    }

    private var issued: HTML? {
        if let day = resource.body.issued { return HTML(text: visit.day(day)) }
        return resource.body.year.map { HTML(text: String($0)) }
    }

    private var sourceLink: HTML? {
        guard let origin = resource.body.origin else { return nil }
        guard let link = SafeLink(origin.address) else { return "\(bdi: origin.name)" }
        return "<a href=\"\(link: link)\" rel=\"nofollow ugc noopener\">\(bdi: origin.name)</a>"
    }
}
