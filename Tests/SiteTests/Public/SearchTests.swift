import Cooperation
import Desk
import Localisation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("The search")
struct SearchTests {
    @Test("before anything is typed, the page leads to the lists", arguments: Language.allCases)
    func start(language: Language) async throws {
        let stage = try await Stage()
        let page = try await Reader.client(stage).get(SitePath(.search).address(in: language))
        #expect(page.status == 200)
        #expect(page.text.contains("role=\"search\""))
        #expect(page.text.contains("href=\"\(SitePath(.practices).address(in: language))\""))
        try await stage.strike()
    }

    @Test("finds an offer by its words, marks them, and leads to it")
    func finds() async throws {
        let reader = try await Reader()
        let page = try await reader.read("/fr/search?q=satellite")
        #expect(page.contains("<mark>satellite</mark>"))
        #expect(page.contains("/fr/providers/\(reader.cast.offer.own)"))
        #expect(page.contains("Centre de Suivi Écologique"))
        #expect(page.contains("value=\"satellite\""), "the words stay in the box")
        try await reader.stage.strike()
    }

    @Test("kinds narrow what is found, and other kinds stay in reach")
    func kinds() async throws {
        let reader = try await Reader()
        let all = try await reader.read("/en/search?q=suivi")
        #expect(all.contains("/en/providers/\(reader.cast.offer.own)"))
        #expect(all.contains("/en/search?q=suivi&amp;kind=organisation"))
        let institutions = try await reader.read("/en/search?q=suivi&kind=organisation")
        #expect(!institutions.contains("/en/providers/\(reader.cast.offer.own)"))
        #expect(institutions.contains("/en/organisations/\(reader.cast.institute.own)"))
        try await reader.stage.strike()
    }

    @Test("a request is found once it is public, a confidential one by nobody")
    func confidential() async throws {
        let reader = try await Reader()
        let hidden = try await reader.cast.triaged(on: reader.stage, visibility: .named([]))
        #expect(!(try await reader.read("/fr/search?q=lions").contains(hidden.own)))
        try await reader.signIn("requester")
        #expect(!(try await reader.read("/fr/search?q=lions").contains(hidden.own)))
        let open = try await reader.cast.triaged(on: reader.stage)
        #expect(try await reader.read("/fr/search?q=lions").contains("/fr/requests/\(open.own)"))
        try await reader.stage.strike()
    }

    @Test(
        "odd questions get a page",
        arguments: [
            "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "%22", "%22%22%22", "%00", "%F0%9F%90%B8", "....", "%E2%80%AE",
            "a%20-%20*%20(", "zzzzqqqq&page=99999999999", "park&kind=account", "park&kind=message&country=zz",
        ])
    func odd(query: String) async throws {
        let reader = try await Reader()
        let answer = try await reader.client.get("/en/search?q=\(query)")
        #expect([200, 400].contains(answer.status))
        #expect(!answer.text.contains("<script>alert"))
        try await reader.stage.strike()
    }

    @Test("a very long question gets an answer")
    func long() async throws {
        let reader = try await Reader()
        let answer = try await reader.client.get("/en/search?q=" + String(repeating: "mangrove%20", count: 400))
        #expect(answer.status < 500)
        try await reader.stage.strike()
    }
}

@Suite("Narrowing a search")
struct FacetTests {
    @Test("without words a place or theme is browsed, and each facet tells its count")
    func browse() async throws {
        let reader = try await Reader()
        let id = try await reader.cast.triaged(on: reader.stage)
        let page = try await reader.read("/en/search?country=BJ")
        #expect(page.contains("/en/requests/\(id.own)") && page.contains("/en/organisations/"))
        #expect(page.contains("class=\"chosen\"") && page.contains("href=\"/en/search\""), "it can be taken away")
        let wide = try await reader.read("/en/search?q=suivi")
        #expect(wide.contains("class=\"facets\""))
        #expect(wide.firstMatch(of: /search\?q=suivi&amp;country=[A-Z]{2}/) != nil)
        try await reader.stage.strike()
    }

    @Test("what was revised last comes first on demand")
    func newest() async throws {
        let reader = try await Reader()
        for (name, day) in [("Older suivi", 1), ("Newer suivi", 9)] {
            reader.stage.clock.wait(days: day)
            try await reader.stage.desk.write(
                Organisation(name: LocalizedText(name, in: .english), type: .academic, country: nil), by: .office)
        }
        let page = try await reader.read("/en/search?q=suivi&sort=newest")
        let newer = try #require(page.firstRange(of: "Newer <mark>suivi"))
        let older = try #require(page.firstRange(of: "Older <mark>suivi"))
        #expect(newer.lowerBound < older.lowerBound)
        try await reader.stage.strike()
    }
}
