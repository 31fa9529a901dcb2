import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import WebSupport
import WebTesting

@Suite("Who is signed in")
struct SessionTests {
    @Test("A person signs in, is known, signs out and is not")
    func wholeWay() async throws {
        let site = LittleSite()
        let browser = site.browser()
        #expect(try await browser.get("/").text == "<p>visitor</p>")
        let page = try await browser.get("/form")
        let answer = try await browser.submit(page, to: "/sign-in", [("name", "Ana"), ("return", "/desk")])
        #expect(answer.status == 303)
        #expect(try await browser.follow(answer).text == "<p>desk of Ana</p>")
        #expect(try await browser.get("/").header("Cache-Control") == "private, no-cache")
        #expect(try await browser.get("/surprise").text.contains(" Ana "))
        #expect(try await browser.follow(browser.post("/sign-out", form: [])).text == "<p>visitor</p>")
        #expect(await browser.cookies["session"] == nil)
    }

    @Test("A page for people signed in cannot be reached without being so")
    func signInNeeded() async throws {
        let answer = try await LittleSite().browser().get("/desk")
        #expect(answer.status == 303)
        #expect(answer.header("Location") == "/sign-in")
    }

    @Test("After signing in nobody is sent off the site")
    func openRedirect() async throws {
        let browser = LittleSite().browser()
        let page = try await browser.get("/form")
        let answer = try await browser.submit(page, to: "/sign-in", [("return", "//evil.example")])
        #expect(answer.header("Location") == "/")
    }

    @Test("Cookies are for this host, not for scripts, not for other sites' forms")
    func cookies() async throws {
        let browser = LittleSite(isSecure: true).browser()
        let page = try await browser.get("/form")
        let visitor = try #require(page.header("Set-Cookie"))
        let answer = try await browser.submit(page, to: "/sign-in")
        for line in [visitor, try #require(answer.header("Set-Cookie"))] {
            #expect(line.hasPrefix("__Host-"))
            for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] { #expect(line.contains(part)) }
            #expect(!line.contains("Domain"))
        }
        #expect(await browser.cookies.keys.sorted() == ["__Host-session", "__Host-visitor"])
    }

    @Test("A page without a form gives no cookie")
    func noCookie() async throws {
        let browser = LittleSite().browser()
        for path in ["/", "/needs/7", "/long"] { #expect(try await browser.get(path).header("Set-Cookie") == nil) }
    }

    @Test("What is stored opens nothing: the cookie's text, not its hash, is the key")
    func hashIsNoKey() async throws {
        let site = LittleSite()
        let token = Token.random()
        site.sessions.withLock { $0[token.hash] = Person(name: "Ana") }
        let browser = site.browser()
        #expect(try await browser.get("/", headers: [.cookie: "session=\(token.text)"]).text == "<p>Ana</p>")
        #expect(
            try await browser.get("/", headers: [.cookie: "a=b;session=x; session=\"\(token.text)\""]).text
                == "<p>Ana</p>")
        #expect(try await browser.get("/", headers: [.cookie: "session=\(token.hash)"]).text == "<p>visitor</p>")
        #expect(try await browser.get("/", headers: [.cookie: "__Host-session=\(token.text)"]).text == "<p>visitor</p>")
    }

    @Test("Whatever cookies come, there is a page")
    func hostile() async throws {
        var hostile = Hostile(
            seed: 29, pieces: ["session", "visitor", "=", ";", " ", "\"", ",", "é", Token.random().text])
        let browser = LittleSite().browser()
        for _ in 0..<2_000 {
            let text = hostile.text()
            #expect(try await browser.get("/form", headers: [.cookie: text]).status == 200)
            #expect(Cookies.values(of: "session", in: [text]).allSatisfy { !$0.contains(";") })
        }
    }

    @Test("A body that dribbles in is given up on")
    func slowBody() async throws {
        let endless = AsyncStream<ByteBuffer> { _ in }
        let request = Request(
            head: HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/"),
            body: RequestBody(asyncSequence: endless))
        let problem = await #expect(throws: WebProblem.self) {
            try await request.bytes(upTo: 100, within: .milliseconds(50))
        }
        #expect(problem?.code == .tooSlow)
        #expect(problem?.status == .requestTimeout)
    }

    @Test("A request that is given up is no shorter form")
    func cancelled() async throws {
        let (stream, source) = AsyncStream<ByteBuffer>.makeStream()
        source.yield(ByteBuffer(string: "title=half"))
        let request = Request(
            head: HTTPRequest(
                method: .post, scheme: "http", authority: "x", path: "/",
                headerFields: [.contentType: "application/x-www-form-urlencoded"]),
            body: RequestBody(asyncSequence: stream))
        let reading = Task { try await request.unguardedForm() }
        reading.cancel()
        await #expect(throws: (any Error).self) { try await reading.value }
    }
}
