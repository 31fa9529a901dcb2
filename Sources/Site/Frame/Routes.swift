internal import Cooperation
internal import Desk
internal import Hummingbird
internal import TextAnalysis
internal import WebSupport

/// Registers pages by their place; each handler gets a `Visit` made.
struct Routes {
    let router: Router<SiteContext>
    let site: Site

    typealias Handler = @Sendable (Request, SiteContext, Visit, Desk) async throws -> Response

    func get(_ route: SiteRoute, _ handler: @escaping Handler) {
        let site = site
        router.get(RouterPath(route.pattern)) { request, context in
            try await Routes.answer(request, context, site, handler)
        }
    }

    /// A form that was sent. The handler gets it read, checked to be ours, and with its one-time key in it.
    func post(
        _ route: SiteRoute, limits: Form.Limits = .text,
        _ handler: @escaping @Sendable (Form, SiteContext, Visit, Desk) async throws -> Response
    ) {
        let site = site
        router.post(RouterPath(route.pattern)) { request, context in
            try await Routes.answer(request, context, site) { request, context, visit, desk in
                // Strangers cannot make the server hold large bodies.
                guard limits.bytes <= Form.Limits.files.bytes || visit.viewer.isSignedIn else {
                    throw DeskError.signInFirst
                }
                let form = try await request.form(for: route.rawValue, context, limits: limits)
                return try await handler(form, context, visit, desk)
            }
        }
    }

    /// A form with a file that may be too large for memory: it goes to disk as it arrives, from who may do this deed alone. A
    /// file over the limit is not read to its end; what was typed beside it goes to `refusal`.
    func upload(
        _ route: SiteRoute, for deed: Deed, limits: Form.Limits,
        refusal: @escaping @Sendable (Form, Visit, Desk) async throws -> Response,
        _ handler: @escaping @Sendable (Form, SiteContext, Visit, Desk) async throws -> Response
    ) {
        let site = site
        router.post(RouterPath(route.pattern)) { request, context in
            try await Routes.answer(request, context, site) { request, context, visit, desk in
                guard visit.viewer.isSignedIn else { throw DeskError.signInFirst }
                guard visit.viewer.may(deed, country: nil) else { throw DeskError.refused(deed.rawValue) }
                do {
                    let form = try await request.spooledForm(
                        for: route.rawValue, context, limits: limits, in: site.spool)
                    return try await handler(form, context, visit, desk)
                } catch let problem as WebProblem where problem.code == .tooLarge && problem.form != nil {
                    return try await refusal(problem.form ?? Form(), visit, desk)
                }
            }
        }
    }

    /// A form that needs no token, since its address itself is the proof: a link out of a letter. What stands in the body is
    /// not read.
    func postByLink(
        _ route: SiteRoute, _ handler: @escaping @Sendable (SiteContext, Visit, Desk) async throws -> Response
    ) {
        let site = site
        router.post(RouterPath(route.pattern)) { request, context in
            try await Routes.answer(request, context, site) { request, context, visit, desk in
                _ = try await request.bytes(upTo: 4096)
                return try await handler(context, visit, desk)
            }
        }
    }

    private static func answer(
        _ request: Request, _ context: SiteContext, _ site: Site, _ handler: Handler
    ) async throws -> Response {
        guard let named = context.parameters.get("language"), Language(rawValue: named) != nil else {
            throw WebProblem(.notFound)
        }
        let visit = Visit(request, context, site.settings, site.desk)
        return try await handler(request, context, visit, site.desk)
    }
}
