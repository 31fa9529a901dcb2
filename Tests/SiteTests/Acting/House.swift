import Cooperation
import Desk
import Foundation
import Hummingbird
import Rehearsal
import Testing
import TextAnalysis
import WebSupport
import WebTesting

@testable import Site

/// The site over a real house, with a browser for each person.
struct House {
    let stage: Stage
    let cast: Cast
    let site: Site

    init(
        on day: String = "2026-03-02", isDemonstration: Bool = false, trustedProxies: Int = 0,
        miner: DocumentMiner = LineMiner.miner
    ) async throws {
        stage = try await Stage(on: day, miner: miner)
        cast = try await Cast(on: stage)
        site = Site(
            desk: stage.desk,
            settings: SiteSettings(
                isDemonstration: isDemonstration, trustedProxies: trustedProxies, key: .random()))
    }

    func strike() async throws { try await stage.strike() }

    func browser() -> Browser { Browser(client: WebClient(site.router().buildResponder()), key: site.settings.key) }

    /// A browser in which this person has signed in through the form.
    func browser(of name: String, in language: Language = .french) async throws -> Browser {
        let browser = browser()
        let page = try await browser.get("/\(language.code)/sign-in")
        let answer = try await browser.send(
            page, to: "/\(language.code)/sign-in",
            [("email", "\(name)@example.org"), ("password", "a long password")])
        #expect(answer.status == 303, "\(name) is signed in")
        return browser
    }
}

/// A browser of the tests that fills in one form of a page.
struct Browser {
    let client: WebClient<RouterResponder<SiteContext>>
    /// The node's key, to make tokens of forms that no page showed.
    let key: SecretKey

    func get(_ path: String) async throws -> WebAnswer {
        let page = try await client.get(path)
        // A message that is missing shows its key; a place nobody filled its braces.
        #expect(
            page.text.firstMatch(of: /[> "](request|state|desk|position|work|done|common)\.[a-z]+/) == nil, "\(path)")
        #expect(page.text.firstMatch(of: /\{[a-z]+\}/) == nil, "\(path)")
        return page
    }

    /// Sends the first form of the page that goes to this path (and holds `marked`), with its own hidden fields.
    func send(
        _ page: WebAnswer, to path: String, marked: String = "", _ fields: [(String, String)] = []
    ) async throws -> WebAnswer {
        let form = try #require(
            page.forms(to: path).first { marked.isEmpty || $0.contains(marked) }, "a form to \(path)")
        let given = Set(fields.map(\.0))
        let hidden = WebAnswer.hiddenFields(in: form)
        return try await client.post(path, form: hidden.filter { !given.contains($0.0) } + fields)
    }

    /// The same, and the page it leads to.
    func carryOut(
        _ page: WebAnswer, to path: String, marked: String = "", _ fields: [(String, String)] = []
    ) async throws -> WebAnswer {
        let answer = try await send(page, to: path, marked: marked, fields)
        #expect(answer.status == 303, "\(path) is taken: \(answer.problems)")
        return try await get(try #require(answer.header("Location")))
    }
}

extension Browser {
    /// Sends a form that no page showed, with a token that is right: as who knows the address but has no such button.
    func sendAnyway(_ path: String, _ fields: [(String, String)]) async throws -> WebAnswer {
        _ = try await client.get("/fr/sign-in")
        let route = try #require(
            SiteRoute.allCases.first {
                $0.rawValue == "requests/:id/" + path.split(separator: "/").dropFirst(3).joined()
            })
        let cookies = await client.cookies
        let known = try #require((cookies["visitor"] ?? cookies["session"]).flatMap { Token($0) })
        let token = FormGuard(key: key).token(for: known, scope: route.rawValue)
        return try await client.post(path, form: [(Form.tokenField, token)] + fields)
    }
}

extension WebAnswer {
    /// The markup of each form that goes to this path.
    func forms(to path: String) -> [String] {
        text.components(separatedBy: "<form ").dropFirst().compactMap { part in
            let form = part.components(separatedBy: "</form>")[0]
            return form.contains("action=\"\(path)\"") ? form : nil
        }
    }

    /// What the summary of problems says, for messages of tests.
    var problems: String {
        guard let start = text.range(of: "what-is-wrong\">") else { return "" }
        return String(text[start.upperBound...].prefix(600))
    }

    /// The own part of the request an address leads to.
    var requestOwn: String? {
        header("Location").flatMap { location in
            location.firstMatch(of: /requests\/([a-z0-9-]+)/).map { String($0.1) }
        }
    }
}
