import HTTPTypes
import Logging
import Synchronization
import Testing
import WebSupport
import WebTesting

@Suite("What every answer carries")
struct HeadersTests {
    @Test("Browsers are told what our pages never do", arguments: ["/", "/nowhere", "/favicon.ico"])
    func security(path: String) async throws {
        let answer = try await LittleSite(isSecure: true).browser().get(path)
        let policy = try #require(answer.header("Content-Security-Policy"))
        for rule in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
            #expect(policy.contains(rule))
        }
        #expect(!policy.contains("unsafe"))
        #expect(answer.header("X-Content-Type-Options") == "nosniff")
        #expect(answer.header("Referrer-Policy") == "same-origin")
        #expect(answer.header("Cross-Origin-Opener-Policy") == "same-origin")
        #expect(answer.header("Cross-Origin-Resource-Policy") == "same-origin")
        #expect(answer.header("Strict-Transport-Security") == "max-age=31536000")
    }

    @Test("Over plain http nobody is told to use https")
    func plain() async throws {
        let answer = try await LittleSite().browser().get("/")
        #expect(answer.header("Strict-Transport-Security") == nil)
    }

    @Test("Text is packed for those who take it, and says so")
    func compression() async throws {
        let browser = LittleSite().browser()
        let plain = try await browser.get("/long")
        let packed = try await browser.get("/long", headers: [.acceptEncoding: "br;q=1, gzip;q=0.5"])
        #expect(packed.header("Content-Encoding") == "gzip")
        #expect(packed.header("Content-Length") == String(packed.bytes.count))
        #expect(packed.bytes.count < plain.bytes.count / 10)
        #expect(Gzip.expand(packed.bytes, limit: 1 << 20) == plain.bytes)
        #expect(plain.header("Content-Encoding") == nil)
        #expect(plain.header("Vary") == "Accept-Encoding")
        for refusing in ["", "br", "gzip;q=0", "*;q=0", "gzip;q=0.0, *"] {
            #expect(try await browser.get("/long", headers: [.acceptEncoding: refusing]).bytes == plain.bytes)
        }
        #expect(try await browser.get("/", headers: [.acceptEncoding: "gzip"]).header("Content-Encoding") == nil)
        let head = try await browser.send(.head, "/long", headers: [.acceptEncoding: "*"])
        #expect(head.header("Content-Length") == packed.header("Content-Length"))
        #expect(head.bytes.isEmpty)
    }

    @Test("The log names route and case, not what people sent")
    func log() async throws {
        let lines = Mutex<[String]>([])
        let logger = Logger(label: "test") { _ in LineLog { line in lines.withLock { $0.append(line) } } }
        let browser = LittleSite().browser(logger: logger)
        let page = try await browser.get("/needs/Ana-Secret?token=s3cret")
        _ = try await browser.get("/surprise")
        let log = lines.withLock { $0.joined(separator: "\n") }
        #expect(page.status == 200)
        #expect(log.contains("/needs/{id}") || log.contains("/needs/:id"))
        #expect(log.contains("case=") && log.contains("status=200"))
        #expect(log.contains("error=Surprise"))
        #expect(!log.contains("Ana-Secret") && !log.contains("s3cret"))
    }
}

/// Keeps log lines as text.
private struct LineLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    let write: @Sendable (String) -> Void

    init(write: @escaping @Sendable (String) -> Void) { self.write = write }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        write("\(event.message) " + all.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " "))
    }
}
