internal import Catalogue
internal import Desk
internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import Localisation
internal import NIOCore
internal import TextAnalysis
internal import WebSupport

/// What programs ask for, at addresses without a language: lasting addresses, OAI-PMH, the map of the site, robots.txt.
struct MachinePages {
    let site: Site
    let router: Router<SiteContext>

    static func add(to router: Router<SiteContext>, _ site: Site) {
        let pages = MachinePages(site: site, router: router)
        pages.addHarvest()
        pages.addMap()
        pages.addLastingAddresses()
    }

    private var publisher: Publisher { site.settings.publisher }

    // MARK: OAI-PMH

    static let oaiPath = "/oai"

    private func addHarvest() {
        let (desk, publisher) = (site.desk, publisher)
        let provider: @Sendable () -> OAIProvider = {
            OAIProvider(
                Shelf(desk), publisher, name: Words(.english, messages: desk.messages)("common.site-name"),
                base: publisher.address(path: Self.oaiPath))
        }
        router.get(RouterPath(Self.oaiPath)) { request, _ in
            try await Self.answer(provider(), try? request.query())
        }
        router.post(RouterPath(Self.oaiPath)) { request, _ in
            try await Self.answer(provider(), try? await request.unguardedForm(limits: .query))
        }
        router.get(RouterPath(OwnFormat.schemaPath)) { _, _ in
            Self.text(OwnFormat.schema, "application/xml; charset=utf-8")
        }
    }

    /// A request that cannot even be read has no verb.
    private static func answer(_ provider: OAIProvider, _ form: Form?) async throws -> Response {
        let pairs = (form?.fields ?? [:]).sorted { $0.key < $1.key }.flatMap { name, values in
            values.map { (name: name, value: $0) }
        }
        var response = text(try await provider.answer(pairs), "text/xml; charset=utf-8")
        response.headers[.cacheControl] = "no-cache"
        return response
    }

    // MARK: The map

    private static let mapPath = "/sitemap.xml"

    private func addMap() {
        let map = Sitemap(Shelf(site.desk), publisher)
        let robots = """
            User-agent: *
            Disallow: /*/work
            Disallow: /*/desk
            Disallow: /*/sign-in

            Sitemap: \(publisher.address(path: Self.mapPath))

            """
        router.get("/robots.txt") { _, _ in Self.text(robots, "text/plain; charset=utf-8") }
        router.get(RouterPath(Self.mapPath)) { _, _ in
            Self.text(try await map.index { "/sitemap/\($0).xml" }, "application/xml; charset=utf-8")
        }
        router.get("/sitemap/:id") { _, context in
            let number = try context.pathParameter("id") { name in
                name.hasSuffix(".xml") ? Int(name.dropLast(4)).flatMap { (0...100_000).contains($0) ? $0 : nil } : nil
            }
            guard let text = try await map.file(number, pages: Self.pages) else { throw WebProblem(.notFound) }
            return Self.text(text, "application/xml; charset=utf-8")
        }
    }

    /// Pages that are always there.
    private static func pages(in language: Language) -> [String] {
        let routes: [SiteRoute] = [
            .home, .about, .figures, .gaps, .countries, .data, .requests, .needs, .providers, .opportunities,
            .practices,
            .resources, .partnerships, .events, .projects, .hubs, .organisations,
        ]
        return routes.map { SitePath($0).address(in: language) }
    }

    // MARK: Lasting addresses

    private func addLastingAddresses() {
        let site = site
        router.get("/id/:id") { request, context in
            let key = try context.pathParameter("id") { SitePath.record($0) == nil ? nil : $0 }
            let language = LanguageLayer.preferred(by: request)
            guard let path = SitePath.record(key), let local = LocalPath(path.address(in: language)) else {
                throw WebProblem(.notFound)
            }
            guard let publication = try await site.desk.publication(key) else { throw DeskError.notFound }
            // What was merged leads on from its page.
            let leadsOn = try await site.desk.isMerged(key)
            guard !publication.isGone || leadsOn else { return Self.gone(request, context, site) }
            var response = Response.seeOther(local)
            response.headers[.vary] = "Accept-Language"
            return response
        }
    }

    /// It was here, and is not any more (410).
    private static func gone(_ request: Request, _ context: SiteContext, _ site: Site) -> Response {
        let visit = Visit(request, context, site.settings, site.desk)
        let words = visit.words
        let state = EmptyState(
            title: words("data.gone"), body: words("data.gone-body"),
            action: visit.link(words("errors.go-search"), SitePath(.search)).button())
        return .page(
            visit.html(words("data.gone"), at: SitePath(.home), "<h1>\(words("data.gone"))</h1>" + state.html()),
            status: .gone)
    }

    private static func text(_ text: String, _ type: String) -> Response {
        var headers: HTTPFields = [.contentType: type]
        headers.openToAll()
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
