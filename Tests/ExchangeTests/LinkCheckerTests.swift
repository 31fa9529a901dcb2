import Catalogue
import Cooperation
import CurlSupport
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@testable import Exchange

@Suite("Where links lead") struct LinkCheckerTests {
    private func checker(_ server: LittleServer, seconds: Int = 5, pause: Double = 0, redirects: Int = 5) -> LinkChecker
    {
        LinkChecker(
            LinkLimits(
                hosts: [server.host], bytes: 1000, seconds: seconds, pause: pause, redirects: redirects,
                agent: "BioBridge/test"))
    }

    @Test("what is there, what is gone, what is broken, what nobody can tell")
    func outcomes() async throws {
        let server = try LittleServer { request in
            switch request.path {
            case "/robots.txt": LittleServer.Reply(status: 404)
            case "/here": LittleServer.Reply()
            case "/gone": LittleServer.Reply(status: 410)
            case "/missing": LittleServer.Reply(status: 404)
            // Some servers only know GET.
            case "/no-head": LittleServer.Reply(status: request.method == "HEAD" ? 404 : 200)
            case "/ill": LittleServer.Reply(status: 500)
            case "/members": LittleServer.Reply(status: 403)
            case "/busy": LittleServer.Reply(status: 503)
            case "/large":
                LittleServer.Reply(
                    status: request.method == "HEAD" ? 405 : 200, body: String(repeating: "x", count: 3_000_000))
            default: LittleServer.Reply(status: 404)
            }
        }
        defer { server.stop() }
        let checker = checker(server)
        for (path, outcome, trouble) in [
            ("/here", LinkRound.Finding.Outcome.alive, ""), ("/gone", .gone, "status-410"),
            ("/missing", .gone, "status-404"), ("/no-head", .alive, ""), ("/ill", .broken, "status-500"),
            ("/members", .unknown, "status-403"), ("/busy", .unknown, "status-503"), ("/large", .alive, ""),
        ] {
            let found = await checker.look(at: server.address(path))
            #expect(found.outcome == outcome && found.trouble == trouble, "\(path): \(found)")
        }
        // One look at the head is enough for what is there; robots.txt is read once.
        #expect(server.requests.filter { $0.path == "/here" }.map(\.method) == ["HEAD"])
        #expect(server.requests.filter { $0.path == "/robots.txt" }.count == 1)
        #expect(server.requests.allSatisfy { $0.agent.contains("BioBridge/test") })
    }

