public import Cooperation
public import Desk
internal import Exchange
public import Hummingbird
internal import HTTPTypes
public import Logging
public import ServiceLifecycle
public import TextAnalysis
public import WebSupport

/// What is particular to this installation.
public struct SiteSettings: Sendable {
    /// Shows on every page that the data are for demonstration, and the accounts on the page to sign in.
    public var isDemonstration: Bool
    /// People reach the site by https.
    public var isSecure: Bool
    /// How many proxies of ours stand before the program.
    public var trustedProxies: Int
    /// Makes the tokens of forms.
    public var key: SecretKey
    /// Adds an address that fetches what the search page shows and draws nothing, to measure the drawing (`bench pages`).
    public var isMeasured = false
    /// The accounts shown on the page to sign in, in demonstration.
    public var openAccounts: [OpenAccount]
    /// Where people find the site, as in `https://bio-bridge.example`: for addresses that go out of it.
    public var baseAddress: String
    /// Where those write to who read the site by program.
    public var contact: String
    /// Looks where a link leads; nil where this node asks nobody.
    public var look: (@Sendable (String) async -> LinkRound.Finding)?
    /// What administrators are shown of the machine; asked for at each look.
    public var facts: @Sendable () -> NodeFacts

    public init(
        isDemonstration: Bool = false, isSecure: Bool = false, trustedProxies: Int = 0, key: SecretKey,
        openAccounts: [OpenAccount] = [], baseAddress: String = "http://localhost",
        contact: String = "post@bio-bridge.invalid",
        look: (@Sendable (String) async -> LinkRound.Finding)? = nil,
        facts: @escaping @Sendable () -> NodeFacts = { NodeFacts() }
    ) {
        self.isDemonstration = isDemonstration
        self.isSecure = isSecure
        self.trustedProxies = trustedProxies
        self.key = key
        self.openAccounts = openAccounts
        self.baseAddress = baseAddress
        self.contact = contact
        self.look = look
        self.facts = facts
    }

    var publisher: Publisher { Site.publisher(base: baseAddress, contact: contact) }
}

/// An account everybody may use in demonstration.
public struct OpenAccount: Sendable {
    /// What it stands for, in the reader's language.
    public var name: @Sendable (Language) -> String
    public var email: String
    public var password: String

    public init(name: @escaping @Sendable (Language) -> String, email: String, password: String) {
        self.name = name
        self.email = email
        self.password = password
    }
}

/// The site: pages over the desk.
public struct Site: Sendable {
    let desk: Desk
    let settings: SiteSettings
    let limits = SignInLimits()
    let kept = KeptForms()
    let accountLimits = AccountLimits()
    let spool: FileSpool

    public init(desk: Desk, settings: SiteSettings) {
        self.desk = desk
        self.settings = settings
        spool = FileSpool(folder: desk.folderOfFiles)
    }

    /// The site as a server. It runs until it is told to stop, together with the services given.
    public func application(
        host: String, port: Int, services: [any Service], logger: Logger, opened: @escaping @Sendable () async -> Void
    ) -> some ApplicationProtocol {
        var application = Application(
            router: router(), configuration: .init(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { _ in await opened() }, logger: logger)
        for service in services { application.addServices(service) }
        return application
    }

    func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        let desk = desk
        WebStack<SiteContext>(
            isSecure: settings.isSecure, key: settings.key, assets: SiteAssets.assets,
            errorPages: ErrorPage.layer(self),
            own: [LanguageLayer()], publicPages: PublicPages { await desk.publicEdition() },
            lookUp: { hash in try await desk.visitor(tokenHash: hash) }
        ).stand(before: router)
        router.get("/") { request, _ in
            let language = LanguageLayer.language(of: request)
            guard let path = LocalPath(SitePath(.home).address(in: language)) else { throw WebProblem(.unexpected) }
            var response = Response.seeOther(path)
            response.headers[.vary] = "Accept-Language"
            return response
        }
        let routes = Routes(router: router, site: self)
        HomePage.add(to: routes)
        ListPages.add(to: routes)
        RecordPages.add(to: routes)
        PartnershipPages.add(to: routes)
        EventPages.add(to: routes)
        ProjectPages.add(to: routes)
        WritingPages.add(to: routes)
        UpkeepPages.add(to: routes)
        HubCoveragePages.add(to: routes)
        HubDeskPage.add(to: routes)
        BalancePages.add(to: routes)
        EngagementPages.add(to: routes)
        CountryPages.add(to: routes)
        TopicPages.add(to: routes)
        SearchPage.add(to: routes)
        FiguresPage.add(to: routes)
        FitPages.add(to: routes)
        NeedPages.add(to: routes)
        MatrixPages.add(to: routes)
        DocumentPages.add(to: routes)
        AboutPage.add(to: routes)
        if settings.isDemonstration { ComponentsPage.add(to: routes) }
        SignInPage.add(to: routes)
        WorkPages.add(to: routes)
        FilePages.add(to: routes)
        DataPage.add(to: routes)
        ResourcePages.add(to: routes)
        DeadLinkPages.add(to: routes)
        RecordLinkPages.add(to: routes)
        BrightSpotPages.add(to: routes)
        PracticeDraftPages.add(to: routes)
        WriteShopPages.add(to: routes)
        BundlePages.add(to: routes)
        ImportPages.add(to: routes)
        SourcePages.add(to: routes)
        MachinePages.add(to: router, self)
        if settings.isMeasured { SearchPage.addMeasure(to: router, desk) }
        AccountsRoom.add(to: routes)
        AdministrationPages.add(to: routes)
        router.answerWrongMethods()
        return router
    }
}
