import HTTPTypes
public import Hummingbird
import NIOCore
import Synchronization

/// Packs answers of text for browsers that take gzip. What is short, packed already, of unknown length (a stream) or not to
/// be transformed goes as it is.
public struct Compression<Context: RequestContext>: RouterMiddleware {
    private let shortest = 700

    public init() {}

    public func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard let length = response.body.contentLength, length > 0, Self.isText(response.headers[.contentType]),
            response.headers[.contentEncoding] == nil,
            response.headers[.cacheControl]?.contains("no-transform") != true
        else { return response }
        response.headers.addVary("Accept-Encoding")
        guard length >= shortest, response.status != .partialContent,
            Gzip.isAccepted(by: request.headers[.acceptEncoding])
        else { return response }
        let bytes = try await response.body.collected()
        guard let packed = Gzip.compress(bytes), packed.count < bytes.count else { return response }
        response.body = .init(byteBuffer: ByteBuffer(bytes: packed))
        response.headers[.contentEncoding] = "gzip"
        return response
    }

    private static func isText(_ type: String?) -> Bool {
        let value = HeaderParameters(type ?? "").value
        return value.hasPrefix("text/") && value != "text/event-stream" || value.hasSuffix("+xml")
            || value.hasSuffix("+json")
            || ["application/json", "application/javascript", "application/xml"].contains(value)
    }
}

extension HTTPFields {
    /// Adds a name to `Vary`, once.
    mutating func addVary(_ name: String) {
        let known = (self[.vary] ?? "").split(separator: ",").map { String($0).trimmingASCIIBlanks }
        if !known.contains(where: { $0.lowercased() == name.lowercased() }) {
            self[.vary] = (known + [name]).joined(separator: ", ")
        }
    }
}

extension ResponseBody {
    /// All its bytes.
    func collected() async throws -> [UInt8] {
        let collector = BodyCollector()
        try await write(collector)
        return collector.bytes.withLock { $0 }
    }
}

private final class BodyCollector: ResponseBodyWriter, Sendable {
    let bytes = Mutex<[UInt8]>([])

    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
