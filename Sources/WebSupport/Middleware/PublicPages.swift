import HTTPTypes
public import Hummingbird
import NIOCore

/// Answers for pages that everybody sees alike, as long as nothing they depend on has changed: with 304 where the browser
/// holds the page, else from memory. Nothing is made, compressed or looked up for them a second time.
///
/// It stands before all other layers and keeps their whole answer. Kept is what a visitor without a session is given with
/// status 200 as text, without a cookie and without a form of ours in it (a form belongs to one browser). The key names the
/// address, the packing, and the edition of the content.
public struct PublicPages<Context: WebRequestContext>: RouterMiddleware {
    /// Names the state of everything public: two pages of one address and one edition are the same. Nil: do not keep.
    public typealias Edition = @Sendable () async -> String?

    private let shelf: PageShelf
    private let edition: Edition

    /// - Parameters:
    ///   - bytes: kept at most.
    public init(bytes: Int = 64 << 20, edition: @escaping Edition) {
        shelf = PageShelf(bytes: bytes)
        self.edition = edition
    }

    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get, !Self.hasSession(request), let edition = await edition() else {
            return try await next(request, context)
        }
        let isPacked = Gzip.isAccepted(by: request.headers[.acceptEncoding])
        let key = (isPacked ? "z" : "p") + edition + "\n" + request.uri.string
        if let page = shelf[key] { return answer(page, to: request) }
        let response = try await next(request, context)
        guard Self.isForEverybody(response), !context.web.isPersonal else { return response }
        let bytes = try await response.body.collected()
        let tag = EntityTag(key: edition + "\n" + request.uri.string)
        var headers = response.headers
        headers[.eTag] = tag.text
        headers[.cacheControl] = "no-cache"
        headers.addVary("Accept-Encoding")
        let page = PageShelf.Page(headers: headers, body: ByteBuffer(bytes: bytes), tag: tag)
        shelf.keep(page, for: key)
        return answer(page, to: request)
    }

    private func answer(_ page: PageShelf.Page, to request: Request) -> Response {
        guard request.headers.contains(.ifNoneMatch), page.tag.isHeld(by: request) else {
            return Response(status: .ok, headers: page.headers, body: .init(byteBuffer: page.body))
        }
        var headers = page.headers
        headers[.contentEncoding] = nil
        headers[.contentType] = nil
        return Response(status: .notModified, headers: headers)
    }

    private static func hasSession(_ request: Request) -> Bool {
        request.headers[values: .cookie].contains { $0.contains("session=") }
    }

    private static func isForEverybody(_ response: Response) -> Bool {
        guard response.status == .ok, let type = response.headers[.contentType], type.hasPrefix("text/") else {
            return false
        }
        // What is chosen by another field of the request than the packing has no one form.
        if let vary = response.headers[.vary], vary.lowercased() != "accept-encoding" { return false }
        return response.headers[.cacheControl] == nil && !response.headers.contains(.setCookie)
            && !response.headers.contains(.eTag)
    }
}
