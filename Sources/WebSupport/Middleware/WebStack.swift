public import Hummingbird
import Logging

/// The layers every request passes, in the one order that works:
/// pages that did not change, log, security headers, compression, cookies, error pages, files, same origin, then the site's own (language), session.
///
///     let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
///     stack.stand(before: router)      // first: a layer stands before routes added after it
///     router.get("needs/:id", use: show)
///     router.answerWrongMethods()      // last
public struct WebStack<Context: WebRequestContext> {
    /// Whether people reach the site by https.
    public var isSecure: Bool
    public var key: SecretKey
    public var assets: Assets
    public var errorPages: ErrorPages<Context>
    /// Layers of the site's own, before the session is asked for.
    public var own: [any MiddlewareProtocol<Request, Response, Context>]
    public var lookUp: Sessions<Context>.LookUp
    /// Nil: every page is made anew.
    public var publicPages: PublicPages<Context>?

    public init(
        isSecure: Bool, key: SecretKey, assets: Assets, errorPages: ErrorPages<Context>,
        own: [any MiddlewareProtocol<Request, Response, Context>] = [],
        publicPages: PublicPages<Context>? = nil, lookUp: @escaping Sessions<Context>.LookUp
    ) {
        self.isSecure = isSecure
        self.key = key
        self.assets = assets
        self.errorPages = errorPages
        self.own = own
        self.lookUp = lookUp
        self.publicPages = publicPages
    }

    public func stand(before router: Router<Context>) {
        if let publicPages { router.add(middleware: publicPages) }
        router.add(middleware: RequestLog<Context>())
        router.add(middleware: SecurityHeaders<Context>(isSecure: isSecure))
        router.add(middleware: Compression<Context>())
        router.add(middleware: BrowserCookies<Context>(guardian: FormGuard(key: key), isSecure: isSecure))
        router.add(middleware: errorPages)
        router.add(middleware: AssetFiles<Context>(assets))
        router.add(middleware: SameOrigin<Context>())
        for layer in own { router.add(middleware: layer) }
        router.add(middleware: Sessions<Context>(lookUp: lookUp))
    }
}
