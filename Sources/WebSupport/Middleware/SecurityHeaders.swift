import HTTPTypes
public import Hummingbird

/// Tells browsers what our pages never do: run inline scripts, load from elsewhere, be framed, tell other sites where a
/// person came from. A field the answer carries already is left.
public struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// Scripts, styles and pictures come from this site only; no style attributes either.
    public static var contentSecurityPolicy: String {
        "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    }

    private let fields: HTTPFields

    /// - Parameter isSecure: Whether people reach this site by https; it then says so for a year.
    public init(isSecure: Bool) {
        var fields: HTTPFields = [
            .contentSecurityPolicy: Self.contentSecurityPolicy, .xContentTypeOptions: "nosniff",
            .crossOriginResourcePolicy: "same-origin",
        ]
        let others: KeyValuePairs = [
            "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        ]
        for (text, value) in others {
            if let name = HTTPField.Name(text) { fields[name] = value }
        }
        if isSecure { fields[.strictTransportSecurity] = "max-age=31536000" }
        self.fields = fields
    }

    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for field in fields where !response.headers.contains(field.name) { response.headers.append(field) }
        return response
    }
}
