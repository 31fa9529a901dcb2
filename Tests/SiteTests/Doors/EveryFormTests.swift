import Cooperation
import Desk
import HTTPTypes
import Rehearsal
import Testing
import WebTesting

@testable import Site

/// Every form of every page, found by looking at the pages and not by a list, filled in by an attacker (T4): what comes back,
/// and every page afterwards, holds no script; nobody is led away; nothing typed becomes a header; nothing fails.
@Suite("Every form in the hands of an attacker") struct EveryFormTests {
    private static let hostile = StoredScriptTests.hostile + "\r\nX-Evil: 1\r\n\r\n"

    @Test("found on the pages of everybody, and sent with every choice of buttons")
    func everywhere() async throws {
        let scene = try await Scene()
        var requests: [Cooperation.RequestID] = []
        var routes: Set<String> = []
        var fields: Set<String> = []
        var taken = 0
        for who in [
            Who.visitor, .stranger, .requester, .provider, .donor, .focalPoint, .officer, .reviewer, .administrator,
        ] {
            // What one of them does moves a request on, or ends it: each begins anew.
            let own = try await everyPoint(scene)
            requests += [Who.requester, .officer].contains(who) ? own : []
            // A letter that was refused, and a second browser: some forms are there for those alone.
            if who == .administrator { _ = try await scene.dispatch() }
            _ = try await scene.browser(of: who)
            var browser = try await scene.browser(of: who)
            var seen: Set<String> = []
            for path in try await pages(scene, own) {
                let page = try await browser.client.get(path)
                guard page.status == 200 else { continue }
                for form in FormOnPage.all(in: page.text) {
                    let route = pattern(of: form.action)
                    // Leaving is tested elsewhere; here it would end the visit.
                    guard route != "sign-out", seen.insert(route + " " + form.shape).inserted else { continue }
                    routes.insert(route)
                    fields.formUnion(
                        form.controls.filter { FormOnPage.typed.contains($0.kind) }.map { route + " " + $0.name })
                    for turn in 0..<min(2, max(1, form.controls.map(\.values.count).max() ?? 1)) {
                        let answer = try await send(form, turn, browser)
                        check(answer, "\(form.action) by \(who)")
                        if answer.status == 303 {
                            taken += 1
                            let next = try await browser.client.follow(answer)
                            check(next, "\(form.action) by \(who), where it leads")
                        }
                        if try await browser.client.get("/fr/work").status != 200, who != .visitor {
                            browser = try await scene.browser(of: who)
                        }
                    }
                }
            }
        }
        // Every place a form can be sent to was met on some page, but for those a letter or a password leads to.
        let known = Set(Door.all.filter { $0.value.post != nil }.map(\.key.rawValue))
        let apart: Set<String> = [
            "sign-out", "sign-in/code", "by-letter", "links/:id", "news-letters/:id", "keeping/:id",
            "account/second-factor/code", "account/recovery-codes", "account/second-factor/off",
            "desk/imports/taking-in", "bundles/taking-in",
            // Of an officer of a centre that has the country, and of who has news: the scene has neither.
            "requests/:id/referral", "work/alerts/seen",
            // Of a record whose term ends, and of a document that could not be read.
            "providers/:id/confirmation", "practices/:id/confirmation", "resources/:id/confirmation",
            "documents/:id/reading",
            // Of the officer who keeps a write-shop, once a draft in it is whole.
            "practice-drafts/:id/notes", "practice-drafts/:id/hand-in",
        ]
        #expect(known.subtracting(routes).subtracting(apart) == [])
        #expect(fields.count > 150 && taken > 40, "\(fields.count) fields, \(taken) forms taken")

        // What was taken is shown as text wherever it is shown.
        for who in [Who.visitor, .requester, .officer, .focalPoint, .administrator] {
            let browser = try await scene.browser(of: who)
            for path in try await pages(scene, requests) {
                check(try await browser.client.get(path), "\(path) for \(who)")
            }
        }
        try await scene.house.strike()
    }

    /// A request at each point of its way.
    private func everyPoint(_ scene: Scene) async throws -> [Cooperation.RequestID] {
        var requests: [Cooperation.RequestID] = []
        for point in [
            Scene.Point.drafted, .submitted, .questioned, .endorsed, .triaged, .introduced, .matched, .planned,
            .underWay,
        ] {
            requests.append(try await scene.request(point))
        }
        return requests
    }

    /// Every page, with every request where there is one in the address. Where somebody can end her own or others' roles
    /// comes last.
    private func pages(_ scene: Scene, _ requests: [Cooperation.RequestID]) async throws -> [String] {
        var paths: [String] = []
        for (route, door) in Door.all.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where door.get != nil {
            for own in try await scene.all(of: door, requests: requests) {
                paths.append(scene.path(route, own) + door.query(scene))
            }
        }
        return (0...3).flatMap { rank in paths.filter { path in rank == self.rank(path) } }
    }

    /// Writing comes before sending and taking back; one's own account is the last.
    private func rank(_ path: String) -> Int {
        if path.hasSuffix("/edit") { return 0 }
        if path.hasSuffix("/people") { return 2 }
        return path.contains("/account") ? 3 : 1
    }

    private func send(_ form: FormOnPage, _ turn: Int, _ browser: Browser) async throws -> WebAnswer {
        let fields = form.filled(with: Self.hostile, turn: turn, returning: "https://evil.example/")
        let place = try #require(HTTPField.Name("X-Forwarded-For"))
        let headers: HTTPFields = [place: "10.\(Int.random(in: 0..<256)).\(Int.random(in: 0..<256)).1"]
        guard form.carriesFiles else {
            return try await browser.client.post(form.action, form: fields, headers: headers)
        }
        let files = form.controls.filter { $0.kind == "file" }.map { control in
            let cell = "\"" + Self.hostile.replacing("\"", with: "\"\"") + "\""
            return WebFile(
                field: control.name, name: StoredScriptTests.hostile + ".csv", type: "text/csv",
                bytes: Array("name,title,country,about,links\n\(cell),\(cell),BJ,\(cell),\(cell)\n".utf8))
        }
        return try await browser.client.postMultipart(form.action, fields: fields, files: files, headers: headers)
    }

    private func check(_ answer: WebAnswer, _ what: String) {
        #expect(answer.status < 500, "\(what): \(answer.status)")
        #expect(answer.header("X-Evil") == nil, "\(what): what was typed became a header")
        for field in answer.headers { #expect(!field.value.contains { $0.isNewline }, "\(what): \(field.name)") }
        if let location = answer.header("Location") {
            #expect(
                location.hasPrefix("/") && !location.hasPrefix("//") && !location.contains("\\"), "\(what): \(location)"
            )
        }
        if answer.header("Content-Type")?.hasPrefix("text/html") == true {
            let dangers = Markup(answer.text).dangers
            #expect(dangers.isEmpty, "\(what): \(dangers)")
        }
    }

    /// The route of an address: `/fr/needs/x/edit` is `needs/:id/edit`.
    private func pattern(of action: String) -> String {
        let path = action.split(separator: "?")[0].split(separator: "/").dropFirst().map(String.init)
        let all = SiteRoute.allCases.map { $0.rawValue.split(separator: "/").map(String.init) }
        let fitting = all.filter { route in
            route.count == path.count && zip(route, path).allSatisfy { $0 == ":id" || $0 == $1 }
        }
        // A literal place goes before a record's.
        return fitting.min { $0.count { $0 == ":id" } < $1.count { $0 == ":id" } }?.joined(separator: "/") ?? action
    }
}
