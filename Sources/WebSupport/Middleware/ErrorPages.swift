public import HTTPTypes
public import Hummingbird
import Logging

/// What a person is to be told when a request could not be answered.
public struct Failure: Sendable {
    public let status: HTTPResponse.Status
    /// The error itself, for those who know its type and have words for it. Never to be shown as it is.
    public let error: any Error
    public let caseNumber: CaseNumber

    public var problem: WebProblem? { error as? WebProblem }
    /// The code of our own problem, or what comes nearest to the status.
    public var code: WebProblem.Code {
        if let problem { return problem.code }
        return WebProblem.Code.allCases.first { $0.status == status }
            ?? (status.code < 500 ? .malformedForm : .unexpected)
    }
}

/// Turns every error into a page: problems of ours, those of the framework, unknown addresses and what nobody expected.
/// The last become a 500 with a case number and are logged by their type; their text may hold what is not meant to be seen.
public struct ErrorPages<Context: WebRequestContext>: RouterMiddleware {
    public typealias Status = @Sendable (any Error) -> HTTPResponse.Status?
    public typealias Renderer = @Sendable (Failure, Request, Context) async throws -> Response

    private let status: Status
    private let render: Renderer

    /// - Parameters:
    ///   - status: The status of errors of other modules; `nil` for those it does not know.
    ///   - render: The page, or a redirect (to sign in). Its status is taken only when it is a redirect.
    public init(status: @escaping Status = { _ in nil }, render: @escaping Renderer) {
        self.status = status
        self.render = render
    }

    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            guard KnownMethods.all.contains(request.method) else { throw WebProblem(.unknownMethod) }
            let response = try await next(request, context)
            guard response.status.code >= 400, response.body.contentLength == 0 else { return response }
            return await page(HTTPError(response.status, headers: response.headers), request, context)
        } catch {
            return await page(error, request, context)
        }
    }

    private func page(_ error: any Error, _ request: Request, _ context: Context) async -> Response {
        let failure = Failure(
            status: status(of: error), error: error, caseNumber: context.web.caseNumber)
        if failure.status.code >= 500 { log(failure, context) }
        var response: Response
        do {
            response = try await render(failure, request, context)
        } catch {
            log(Failure(status: .internalServerError, error: error, caseNumber: failure.caseNumber), context)
            response = plain(failure)
        }
        if response.status.kind != .redirection { response.status = failure.status }
        for field in Self.headers(of: error) { response.headers[field.name] = field.value }
        response.headers[.cacheControl] = "no-store"
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func status(of error: any Error) -> HTTPResponse.Status {
        let known = status(error) ?? (error as? any HTTPResponseError)?.status
        guard let known else { return error is CancellationError ? .serviceUnavailable : .internalServerError }
        return known.code >= 400 ? known : .internalServerError
    }

    private func log(_ failure: Failure, _ context: Context) {
        var metadata: [String: String] = ["error": String(describing: type(of: failure.error))]
        if let problem = failure.problem { metadata["code"] = problem.code.rawValue }
        context.logger.error("request failed", metadata: metadata.mapValues { .string($0) })
    }

    /// When even the page cannot be made: no words, only the numbers.
    private func plain(_ failure: Failure) -> Response {
        Response.text("\(failure.status.code) \(failure.caseNumber)\n", status: failure.status)
    }

    private static func headers(of error: any Error) -> HTTPFields {
        let all = (error as? WebProblem)?.headers ?? (error as? HTTPError)?.headers ?? [:]
        return HTTPFields(all.filter { [.allow, .retryAfter, .wwwAuthenticate].contains($0.name) })
    }
}
