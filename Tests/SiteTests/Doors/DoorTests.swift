import Cooperation
import Desk
import HTTPTypes
import Ledger
import Rehearsal
import Testing
import WebSupport
import WebTesting

@testable import Site

/// Every route, every role, both methods, against the table of rights (T4). To add a route, see `Door.all`.
@Suite("Every door of the site")
struct DoorTests {
    @Test("every route stands in the table of rights, with the methods it has")
    func complete() async throws {
        let scene = try await Scene()
        let browser = scene.house.browser()
        for route in SiteRoute.allCases {
            guard let door = Door.all[route] else {
                Issue.record(
                    """
                    The route .\(route) (/\(route.rawValue)) has no line in Tests/SiteTests/Doors/Door.swift. Add one to \
                    Door.all: what stands for :id, who may get it, who may post to it. Its doc comment says how.
                    """)
                continue
            }
            let path = "/fr/" + route.rawValue.replacing(":id", with: "any")
            let allow = try await browser.client.send(.options, path).header("Allow") ?? ""
            let methods = Set(allow.split(separator: ", ").map(String.init))
            #expect(methods.contains("GET") == (door.get != nil), "GET of .\(route): say in Door.all who may")
            #expect(methods.contains("POST") == (door.post != nil), "POST to .\(route): say in Door.all who may")
            #expect(methods.isSubset(of: ["GET", "HEAD", "POST"]), "\(route) \(methods)")
        }
        try await scene.house.strike()
    }

    @Test("every page is shown to those who may see it, and to nobody else")
    func pages() async throws {
        let scene = try await Scene()
        var own: [SiteRoute: String] = [:]
        for (route, door) in Door.all where door.get != nil { own[route] = try await scene.own(of: door) }
        for who in Who.allCases {
            let browser = try await scene.browser(of: who)
            for (route, door) in Door.all {
                guard let may = door.get else { continue }
                let path = scene.path(route, own[route]) + door.query(scene)
                let answer = try await browser.client.get(path)
                if may.contains(who) {
                    #expect(answer.status == 200, "GET .\(route) by \(who)")
                } else {
                    let isRight = answer.isRefusal(of: who)
                    #expect(isRight, "GET .\(route) by \(who): \(answer.status)")
                }
            }
        }
        try await scene.house.strike()
    }

    @Test("every form is taken from those who may send it, and from nobody else")
    func forms() async throws {
        let scene = try await Scene()
        var browsers: [Who: Browser] = [:]
        for who in Who.allCases { browsers[who] = try await scene.browser(of: who) }
        for (route, door) in Door.all {
            guard let may = door.post else { continue }
            var own: String?
            // Who may is asked last: what they do moves the request on.
            for who in Who.allCases.sorted(by: { !may.contains($0) && may.contains($1) }) {
                if own == nil || may.contains(who) { own = try await scene.own(of: door) }
                let browser = try #require(browsers[who])
                let fields = try await door.fields(Knock(scene: scene, who: who, own: own))
                let answer = try await browser.knock(at: route, scene.path(route, own), fields)
                if may.contains(who) {
                    let isRight = answer.isWelcome
                    #expect(
                        isRight,
                        "POST .\(route) by \(who): \(answer.status) \(answer.header("Location") ?? "")")
                } else {
                    let isRight = answer.isRefusal(of: who)
                    #expect(isRight, "POST .\(route) by \(who): \(answer.status)")
                }
                if [.signOut, .signIn, .sessions, .accountPassword].contains(route) {
                    browsers[who] = try await scene.browser(of: who)
                }
            }
        }
        try await scene.house.strike()
    }

    @Test("no form is taken from another site, without its token, or with the token of another form")
    func forgeries() async throws {
        let scene = try await Scene()
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        for (route, door) in Door.all {
            guard let may = door.post, let who = Who.allCases.first(where: { may.contains($0) }) else { continue }
            let browser = try await scene.browser(of: who)
            let own = try await scene.own(of: door)
            let path = scene.path(route, own)
            let fields = try await door.fields(Knock(scene: scene, who: who, own: own))
            let token = try await browser.token(for: route)
            let head = try await scene.house.stage.ledger.head()
            for origin in ["cross-site", "same-site"] {
                let answer = try await browser.client.post(
                    path, form: [(Form.tokenField, token)] + fields, headers: [site: origin])
                #expect(answer.status == 403, "\(route) from \(origin)")
            }
            let foreign = try await browser.client.post(
                path, form: [(Form.tokenField, token)] + fields, headers: [.origin: "https://evil.example"])
            #expect(foreign.status == 403, "\(route) from another origin")
            if door.isProof {
                #expect(try await scene.house.stage.ledger.head() == head, "\(route) wrote something")
                continue
            }
            #expect(try await browser.client.post(path, form: fields).status == 403, "\(route) without a token")
            let other = try await browser.token(for: route == .signOut ? .signIn : .signOut)
            let wrong = try await browser.client.post(path, form: [(Form.tokenField, other)] + fields)
            #expect(wrong.status == 403, "\(route) with another form's token")
            let stranger = try await scene.house.browser().token(for: route)
            let stolen = try await browser.client.post(path, form: [(Form.tokenField, stranger)] + fields)
            #expect(stolen.status == 403, "\(route) with another browser's token")
            #expect(try await scene.house.stage.ledger.head() == head, "\(route) wrote something")
        }
        try await scene.house.strike()
    }
}

extension Scene {
    /// What stands for `:id` of a door; a new request for each call.
    func own(of door: Door) async throws -> String? {
        switch door.place {
        case .one: nil
        case .request(let point): try await request(point).own
        case .record(let own): own(self)
        }
    }

    func path(_ route: SiteRoute, _ own: String?) -> String {
        route.rawValue.isEmpty ? "/fr" : "/fr/" + route.rawValue.replacing(":id", with: own ?? "")
    }
}

extension Browser {
    /// The token of a form that goes to this route, as if a page had shown it to this browser.
    func token(for route: SiteRoute) async throws -> String {
        if await client.cookies.isEmpty { _ = try await client.get("/fr/sign-in") }
        let cookies = await client.cookies
        let known = try #require((cookies["visitor"] ?? cookies["session"]).flatMap { Token($0) })
        return FormGuard(key: key).token(for: known, scope: route.rawValue)
    }

    func knock(at route: SiteRoute, _ path: String, _ fields: [(String, String)]) async throws -> WebAnswer {
        let token = try await token(for: route)
        // Each from a place of its own: limits are tested elsewhere.
        let place = try #require(HTTPField.Name("X-Forwarded-For"))
        return try await client.post(
            path, form: [(Form.tokenField, token)] + fields,
            headers: [place: "10.\(Int.random(in: 0..<256)).\(Int.random(in: 0..<256)).1"])
    }
}

extension WebAnswer {
    private var leadsToSignIn: Bool {
        status == 303 && header("Location").map { $0.contains("/sign-in?return=") || $0.hasSuffix("/sign-in") } ?? false
    }

    /// The right was there: the form was taken, or its own problems are shown.
    var isWelcome: Bool { [200, 303, 400, 422].contains(status) && !leadsToSignIn }

    /// "You may not", or "there is no such page"; or one is led to the page to sign in.
    func isRefusal(of who: Who) -> Bool {
        status == 403 || status == 404 || leadsToSignIn
    }
}
