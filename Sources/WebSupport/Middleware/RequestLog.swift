import HTTPTypes
public import Hummingbird
public import Logging

/// One line for each request: case number, method, route, status, time. No address, name or query: a route is logged as its
/// pattern, because a path may hold a secret or a name.
public struct RequestLog<Context: WebRequestContext>: RouterMiddleware {
    private let level: Logger.Level

    public init(level: Logger.Level = .info) { self.level = level }

    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.logger[metadataKey: "case"] = .string(context.web.caseNumber.description)
        let start = ContinuousClock.now
        let response = try await next(request, context)
        context.logger.log(
            level: level, "request",
            metadata: [
                "method": .string(Self.logged(request.method)), "route": .string(context.endpointPath ?? "-"),
                "status": .stringConvertible(response.status.code),
                "ms": .stringConvertible(Int((ContinuousClock.now - start).seconds * 1_000)),
            ])
        return response
    }

    /// A method nobody knows is somebody's text, not ours.
    private static func logged(_ method: HTTPRequest.Method) -> String {
        KnownMethods.all.contains(method) ? method.rawValue : "other"
    }
}
