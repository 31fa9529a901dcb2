import HTTPTypes
import Synchronization
import Testing
import WebSupport
import WebTesting

@Suite("A form comes from the page it was on")
struct FormGuardTests {
    @Test("A form shown to this browser is taken, and its key is known")
    func taken() async throws {
        let site = LittleSite()
        let browser = site.browser()
        let page = try await browser.get("/form")
        let answer = try await browser.submit(page, to: "/form", [("title", "Forêt & eau"), ("days", "15")])
        #expect(answer.status == 200)
        #expect(answer.text == "<p>Forêt &amp; eau 15</p>")
        let key = site.received.withLock { $0.first?.key }
        #expect(key != nil)
        #expect(key == page.hiddenFields.first { $0.0 == "form-key" }?.1)
        #expect(try await browser.get("/form").hiddenFields.map(\.1) != page.hiddenFields.map(\.1))
    }

    @Test("With files too")
    func multipart() async throws {
        let site = LittleSite()
        let browser = site.browser()
        let hidden = try await browser.get("/form").hiddenFields
        let file = WebFile(field: "plan", name: "plan \"1\".pdf", type: "application/pdf", bytes: [0, 255, 13, 10])
        let answer = try await browser.postMultipart("/form", fields: hidden + [("title", "É")], files: [file])
        #expect(answer.text == "<p>É 0</p>")
        let form = try #require(site.received.withLock { $0.first })
        let received = try #require(try form.file("plan"))
        #expect(received.name == "plan \"1\".pdf")
        #expect(Array(received.data) == [0, 255, 13, 10])
    }

    @Test("Without its token it is refused, and what was typed is shown again in a form that can be sent")
    func nothingIsLost() async throws {
        let site = LittleSite()
        let browser = site.browser()
        let refused = try await browser.post("/form", form: [("title", "An hour of \"writing\"")])
        #expect(refused.status == 403)
        #expect(refused.text.contains("<h1>formExpired</h1>"))
        #expect(refused.text.contains("value=\"An hour of &quot;writing&quot;\""))
        let answer = try await browser.submit(refused, to: "/form", [("title", "An hour of \"writing\"")])
        #expect(answer.status == 200)
        #expect(site.received.withLock { $0.count } == 1)
    }

    @Test("A token of another browser, another scope or another node does not do")
    func otherTokens() async throws {
        let site = LittleSite()
        let browser = site.browser()
        let stranger = site.browser()
        let own = try await browser.get("/form")
        let others = [
            try await stranger.get("/form").hiddenFields, try await browser.get("/other-form").hiddenFields,
            try await LittleSite().browser().get("/form").hiddenFields,
            own.hiddenFields.map { ($0.0, String($0.1.reversed())) }, [("form-token", "")], [("form-token", "é")],
        ]
        for fields in others { #expect(try await browser.post("/form", form: fields).status == 403) }
        await browser.forgetCookies()
        #expect(try await browser.submit(own, to: "/form").status == 403)
    }

    @Test("Signing in meanwhile, in another tab, loses nothing")
    func signInMeanwhile() async throws {
        let browser = LittleSite().browser()
        let begun = try await browser.get("/form")
        _ = try await browser.submit(begun, to: "/sign-in", [("name", "Ana")])
        #expect(try await browser.submit(begun, to: "/form", [("title", "x")]).status == 200)
    }

    @Test(
        "Another site's form is refused before it is read",
        arguments: [
            ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://evil.example"),
            ("Origin", "null"), ("Origin", "http://biobridge.example.evil.example"),
        ])
    func crossSite(name: String, value: String) async throws {
        let browser = LittleSite().browser()
        let page = try await browser.get("/form")
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name(name))] = value
        let answer = try await browser.post("/form", form: page.hiddenFields, headers: headers)
        #expect(answer.status == 403)
        #expect(answer.text.contains("crossSite"))
        #expect(try await browser.get("/", headers: headers).status == 200)
    }

    @Test("Our own origin passes", arguments: ["http://biobridge.example", "https://biobridge.example"])
    func ownOrigin(origin: String) async throws {
        let browser = LittleSite().browser()
        let page = try await browser.get("/form")
        #expect(try await browser.post("/form", form: page.hiddenFields, headers: [.origin: origin]).status == 200)
    }

    @Test("The same token never looks the same twice")
    func masked() throws {
        let guardian = FormGuard(key: .random())
        let browser = Token.random()
        let tokens = Set((0..<20).map { _ in guardian.token(for: browser, scope: "need") })
        #expect(tokens.count == 20)
        #expect(tokens.allSatisfy { guardian.accepts($0, for: browser, scope: "need") })
        #expect(tokens.allSatisfy { !guardian.accepts($0, for: browser, scope: "reply") })
        #expect(tokens.allSatisfy { !guardian.accepts($0, for: .random(), scope: "need") })
    }

    @Test(
        "Bodies that are no form, too large or cut short are refused by name",
        arguments: [
            ("application/json", "{}", nil, 415), ("", "x", nil, 415), ("multipart/form-data", "x", nil, 400),
            ("multipart/form-data; boundary=b", "--b", nil, 400),
            ("application/x-www-form-urlencoded", "title=%FF", nil, 400),
            ("application/x-www-form-urlencoded", "title=cut", "100", 400),
            ("application/x-www-form-urlencoded", "title=a", "99999999", 413),
            ("application/x-www-form-urlencoded", String(repeating: "a", count: 20_001), nil, 413),
            ("application/x-www-form-urlencoded", String(repeating: "a", count: 20_001), "5", 413),
        ] as [(String, String, String?, Int)])
    func badBodies(type: String, body: String, length: String?, status: Int) async throws {
        var headers: HTTPFields = [:]
        if !type.isEmpty { headers[.contentType] = type }
        headers[.contentLength] = length
        let answer = try await LittleSite().browser().send(.post, "/form", headers: headers, body: Array(body.utf8))
        #expect(answer.status == status)
    }

    @Test("Whatever body comes, there is an answer, and never a 500")
    func hostile() async throws {
        let browser = LittleSite().browser()
        var hostile = Hostile(
            seed: 23,
            pieces: ["--b", "--b--", "\r\n", "Content-Disposition: form-data; name=\"form-token\"", "title=", "&", "%"])
        let types = [
            "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data; boundary=\"",
            "text/plain", "\u{0}", ";;;=",
        ]
        for round in 0..<1_500 {
            let headers: HTTPFields = [.contentType: types[round % types.count]]
            let answer = try await browser.send(.post, "/form", headers: headers, body: hostile.bytes())
            #expect([200, 400, 403, 413, 415].contains(answer.status))
        }
    }
}
