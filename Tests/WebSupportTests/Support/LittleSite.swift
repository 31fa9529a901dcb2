import HTTPTypes
import Hummingbird
import Logging
import Synchronization
import WebSupport
import WebTesting

/// Who is signed in on the little site.
struct Person: Sendable, Equatable {
    let name: String
}

struct LittleContext: WebRequestContext {
    typealias Identity = Person
    var coreContext: CoreRequestContextStorage
    let web: WebState<Person>

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        web = .init(source: source)
    }
}

/// An error of another module, with a text nobody outside should read.
struct StorageError: Error {
    let secret = "password=hunter2"
}

/// A small site that stands behind the whole stack: every layer, real routes, sessions in a dictionary.
final class LittleSite: Sendable {
    let sessions = Mutex<[String: Person]>([:])
    let received = Mutex<[Form]>([])
    let pagesMade = Mutex(0)
    let assets = Assets(
        [
            .init(
                name: "site.css", type: "text/css; charset=utf-8",
                bytes: Array(String(repeating: "p { margin: 0 }\n", count: 99).utf8)),
            .init(name: "dot.png", type: "image/png", bytes: [0x89, 0x50, 0x4E, 0x47]),
        ], fixed: ["/favicon.ico": "dot.png"])
    /// What all pages depend on; nil: none is kept.
    let edition = Mutex<String?>(nil)
    let isSecure: Bool

    init(isSecure: Bool = false) { self.isSecure = isSecure }

    func browser(
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) -> WebClient<RouterResponder<LittleContext>> {
        WebClient(router().buildResponder(), isSecure: isSecure, logger: logger)
    }

    private func router() -> Router<LittleContext> {
        let router = Router(context: LittleContext.self, options: .autoGenerateHeadEndpoints)
        let pages = ErrorPages<LittleContext>(
            status: { $0 is StorageError ? .serviceUnavailable : nil },
            render: { failure, request, context in
                if failure.code == .signInNeeded, let path = LocalPath("/sign-in") { return .seeOther(path) }
                if request.uri.path == "/worse" { throw StorageError() }
                let name = context.web.identity?.name ?? "nobody"
                let kept = failure.problem?.form?.typed("title") ?? ""
                return .page(
                    """
                    <h1>\(failure.code.rawValue)</h1><p>\(failure.caseNumber.description) \(name) \(context.web.language)</p>
                    <form>\(context.web.formFields(for: "need"))<input name="title" value="\(kept)"></form>
                    """)
            })
        let stack = WebStack(
            isSecure: isSecure, key: .random(), assets: assets, errorPages: pages, own: [LittleLanguage()],
            publicPages: PublicPages(bytes: 1 << 20) { self.edition.withLock { $0 } },
            lookUp: { hash in self.sessions.withLock { $0[hash] } })
        stack.stand(before: router)
        addRoutes(to: router)
        router.answerWrongMethods()
        return router
    }

    private func addRoutes(to router: Router<LittleContext>) {
        router.get("/") { _, context in
            Response.page("<p>\(context.web.identity?.name ?? "visitor")</p>")
        }
        router.get("needs/:id") { _, context in
            Response.page("<h1>\(try context.pathParameter("id"))</h1>")
        }
        router.get("numbers/:id") { _, context in
            Response.page("\(try context.pathParameter("id", { Int($0) }))")
        }
        router.get("form") { _, context in Response.page("<form>\(context.web.formFields(for: "need"))</form>") }
        router.get("other-form") { _, context in Response.page("<form>\(context.web.formFields(for: "reply"))</form>") }
        router.post("form") { request, context in
            let form = try await request.form(
                for: "need", context, limits: .init(bytes: 20_000, time: .seconds(60)))
            self.received.withLock { $0.append(form) }
            return Response.page("<p>\(try form.text("title")) \(try form.integer("days") ?? 0)</p>")
        }
        router.get("search") { request, _ in Response.page("\(try request.query().text("q"))") }
        router.post("sign-in") { request, context in
            let form = try await request.form(for: "need", context)
            let token = context.web.startSession(seconds: 3_600)
            self.sessions.withLock { $0[token.hash] = Person(name: form.typed("name")) }
            return Response.seeOther(form.returnPath(or: try LittleSite.home()))
        }
        router.post("sign-out") { _, context in
            context.web.endSession()
            return Response.seeOther(try LittleSite.home())
        }
        router.group("desk", context: SignedIn<LittleContext>.self).get { _, context in
            Response.page("<p>desk of \(context.identity.name)</p>")
        }
        router.get("long") { _, _ in Response.page(HTML(text: String(repeating: "Wald und Wasser. ", count: 500))) }
        router.get("cached/:entry") { request, context in
            self.pagesMade.withLock { $0 += 1 }
            return Response.page(HTML(text: String(repeating: "cached ", count: 500)))
        }
        router.get("broken") { _, _ -> Response in throw StorageError() }
        router.get("worse") { _, _ -> Response in throw StorageError() }
        router.get("unknown-error") { _, _ -> Response in throw CancellationError() }
        router.get("surprise") { _, _ -> Response in throw Surprise() }
        router.get("bare") { _, _ in Response(status: .gone) }
        router.get("framework") { _, _ -> Response in throw HTTPError(.conflict, message: "internal detail") }
        router.get("elsewhere") { _, _ in
            Response(status: .ok, headers: [.location: "/a\r\nSet-Cookie: evil=1"])
        }
    }

    private struct Surprise: Error {}

    private static func home() throws -> LocalPath {
        guard let path = LocalPath("/") else { throw WebProblem(.unexpected) }
        return path
    }
}

/// The site's own layer: the language from the header.
struct LittleLanguage: RouterMiddleware {
    func handle(
        _ request: Request, context: LittleContext, next: @concurrent (Request, LittleContext) async throws -> Response
    ) async throws -> Response {
        context.web.language =
            AcceptLanguage.best(request.headers[.acceptLanguage] ?? "", among: ["en", "fr"]) ?? "en"
        return try await next(request, context)
    }
}
