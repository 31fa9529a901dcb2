import HTTPTypes
import Testing
import WebTesting

@Suite("When something goes wrong")
struct ErrorPagesTests {
    private let browser = LittleSite().browser()

    @Test("An unknown address is a page of ours, in the person's language, with a case number")
    func unknownAddress() async throws {
        let answer = try await browser.get("/nowhere", headers: [.acceptLanguage: "fr"])
        #expect(answer.status == 404)
        #expect(answer.text.contains("<h1>notFound</h1>"))
        #expect(answer.text.contains(" fr</p>"))
        #expect(try #/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/#.firstMatch(in: answer.text) != nil)
        #expect(answer.header("Cache-Control") == "no-store")
        #expect(answer.header("Content-Security-Policy") != nil)
    }

    @Test(
        "A wrong method is 405 and tells the right ones",
        arguments: [
            (HTTPRequest.Method.post, "/needs/7", "GET, HEAD"), (.delete, "/form", "GET, HEAD, POST"),
            (.get, "/sign-out", "POST"), (.head, "/sign-in", "POST"), (.options, "/", "GET, HEAD"),
        ])
    func wrongMethod(method: HTTPRequest.Method, path: String, allow: String) async throws {
        let answer = try await browser.send(method, path)
        #expect(answer.status == 405)
        #expect(answer.header("Allow") == allow)
        #expect(answer.text.contains("wrongMethod") == (method != .head))
    }

    @Test("A method nobody knows is 501")
    func unknownMethod() async throws {
        let method = try #require(HTTPRequest.Method("BREW"))
        #expect(try await browser.send(method, "/").status == 501)
    }

    @Test("HEAD is GET without the body")
    func head() async throws {
        let get = try await browser.get("/needs/7")
        let head = try await browser.send(.head, "/needs/7")
        #expect(head.status == 200)
        #expect(head.bytes.isEmpty)
        #expect(head.header("Content-Length") == get.header("Content-Length"))
        #expect(head.header("Content-Type") == "text/html; charset=utf-8")
        let missing = try await browser.send(.head, "/nowhere")
        #expect(missing.status == 404)
        #expect(missing.bytes.isEmpty)
    }

    @Test(
        "What is not ours never shows its text",
        arguments: [
            ("/broken", 503, "busy"), ("/surprise", 500, "unexpected"), ("/unknown-error", 503, "busy"),
            ("/framework", 409, "malformedForm"), ("/bare", 410, "malformedForm"),
        ])
    func secrets(path: String, status: Int, code: String) async throws {
        let answer = try await browser.get(path)
        #expect(answer.status == status)
        #expect(answer.text.contains("<h1>\(code)</h1>"))
        for secret in ["hunter2", "Surprise", "StorageError", "internal detail"] {
            #expect(!answer.text.contains(secret))
        }
    }

    @Test("When even the error page fails there is still an answer with a case number")
    func errorInErrorPage() async throws {
        let answer = try await browser.get("/worse")
        #expect(answer.status == 503)
        #expect(try #/^503 [0-9A-Z]{4}-[0-9A-Z]{4}\n$/#.wholeMatch(in: answer.text) != nil)
    }

    @Test(
        "The parts of a path are decoded; what cannot be is 404",
        arguments: [
            ("/needs/for%C3%AAt%20s%C3%A8che", 200, "<h1>forêt sèche</h1>"), ("/needs/a+b", 200, "<h1>a+b</h1>"),
            ("/needs/%3Cb%3E", 200, "<h1>&lt;b&gt;</h1>"), ("/needs/%FF", 404, "malformedAddress"),
            ("/needs/%zz", 404, "malformedAddress"), ("/needs/100%", 404, "malformedAddress"),
            ("/needs/a%2Fb", 404, "malformedAddress"), ("/needs/a%00b", 404, "malformedAddress"),
            ("/needs/%0d%0aSet-Cookie:x", 404, "malformedAddress"), ("/numbers/7", 200, "7"),
            ("/numbers/x", 404, "notFound"),
        ])
    func paths(path: String, status: Int, text: String) async throws {
        let answer = try await browser.get(path)
        #expect(answer.status == status)
        #expect(answer.text.contains(text))
    }

    @Test(
        "A query that came twice or is not text is a 400 page",
        arguments: [
            ("/search?q=a+b", 200), ("/search", 200), ("/search?q=a&q=b", 400), ("/search?q=%FF", 400),
            ("/search?&&=&%", 200),
        ])
    func queries(path: String, status: Int) async throws {
        #expect(try await browser.get(path).status == status)
    }

    @Test("A value in a header cannot begin another header")
    func headerInjection() async throws {
        let answer = try await browser.get("/elsewhere")
        #expect(answer.header("Set-Cookie") == nil)
        #expect(answer.header("Location")?.contains("\n") == false)
    }

    @Test("Whatever address comes, there is an answer, and never a 500")
    func hostile() async throws {
        var hostile = Hostile(
            seed: 17,
            pieces: [
                "/", "needs", "numbers", "search?q=", "%", "%C3%A9", "%00", "..", "//", "?", "#", "&q=", "é", ":", "*",
                "http://x/",
            ])
        for _ in 0..<2_000 {
            let answer = try await browser.get("/" + hostile.text())
            #expect([200, 400, 404].contains(answer.status))
        }
    }
}
