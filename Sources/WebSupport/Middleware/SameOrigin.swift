import HTTPTypes
public import Hummingbird

/// Refuses what changes something (any method but GET, HEAD and OPTIONS) when the browser says that another site sent it, by
/// `Sec-Fetch-Site` or, from older browsers, `Origin`. Programs that send neither pass; forms need their token besides.
public struct SameOrigin<Context: RequestContext>: RouterMiddleware {
    public init() {}

    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard Self.isOurs(request) else { throw WebProblem(.crossSite) }
        return try await next(request, context)
    }

    static func isOurs(_ request: Request) -> Bool {
        if [.get, .head, .options].contains(request.method) { return true }
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority else { return false }
        return origin == "https://" + host || origin == "http://" + host
    }
}
