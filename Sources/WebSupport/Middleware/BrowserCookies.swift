import HTTPTypes
public import Hummingbird

/// Reads the session's and the visitor's cookie into the ``WebState`` and sends back what became of them.
///
/// Over https their names begin with `__Host-`, which browsers accept from this very host only.
public struct BrowserCookies<Context: WebRequestContext>: RouterMiddleware {
    private let guardian: FormGuard
    private let isSecure: Bool
    /// How long a visitor's cookie stays: a form may lie open for a day.
    private let visitorSeconds = 86_400
    /// How long a browser is known.
    private let knownSeconds = 180 * 86_400

    public init(guardian: FormGuard, isSecure: Bool) {
        self.guardian = guardian
        self.isSecure = isSecure
    }

    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        context.web.open(
            BrowserCookieState(
                session: token("session", request), visitor: token("visitor", request),
                known: Cookies.values(of: fullName("known"), in: request.headers[values: .cookie]).first),
            guardian: guardian)
        var response = try await next(request, context)
        for change in context.web.cookies.changes {
            response.headers.append(HTTPField(name: .setCookie, value: line(for: change)))
        }
        return response
    }

    /// The first that could be one of ours.
    private func token(_ name: String, _ request: Request) -> Token? {
        Cookies.values(of: fullName(name), in: request.headers[values: .cookie]).lazy.compactMap { Token($0) }.first
    }

    private func line(for change: BrowserCookieState.CookieChange) -> String {
        switch change {
        case .session(let token?, let seconds):
            Cookies.line(name: fullName("session"), value: token.text, seconds: seconds, isSecure: isSecure)
        case .session(nil, _): Cookies.line(name: fullName("session"), value: "", seconds: 0, isSecure: isSecure)
        case .known(let mark):
            Cookies.line(name: fullName("known"), value: mark, seconds: knownSeconds, isSecure: isSecure)
        case .visitor(let token):
            Cookies.line(name: fullName("visitor"), value: token.text, seconds: visitorSeconds, isSecure: isSecure)
        }
    }

    private func fullName(_ name: String) -> String { isSecure ? "__Host-" + name : name }
}
