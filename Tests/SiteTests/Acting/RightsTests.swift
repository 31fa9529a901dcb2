import Cooperation
import Desk
import Rehearsal
import Testing
import WebTesting

@testable import Site

@Suite("What people may do on the pages")
struct RightsTests {
    /// A way to change something, who may do it in an introduced request, and what such a form holds.
    struct Deed: CustomTestStringConvertible, Sendable {
        let route: String
        let mayDo: Set<String>
        var fields: [(String, String)] = []

        var testDescription: String { route }
    }

    static let everybody = ["requester", "focal-point", "officer", "provider", "donor", "stranger"]

    /// The state is `introduced` for all of them: what is possible only at another point is nobody's then.
    static let deeds: [Deed] = [
        Deed(route: "edit", mayDo: [], fields: [("problem", "x"), ("country", "BJ")]),
        Deed(route: "submission", mayDo: []),
        Deed(route: "position", mayDo: [], fields: [("stance", "endorsement")]),
        Deed(route: "question-answer", mayDo: [], fields: [("question-answer", "Six.")]),
        Deed(route: "assessment", mayDo: []),
        Deed(route: "refusal", mayDo: [], fields: [("refusal", "Non.")]),
        Deed(route: "plan", mayDo: [], fields: [("plan", "Un plan.")]),
        Deed(route: "pledges", mayDo: [], fields: [("pledge", "Une aide.")]),
        Deed(route: "reports", mayDo: [], fields: [("stage", "final"), ("report", "Fini.")]),
        Deed(
            route: "messages", mayDo: ["requester", "focal-point", "officer", "provider"],
            fields: [("message", "Bonjour.")]),
        Deed(route: "notes", mayDo: ["officer"], fields: [("note", "Vu.")]),
        Deed(route: "answer", mayDo: ["officer"], fields: [("answer", "Voici.")]),
        Deed(route: "closing", mayDo: ["officer"], fields: [("outcome", "fulfilled"), ("closing", "Fini.")]),
        Deed(route: "withdrawal", mayDo: ["requester"]),
    ]

    @Test("each form is taken from those who may send it, and refused to all others", arguments: deeds)
    func table(deed: Deed) async throws {
        for name in Self.everybody {
            let house = try await House()
            let (id, _) = try await house.cast.introduced(on: house.stage)
            let browser = try await house.browser(of: name)
            let path = "/fr/requests/\(id.own)/\(deed.route)"
            let answer = try await browser.sendAnyway(path, deed.fields)
            if deed.mayDo.contains(name) {
                #expect(answer.status == 303, "\(name) \(deed.route): \(answer.problems)")
            } else {
                #expect([403, 404, 409, 422].contains(answer.status), "\(name) \(deed.route): \(answer.status)")
                let view = try await house.stage.desk.dossier(id, for: house.cast.officer)
                #expect(view.state == .introduced, "\(name) moved it by \(deed.route)")
                #expect(view.dossier.messages.isEmpty)
            }
            try await house.strike()
        }
    }

    @Test("a visitor is asked to sign in and comes back; forms without a token are refused", arguments: deeds)
    func visitors(deed: Deed) async throws {
        let house = try await House()
        let (id, _) = try await house.cast.introduced(on: house.stage)
        let path = "/fr/requests/\(id.own)/\(deed.route)"
        let visitor = try await house.browser().sendAnyway(path, deed.fields)
        #expect(visitor.status != 303 || visitor.header("Location")?.contains("sign-in") == true)
        let requester = try await house.browser(of: "requester")
        #expect(try await requester.client.post(path, form: deed.fields).status == 403)
        let view = try await house.stage.desk.dossier(id, for: house.cast.officer)
        #expect(view.state == .introduced && view.dossier.messages.isEmpty)
        try await house.strike()
    }

    @Test("pages of a role are for that role")
    func pages() async throws {
        let house = try await House()
        let id = try await house.cast.triaged(on: house.stage)
        let own = id.own
        let doors: [(String, Set<String>)] = [
            ("desk", ["officer"]), ("desk/cases/\(own)", ["officer"]),
            ("desk/cases/\(own)/introduction?candidate=\(house.cast.offer.rawValue)", ["officer"]),
            ("country-desk", ["focal-point"]), ("work", Set(Self.everybody)), ("requests/new", Set(Self.everybody)),
            ("requests/\(own)/edit", []),
        ]
        for name in Self.everybody {
            let browser = try await house.browser(of: name)
            for (path, may) in doors {
                let status = try await browser.get("/fr/\(path)").status
                #expect(may.contains(name) ? status == 200 : [403, 409].contains(status), "\(name) \(path) \(status)")
            }
        }
        #expect(try await house.browser().get("/fr/requests/new").status == 200, "anybody may begin")
        for (path, _) in doors where path != "requests/new" {
            let answer = try await house.browser().get("/fr/\(path)")
            #expect(answer.status == 303, "\(path)")
            #expect(answer.header("Location")?.hasPrefix("/fr/sign-in?return=%2Ffr%2F") == true)
        }
        #expect(try await house.browser().get("/fr/requests/nobody-knows").status == 404)
        #expect(try await house.browser(of: "officer").get("/fr/desk/cases/nobody-knows").status == 404)
        try await house.strike()
    }

    @Test("a confidential request does not betray that it exists")
    func confidential() async throws {
        let house = try await House()
        let id = try await house.cast.triaged(on: house.stage, visibility: .named([]))
        for name in ["provider", "donor", "stranger"] {
            let browser = try await house.browser(of: name)
            #expect(try await browser.get("/fr/requests/\(id.own)").status == 404)
            #expect(try await browser.sendAnyway("/fr/requests/\(id.own)/messages", [("message", "x")]).status == 404)
            #expect(!(try await browser.get("/fr/work").text.contains("Suivi de la faune")))
            #expect(!(try await browser.get("/fr/requests").text.contains("Suivi de la faune")))
        }
        #expect(try await house.browser().get("/fr/requests/\(id.own)").status == 404)
        for name in ["requester", "focal-point", "officer"] {
            let page = try await house.browser(of: name).get("/fr/requests/\(id.own)")
            #expect(page.text.contains("Confidentielle"))
        }
        try await house.strike()
    }
}
