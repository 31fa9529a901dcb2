public import HTTPTypes
public import Hummingbird
public import Logging
import NIOCore
import NIOEmbedded
import Synchronization

/// A browser for tests: it sends requests through the whole router without a socket, keeps cookies and follows redirects
/// when told to. It takes pages unpacked unless asked otherwise.
public actor WebClient<Responder: HTTPResponder>
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    private let responder: Responder
    private let host: String
    private let isSecure: Bool
    private let logger: Logger

    /// Name and value of each cookie kept.
    public private(set) var cookies: [String: String] = [:]

    /// - Parameters:
    ///   - responder: `router.buildResponder()`.
    ///   - logger: Silent unless given.
    public init(
        _ responder: Responder, host: String = "biobridge.example", isSecure: Bool = false,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) {
        self.responder = responder
        self.host = host
        self.isSecure = isSecure
        self.logger = logger
    }

    public func get(_ path: String, headers: HTTPFields = [:]) async throws -> WebAnswer {
        try await send(.get, path, headers: headers)
    }

    /// Sends a form as a page of this site would.
    public func post(
        _ path: String, form fields: [(String, String)], headers: HTTPFields = [:]
    ) async throws -> WebAnswer {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers: headers, body: Array(FormWriter.urlEncoded(fields).utf8))
    }

    public func postMultipart(
        _ path: String, fields: [(String, String)], files: [WebFile] = [], headers: HTTPFields = [:]
    ) async throws -> WebAnswer {
        let boundary = "----biobridge-test-boundary"
        var headers = headers
        headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
        let body = FormWriter.multipart(fields, files, boundary: boundary)
        return try await send(.post, path, headers: headers, body: body)
    }

    /// Fills in and sends a form found on `page`: its hidden fields and these.
    public func submit(
        _ page: WebAnswer, to path: String, _ fields: [(String, String)] = []
    ) async throws -> WebAnswer {
        try await post(path, form: page.hiddenFields + fields)
    }

    /// Goes where the answer redirects to, at most five times; an answer that does not redirect is given back.
    public func follow(_ answer: WebAnswer) async throws -> WebAnswer {
        var answer = answer
        for _ in 0..<5 {
            guard (301...308).contains(answer.status), let location = answer.header("Location") else { break }
            answer = try await get(location)
        }
        return answer
    }

    /// Any request. Without `Sec-Fetch-Site` among the headers it says `same-origin`, as a page's own forms do.
    public func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> WebAnswer {
        var request = HTTPRequest(
            method: method, scheme: isSecure ? "https" : "http", authority: host, path: path, headerFields: headers)
        if let name = HTTPField.Name("Sec-Fetch-Site"), headers[name] == nil, headers[.origin] == nil {
            request.headerFields[name] = "same-origin"
        }
        if !cookies.isEmpty, headers[.cookie] == nil {
            request.headerFields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                .joined(separator: "; ")
        }
        if !body.isEmpty, headers[.contentLength] == nil { request.headerFields[.contentLength] = String(body.count) }
        return try await send(request, body: .init(buffer: ByteBuffer(bytes: body)))
    }

    /// Posts a body as it comes: whatever the headers say of it.
    public func post(_ path: String, headers: HTTPFields, arriving body: RequestBody) async throws -> WebAnswer {
        var request = HTTPRequest(
            method: .post, scheme: isSecure ? "https" : "http", authority: host, path: path, headerFields: headers)
        if let name = HTTPField.Name("Sec-Fetch-Site") { request.headerFields[name] = "same-origin" }
        request.headerFields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            .joined(separator: "; ")
        return try await send(request, body: body)
    }

    private func send(_ request: HTTPRequest, body: RequestBody) async throws -> WebAnswer {
        let answer = try await answer(to: Request(head: request, body: body))
        keepCookies(of: answer)
        return answer
    }

    private func answer(to request: Request) async throws -> WebAnswer {
        let channel = EmbeddedChannel()
        var logger = logger
        logger[metadataKey: "hb.request.id"] = .stringConvertible(RequestID())
        let context = Responder.Context(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        let response = try await responder.respond(to: request, context: context)
        let collector = BodyCollector()
        try await response.body.write(collector)
        return WebAnswer(
            status: response.status.code, headers: response.headers, bytes: collector.bytes.withLock { $0 })
    }

    private func keepCookies(of answer: WebAnswer) {
        for line in answer.headers[values: .setCookie] {
            let pieces = line.split(separator: ";").map { $0.drop { $0 == " " } }
            guard let pair = pieces.first, let equals = pair.firstIndex(of: "=") else { continue }
            let isGone = pieces.contains { $0.lowercased() == "max-age=0" }
            let isForHttps = pieces.contains { $0.lowercased() == "secure" }
            guard isSecure || !isForHttps else { continue }
            cookies[String(pair[..<equals])] = isGone ? nil : String(pair[pair.index(after: equals)...])
        }
    }

    /// Forgets all cookies, as a person who clears them.
    public func forgetCookies() { cookies = [:] }
}
