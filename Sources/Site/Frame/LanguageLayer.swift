internal import Hummingbird
internal import TextAnalysis
internal import WebSupport

/// Finds the language of a request: the first part of its address; for error pages and the bare address, what the browser asks
/// for.
struct LanguageLayer: RouterMiddleware {
    typealias Context = SiteContext

    func handle(
        _ request: Request, context: SiteContext, next: @concurrent (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        context.web.language = LanguageLayer.language(of: request).code
        return try await next(request, context)
    }

    static func language(of request: Request) -> Language {
        let first = request.uri.path.split(separator: "/", maxSplits: 1).first.map(String.init)
        if let named = first.flatMap(Language.init(rawValue:)) { return named }
        return preferred(by: request)
    }

    /// What the browser asks for; English where it asks for none of ours.
    static func preferred(by request: Request) -> Language {
        let wanted = AcceptLanguage.best(
            request.headers[.acceptLanguage] ?? "", among: Language.allCases.map(\.code))
        return wanted.flatMap(Language.init(rawValue:)) ?? .english
    }
}
