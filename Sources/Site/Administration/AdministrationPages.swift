internal import Cooperation
internal import Desk
internal import Foundation
internal import Hummingbird
internal import Localisation
internal import Vocabulary
internal import WebSupport

/// The administrator's pages: people, deadlines, lists, jobs, letters, health, audit.
enum AdministrationPages {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.get(.administration) { _, _, visit, desk in try await OverviewPage.page(visit, desk, site) }
        AccountsPages.add(to: routes)
        InvitationsPage.add(to: routes)
        DeadlinePages.add(to: routes)
        LettersPage.add(to: routes)
        TextsPages.add(to: routes)
        WatchPages.add(to: routes)
    }

    static let places: [SiteRoute] = [
        .administration, .accounts, .invitations, .deadlines, .lists, .texts, .jobs, .letters, .health, .audit,
    ]
}

extension Visit {
    /// A page of the administration: the tabs of all of them stand on top.
    func administration(_ route: SiteRoute, title: String? = nil, at path: SitePath? = nil, _ content: HTML) -> Response
    {
        let name = title ?? words(MessageKey("admin.\(route)"))
        let links = AdministrationPages.places.map { place in
            (
                link: link(words(MessageKey("admin.\(place)")), SitePath(place), isCurrent: place == route),
                count: String?.none
            )
        }
        return page(
            name, at: path ?? SitePath(route),
            "\(tabs(label: words("admin.administration"), links))<h1>\(name)</h1>\(content)")
    }
}

/// What an administrator sees first: what is wrong, and where to look.
enum OverviewPage {
    static func page(_ visit: Visit, _ desk: Desk, _ site: Site) async throws -> Response {
        let words = visit.words
        let health = try await desk.health(for: visit.viewer)
        let post = try await desk.post(for: visit.viewer)
        let jobs = try await desk.jobs(for: visit.viewer)
        let facts = site.settings.facts()
        let isLow = facts.diskTotal > 0 && Double(facts.diskFree) < 0.1 * Double(facts.diskTotal)
        var worries: [HTML] = []
        if !post.failed.isEmpty {
            worries.append(
                visit.link(words("admin.worry-letters", count: post.failed.count), SitePath(.letters)).html())
        }
        if jobs.behind > 0 { worries.append(visit.link(words("admin.worry-behind"), SitePath(.jobs)).html()) }
        if isLow { worries.append(visit.link(words("admin.worry-disk"), SitePath(.health)).html()) }
        if case .done(isClean: false, _, _) = health.check {
            worries.append(visit.link(words("admin.worry-ledger"), SitePath(.health)).html())
        }
        let places = AdministrationPages.places.dropFirst().map { place in
            Card(
                link: visit.link(words(MessageKey("admin.\(place)")), SitePath(place)),
                body: words(MessageKey("admin.about-\(place)")), level: .second)
        }
        return visit.administration(
            .administration,
            """
            \(if: worries.isEmpty, "<p class=\"lead\">\(words("admin.all-well"))</p>")
            \(if: !worries.isEmpty, Notice(tone: .act, title: words("admin.worries"), body: "<ul>\(worries.map { "<li>\($0)</li>" as HTML })</ul>").html())
            \(cards(Array(places)))
            """)
    }
}
