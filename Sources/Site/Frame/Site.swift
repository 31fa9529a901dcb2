public import Desk
public import Hummingbird
internal import HTTPTypes
internal import TextAnalysis
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
    /// The accounts shown on the page to sign in, in demonstration.
    public var demonstrationAccounts: [DemonstrationAccount]

    public init(
        isDemonstration: Bool = false, isSecure: Bool = false, trustedProxies: Int = 0, key: SecretKey,
        demonstrationAccounts: [DemonstrationAccount] = []
    ) {
        self.isDemonstration = isDemonstration
        self.isSecure = isSecure
        self.trustedProxies = trustedProxies
        self.key = key
        self.demonstrationAccounts = demonstrationAccounts
    }
}

/// An account everybody may use in demonstration.
public struct DemonstrationAccount: Sendable {
    public var name: String
    public var email: String
    public var password: String

    public init(name: String, email: String, password: String) {
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

    public init(desk: Desk, settings: SiteSettings) {
        self.desk = desk
        self.settings = settings
    }

    /// All addresses with all layers before them.
    public func responder() -> some HTTPResponder { router().buildResponder() }

    func router() -> Router<SiteContext> {
        let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
        let desk = desk
        WebStack<SiteContext>(
            isSecure: settings.isSecure, key: settings.key, assets: SiteAssets.assets,
            errorPages: ErrorPage.layer(self),
            own: [LanguageLayer()], lookUp: { hash in try await desk.visitor(tokenHash: hash) }
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
        SignInPage.add(to: routes)
        router.answerWrongMethods()
        return router
    }
}
