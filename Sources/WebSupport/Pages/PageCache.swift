public import HTTPTypes
public import Hummingbird
import Synchronization

/// Public pages as they went out, plain and packed, in bounded memory. An unchanged page is answered by 304 or from here and
/// is not made again.
///
/// There are two generations: what is asked for moves to the young one; when that is full it becomes the old one, and what
/// nobody asked for in the meantime is gone.
public final class PageCache: Sendable {
    private struct Page: Sendable {
        let plain: ByteBuffer
        let packed: ByteBuffer?
        var size: Int { plain.readableBytes + (packed?.readableBytes ?? 0) }
    }

    private struct Generations {
        var young: [String: Page] = [:]
        var youngBytes = 0
        var old: [String: Page] = [:]
    }

    private let capacity: Int
    private let edition: String
    private let generations = Mutex(Generations())

    /// - Parameters:
    ///   - bytes: Kept at most, plain and packed together.
    ///   - edition: Of the program; pages of another edition have other tags.
    public init(bytes: Int = 64 << 20, edition: String) {
        capacity = bytes
        self.edition = edition
    }

    /// The page for `key`, which names all it depends on (path and query, language, newest entry). For pages everybody may
    /// see, in the same form.
    public func page(
        key: String, for request: Request, headers: HTTPFields = [:], make: () async throws -> HTML
    ) async throws -> Response {
        let tag = EntityTag(key: edition + "\n" + key)
        var headers = headers
        headers[.eTag] = tag.text
        headers[.vary] = "Accept-Encoding"
        if headers[.cacheControl] == nil { headers[.cacheControl] = "no-cache" }
        if tag.isHeld(by: request) { return Response(status: .notModified, headers: headers) }
        let page: Page
        if let known = known(key) { page = known } else { page = keep(try await make(), for: key) }
        headers[.contentType] = "text/html; charset=utf-8"
        guard let packed = page.packed, Gzip.isAccepted(by: request.headers[.acceptEncoding]) else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: page.plain))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: packed))
    }

    /// Bytes kept at present.
    public var size: Int {
        generations.withLock { $0.youngBytes + $0.old.values.reduce(0) { $0 + $1.size } }
    }

    private func known(_ key: String) -> Page? {
        generations.withLock { generations in
            if let page = generations.young[key] { return page }
            guard let page = generations.old.removeValue(forKey: key) else { return nil }
            add(page, key, to: &generations)
            return page
        }
    }

    private func keep(_ html: HTML, for key: String) -> Page {
        let packed = Gzip.compress(html.bytes).map { ByteBuffer(bytes: $0) }
        let page = Page(plain: ByteBuffer(bytes: html.bytes), packed: packed)
        if page.size <= capacity / 2 { generations.withLock { add(page, key, to: &$0) } }
        return page
    }

    private func add(_ page: Page, _ key: String, to generations: inout Generations) {
        if generations.youngBytes + page.size > capacity / 2 {
            generations.old = generations.young
            generations.young = [:]
            generations.youngBytes = 0
        }
        generations.youngBytes += page.size - (generations.young[key]?.size ?? 0)
        generations.young[key] = page
        generations.old[key] = nil
    }
}
