import Cooperation
import Desk
import HTTPTypes
import Hummingbird
import Rehearsal
import Testing
import WebSupport
import WebTesting

@testable import Site

/// What an attacker tries besides asking for what she may not have (T4).
@Suite("Hardening") struct HardeningTests {
    @Test(
        "nobody is led away from the site after signing in",
        arguments: [
            "https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
            "/%0d%0aSet-Cookie:x=1", "/en\r\nLocation: https://evil.example", " //evil.example", "/\t/evil.example",
        ])
    func openRedirects(target: String) async throws {
        let house = try await House()
        let browser = house.browser()
        let page = try await browser.client.get("/en/sign-in?return=" + PercentEncoding.encode(target))
        #expect(Markup(page.text).dangers.isEmpty)
        let answer = try await browser.send(
            page, to: "/en/sign-in",
            [("email", "requester@example.org"), ("password", "a long password"), ("return", target)])
        #expect(answer.status == 303)
        let location = try #require(answer.header("Location"))
        #expect(location.hasPrefix("/") && !location.hasPrefix("//") && !location.contains("\\"), "\(location)")
        #expect(!location.contains("\r") && !location.contains("\n"))
        #expect(answer.header("Set-Cookie")?.hasPrefix("x=") != true)
        try await house.strike()
    }

    @Test("a session that somebody planted before signing in opens nothing after it")
    func fixation() async throws {
        let house = try await House()
        let planted = Token.random()
        let browser = house.browser()
        let page = try await browser.client.get("/fr/sign-in", headers: [.cookie: "session=\(planted.text)"])
        let fields = WebAnswer.hiddenFields(in: try #require(page.forms(to: "/fr/sign-in").first))
        let visitor = await browser.client.cookies["visitor"].map { "; visitor=\($0)" } ?? ""
        let answer = try await browser.client.post(
            "/fr/sign-in", form: fields + [("email", "requester@example.org"), ("password", "a long password")],
            headers: [.cookie: "session=\(planted.text)" + visitor])
        #expect(answer.status == 303)
        let session = try #require(await browser.client.cookies["session"])
        #expect(session != planted.text)
        let thief = house.browser()
        let stolen = try await thief.client.get("/fr/work", headers: [.cookie: "session=\(planted.text)"])
        #expect(stolen.status == 303 && stolen.header("Location")?.contains("sign-in") == true)

        // Signing in again gives another token, and the one before is worth nothing.
        let again = try await browser.send(
            try await browser.get("/fr/sign-in"), to: "/fr/sign-in",
            [("email", "requester@example.org"), ("password", "a long password")])
        #expect(again.status == 303)
        #expect(await browser.client.cookies["session"] != session)
        #expect(try await thief.client.get("/fr/work", headers: [.cookie: "session=\(session)"]).status == 303)
        try await house.strike()
    }

    @Test("cookies are out of reach of scripts and of other sites; over https they are of this host alone")
    func cookies() async throws {
        let stage = try await Stage()
        _ = try await Cast(on: stage)
        for isSecure in [false, true] {
            let site = Site(desk: stage.desk, settings: SiteSettings(isSecure: isSecure, key: .random()))
            let client = WebClient(site.router().buildResponder(), isSecure: isSecure)
            let page = try await client.get("/en/sign-in")
            let answer = try await client.submit(
                page, to: "/en/sign-in", [("email", "officer@example.org"), ("password", "a long password")])
            #expect(answer.status == 303)
            let lines = page.headers[values: .setCookie] + answer.headers[values: .setCookie]
            #expect(lines.count >= 3, "visitor, session, known: \(lines.count)")
            for line in lines {
                #expect(
                    line.contains("; HttpOnly") && line.contains("; SameSite=Lax") && line.contains("; Path=/"),
                    "\(line)")
                #expect(line.hasPrefix("__Host-") == isSecure && line.contains("; Secure") == isSecure, "\(line)")
                #expect(!line.contains("Domain="))
            }
        }
        try await stage.strike()
    }

    @Test("every page, errors too, says what it never does; pages of somebody are kept by nobody")
    func headers() async throws {
        let scene = try await Scene()
        let id = try await scene.request(.triaged)
        for who in [Who.visitor, .administrator] {
            let browser = try await scene.browser(of: who)
            for (route, door) in Door.all where door.get != nil {
                let own = try await scene.all(of: door, requests: [id])[0]
                let answer = try await browser.client.get(scene.path(route, own))
                let policy = answer.header("Content-Security-Policy") ?? ""
                #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"), "\(route)")
                #expect(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "\(route)")
                #expect(answer.header("X-Content-Type-Options") == "nosniff", "\(route)")
                #expect(answer.header("Referrer-Policy") != nil, "\(route)")
                if who == .administrator {
                    let kept = answer.header("Cache-Control") ?? ""
                    #expect(kept.contains("private") || kept.contains("no-store"), "\(route): \(kept)")
                }
            }
            let missing = try await browser.client.get("/en/no-such-page")
            #expect(missing.status == 404 && missing.header("Content-Security-Policy") != nil)
        }
        try await scene.house.strike()
    }

    @Test(
        "what somebody types never becomes a header", arguments: ["a\r\nX-Evil: 1", "a\nSet-Cookie: x=1", "é\u{2028}x"])
    func headerInjection(text: String) async throws {
        let scene = try await Scene()
        let browser = try await scene.browser(of: .administrator)
        let encoded = PercentEncoding.encode(text)
        for path in [
            "/en/search?q=", "/en?done=", "/en/sign-in?return=/", "/en/administration/accounts?q=",
            "/en/requests?country=",
            "/en/links/", "/en/administration/audit?kind=", "/",
        ] {
            let answer = try await browser.client.get(path + encoded)
            #expect(answer.header("X-Evil") == nil, "\(path)")
            #expect(answer.headers[values: .setCookie].allSatisfy { !$0.hasPrefix("x=") }, "\(path)")
            #expect(answer.status < 500, "\(path)")
            for field in answer.headers { #expect(!field.value.contains("\n") && !field.value.contains("\r")) }
        }
        try await scene.house.strike()
    }

    @Test("a stranger who tries passwords is slowed down; the owner gets in from the browser she used before")
    func lockOut() async throws {
        let house = try await House(trustedProxies: 1)
        let place = try #require(HTTPField.Name("X-Forwarded-For"))
        let owner = try await house.browser(of: "officer")
        let thief = house.browser()
        let form = WebAnswer.hiddenFields(
            in: try #require(try await thief.client.get("/fr/sign-in").forms(to: "/fr/sign-in").first))
        var refused = 0
        for attempt in 0..<80 {
            let answer = try await thief.client.post(
                "/fr/sign-in",
                form: form + [("email", "officer@example.org"), ("password", "guess number \(attempt)")],
                headers: [place: "10.1.\(attempt).1"])
            if answer.status == 429 { refused += 1 } else { #expect(answer.status == 422) }
        }
        #expect(refused >= 25, "the account's own bucket is empty after fifty")
        let page = try await owner.client.get("/fr/sign-in", headers: [place: "10.9.9.9"])
        let fields = WebAnswer.hiddenFields(in: try #require(page.forms(to: "/fr/sign-in").first))
        let answer = try await owner.client.post(
            "/fr/sign-in", form: fields + [("email", "officer@example.org"), ("password", "a long password")],
            headers: [place: "10.9.9.9"])
        #expect(answer.status == 303, "she is not locked out")
        // Another account is not concerned, from the thief's own place neither.
        #expect(try await house.browser(of: "donor").get("/fr/work").status == 200)
        try await house.strike()
    }
}
