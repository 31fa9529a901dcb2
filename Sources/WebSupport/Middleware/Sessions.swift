import HTTPTypes
public import Hummingbird

/// Finds out who is signed in. Where sessions are kept is the caller's: it is given the hash of the cookie's token.
public struct Sessions<Context: WebRequestContext>: RouterMiddleware {
    public typealias LookUp = @Sendable (_ tokenHash: String) async throws -> Context.Identity?

    private let lookUp: LookUp

    public init(lookUp: @escaping LookUp) { self.lookUp = lookUp }

    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let session = context.web.session { context.web.identity = try await lookUp(session.hash) }
        var response = try await next(request, context)
        if context.web.identity != nil, response.headers[.cacheControl] == nil {
            response.headers[.cacheControl] = "private, no-cache"
        }
        return response
    }
}