    @Test("robots.txt is obeyed, its delay too; a server in trouble allows nothing")
    func robots() async throws {
        let server = try LittleServer { request in
            request.path == "/robots.txt"
                ? LittleServer.Reply(body: "User-agent: *\nDisallow: /private\nCrawl-delay: 0.3") : LittleServer.Reply()
        }
        defer { server.stop() }
        let checker = checker(server)
        let forbidden = await checker.look(at: server.address("/private/page?x=1"))
        #expect(forbidden.outcome == .unknown && forbidden.trouble == "robots")
        #expect(!server.requests.contains { $0.path.hasPrefix("/private") })
        // A busy machine makes this longer, never shorter.
        let took = await ContinuousClock().measure {
            for page in 1...3 { #expect(await checker.look(at: server.address("/\(page)")).outcome == .alive) }
        }
        #expect(took >= .milliseconds(590), "one after the other, with two pauses")
        let ill = try LittleServer { LittleServer.Reply(status: $0.path == "/robots.txt" ? 502 : 200) }
        defer { ill.stop() }
        #expect(await self.checker(ill).look(at: ill.address("/")).trouble == "robots")
        #expect(ill.requests.map(\.path) == ["/robots.txt"])
    }

    @Test("redirects are followed, not for ever and not anywhere")
    func redirects() async throws {
        let server = try LittleServer { request in
            let parts = request.path.split(separator: "/").map(String.init)
            switch parts.first {
            case "robots.txt": return LittleServer.Reply(status: 404)
            case "circle": return LittleServer.Reply(status: 302, headers: ["Location": "/circle"])
            case "deep":
                return LittleServer.Reply(
                    status: 302, headers: ["Location": "/deep/\((Int(parts.last ?? "") ?? 0) + 1)"])
            case "moved": return LittleServer.Reply(status: 301, headers: ["Location": "/new"])
            case "away": return LittleServer.Reply(status: 301, headers: ["Location": "http://127.0.0.2:9/"])
            case "file": return LittleServer.Reply(status: 301, headers: ["Location": "file:///etc/passwd"])
            case "for-now": return LittleServer.Reply(status: 302, headers: ["Location": "/new"])
            default: return LittleServer.Reply()
            }
        }
        defer { server.stop() }
        let checker = checker(server)
        #expect(await checker.look(at: server.address("/circle")).trouble == "redirects-in-circles")
        #expect(await checker.look(at: server.address("/deep")).trouble == "too-many-redirects")
        #expect(server.requests.filter { $0.path.hasPrefix("/deep") }.count == 6)
        let moved = await checker.look(at: server.address("/moved"))
        #expect(moved.outcome == .alive && moved.movedTo == server.address("/new"))
        #expect(await checker.look(at: server.address("/for-now")).movedTo == nil)
        let away = await checker.look(at: server.address("/away"))
        #expect(away.outcome == .unknown && away.trouble == "host-not-allowed")
        #expect(await checker.look(at: server.address("/file")).trouble == "not-an-address")
    }

    @Test("who answers slowly is not waited for long; who does not listen is broken")
    func slow() async throws {
        let server = try LittleServer { request in
            LittleServer.Reply(
                status: request.path == "/robots.txt" ? 404 : 200, delay: request.path == "/slow" ? 600 : 0)
        }
        let checker = checker(server, seconds: 1)
        let slow = await checker.look(at: server.address("/slow"))
        #expect(slow.outcome == .broken && slow.trouble == "curl-28")
        let host = server.host
        server.stop()
        let fresh = LinkChecker(LinkLimits(hosts: [host], seconds: 2, pause: 0))
        #expect(await fresh.look(at: "http://\(host)/").outcome == .broken)
    }

    @Test("it never goes into one's own network, by whatever name, number or redirect")
    func ownNetwork() async throws {
        let server = try LittleServer { _ in LittleServer.Reply() }
        defer { server.stop() }
        let open = LinkChecker(LinkLimits(seconds: 3, pause: 0))
        for address in [
            "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0.0.0.0/", "http://2130706433/",
            "http://0x7f.1/", "http://169.254.169.254/latest/meta-data", "http://[::ffff:127.0.0.1]/",
            "http://10.0.0.1/", "http://192.168.1.1/",
        ] {
            let found = await open.look(at: address)
            #expect(found.outcome == .unknown && found.trouble == "private-address", "\(address): \(found)")
        }
        for address in [
            "http://127.0.0.1:\(server.port)/", "ftp://example.org/", "http://user@127.0.0.1/", "http:///x",
            "mailto:a@b",
            "gopher://127.0.0.1:80/_x",
        ] {
            #expect(await open.look(at: address).outcome != .alive, "\(address)")
        }
        #expect(server.requests.isEmpty)
    }

    @Test(
        "addresses that are none of the open Internet",
        arguments: [
            "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.1.2.3", "169.254.1.1", "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8", "192.0.2.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.9",
            "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fc00::1", "fd12::1", "fe80::1", "ff02::1",
            "2001:db8::1", "2001:0:1::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "nonsense",
        ])
    func special(address: String) { #expect(!isPublicAddress(address)) }

    @Test(
        "addresses of the open Internet",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1",
            "192.0.3.1",
            "192.167.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1",
            "64:ff9b::101:101", "2002:101:101::",
        ])
    func open(address: String) { #expect(isPublicAddress(address)) }

    @Test("a link that dies: told to its keeper once, marked with its day, forgotten when it lives again")
    func life() async throws {
        let isUp = Flag()
        let server = try LittleServer { request in
            request.path == "/robots.txt"
                ? LittleServer.Reply(status: 404) : LittleServer.Reply(status: isUp.value ? 200 : 404)
        }
        defer { server.stop() }
        let house = try await Publishing()
        let (desk, clock, cast) = (house.stage.desk, house.stage.clock, house.cast)
        let address = server.address("/guide")
        let resource = Resource(
            title: LocalizedText("A guide", in: .english), form: .guidance, links: [Link(title: "", address: address)])
        let id = try await desk.write(resource, by: cast.provider)
        let checker = checker(server)
        func look() async throws -> Int { try await checker.checkDue(desk).looked }
        // Before it is admitted nobody sees it, and nobody is asked.
        #expect(try await look() == 0)
        try await desk.review(try admission(of: .resource(id)), by: cast.officer)
        #expect(try await look() == 1)
        #expect(try await look() == 0, "looked at already")
        func state() async throws -> (failures: Int, isDead: Bool)? {
            try await desk.linkStates(of: id.rawValue)[address].map { ($0.failures, $0.isDead) }
        }
        #expect(try await state()?.failures == 1)
        func letters() async throws -> [AccountLetter] {
            try await desk.accountLettersToSend(limit: 100).letters.filter { $0.matter == .tidings(.deadLink) }
        }
        #expect(try await letters().isEmpty)
        try clock.move(to: "2026-03-10")
        #expect(try await look() == 1)
        #expect(try await state()?.isDead == true)
        let first = try await letters()
        #expect(first.map(\.email) == ["provider@example.org"] && first.first?.record?.lines == [address])
        let dead = try await desk.deadLinks(for: cast.officer)
        #expect(dead.links.total == 1 && dead.links.items.first?.record == id.rawValue && dead.counts.dead == 1)
        for letter in first {
            if let dispatch = try await desk.begin(letter) { try await desk.finish(dispatch, with: .sent) }
        }
        try clock.move(to: "2026-03-20")
        #expect(try await look() == 1)
        #expect(try await letters().isEmpty, "nobody is told twice")
        isUp.value = true
        try clock.move(to: "2026-03-30")
        #expect(try await look() == 1)
        #expect(try await state()?.failures == 0)
        #expect(try await desk.deadLinks(for: cast.officer).links.total == 0)
        // The catalogue made anew from the ledger knows the same.
        isUp.value = false
        for day in ["2026-05-05", "2026-05-10"] {
            try clock.move(to: day)
            #expect(try await look() == 1)
        }
        #expect(try await letters().count == 1, "it died anew")
        await #expect(throws: DeskError.refused("seeLinks")) { try await desk.deadLinks(for: cast.stranger) }
        try await house.stage.strike()
    }
}

/// A yes or no that a server's thread reads.
private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var isOn = false

    var value: Bool {
        get { lock.withLock { isOn } }
        set { lock.withLock { isOn = newValue } }
    }
}
