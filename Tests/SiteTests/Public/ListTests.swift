import Cooperation
import Desk
import Localisation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Lists everybody may read")
struct ListTests {
    static let lists: [SiteRoute] = [
        .requests, .needs, .providers, .opportunities, .practices, .hubs, .organisations, .countries,
    ]

    @Test("every list opens in every language, also where nothing is in it", arguments: lists)
    func opens(route: SiteRoute) async throws {
        let stage = try await Stage()
        let client = Reader.client(stage)
        for language in Language.allCases {
            let answer = try await client.get(SitePath(route).address(in: language))
            #expect(answer.status == 200)
            #expect(answer.text.contains("<html lang=\"\(language.code)\""))
            #expect(answer.text.contains("<h1>"))
        }
        let english = try await client.get(SitePath(route).address(in: .english)).text
        #expect(route == .countries || english.contains("class=\"empty\""))
        try await stage.strike()
    }

    @Test("a request is listed once its country has let it pass, and a confidential one never")
    func onlyWhatPassed() async throws {
        let reader = try await Reader()
        _ = try await reader.cast.submitted(on: reader.stage)
        #expect(!(try await reader.read("/en/requests").contains("Suivi de la faune")))
        _ = try await reader.cast.triaged(on: reader.stage, visibility: .named([]))
        #expect(!(try await reader.read("/en/requests").contains("Suivi de la faune")))
        let id = try await reader.cast.triaged(on: reader.stage)
        let page = try await reader.read("/fr/requests")
        #expect(page.contains("Suivi de la faune"))
        #expect(page.contains("/fr/requests/\(id.own)"))
        #expect(page.contains("Agence des parcs"))
        try await reader.stage.strike()
    }

    @Test("the tabs part requests by what has become of them, and count them")
    func groups() async throws {
        let reader = try await Reader()
        _ = try await reader.cast.triaged(on: reader.stage)
        #expect(try await reader.read("/en/requests?state=open").contains("Suivi de la faune"))
        let answered = try await reader.read("/en/requests?state=answered")
        #expect(!answered.contains("Suivi de la faune"))
        #expect(answered.contains("No request stands here now"))
        #expect(answered.contains("<span class=\"tag\">1</span>"))
        #expect(try await reader.read("/en/requests?state=nonsense").contains("Suivi de la faune"))
        try await reader.stage.strike()
    }

    @Test("states are in exactly one group besides all")
    func everyStateHasItsGroup() {
        let parts: [RequestList.Group] = [.open, .answered, .closed]
        for state in State.allCases {
            #expect(parts.count { $0.states.contains(state) } == 1, "\(state)")
        }
    }

    @Test("filters narrow a list, stay in the address, and can be taken away")
    func filters() async throws {
        let reader = try await Reader()
        let all = try await reader.read("/en/organisations")
        #expect(all.contains("Agence des parcs") && all.contains("Centre de Suivi"))
        let benin = try await reader.read("/en/organisations?country=bj")
        #expect(benin.contains("Agence des parcs") && !benin.contains("Centre de Suivi"))
        #expect(benin.contains("<option value=\"BJ\" selected>"))
        #expect(benin.contains("href=\"/fr/organisations?country=bj\""), "another language keeps the query")
        let nobody = try await reader.read("/en/organisations?country=MN")
        #expect(nobody.contains("Nothing fits what you chose") && nobody.contains("href=\"/en/organisations\""))
        let offers = try await reader.read("/en/providers?assistance=training&subject=CBD-SUBJECT-PA&country=MN")
        #expect(offers.contains("Suivi écologique par satellite"), "training covers the workshop; everywhere covers MN")
        #expect(!(try await reader.read("/en/providers?assistance=funding").contains("Suivi écologique")))
        try await reader.stage.strike()
    }

    @Test("a code that is on no list is named, and the list is whole")
    func unknownCodes() async throws {
        let reader = try await Reader()
        for (name, sentence) in [
            ("country", "No country has the code"), ("subject", "No theme has the code"),
            ("assistance", "No kind of help has the code"), ("target", "No target has the code"),
        ] {
            for route: SiteRoute in [.organisations, .providers, .requests, .search] {
                let page = try await reader.read("/en/\(route.rawValue)?\(name)=XX")
                #expect(page.contains(sentence) && page.contains("<bdi>XX</bdi>"), "\(route) \(name)")
            }
        }
        let sorted = try await reader.read("/en/requests?sort=upside-down&state=odd")
        #expect(sorted.contains("<bdi>upside-down</bdi>") && sorted.contains("<bdi>odd</bdi>"))
        #expect(try await reader.read("/en/organisations?country=XX").contains("Agence des parcs"))
        #expect(!(try await reader.read("/en/organisations?country=BJ").contains("has the code")))
        try await reader.stage.strike()
    }

    @Test("long lists have pages of thirty, and a page behind the last says so")
    func pages() async throws {
        let stage = try await Stage()
        for number in 1...31 {
            try await stage.desk.write(
                Organisation(
                    name: LocalizedText("Institution \(number).", in: .english), type: .academic, country: nil),
                by: .office)
        }
        let client = Reader.client(stage)
        let first = try await client.get("/en/organisations").text
        #expect(first.contains("31 entries"))
        #expect(first.matches(of: /Institution \d+\./).count == 30)
        #expect(first.contains("href=\"/en/organisations?page=2\""))
        #expect(try await client.get("/en/organisations?page=2").text.matches(of: /Institution \d+\./).count == 1)
        #expect(try await client.get("/en/organisations?page=9").text.contains("There is nothing on this page"))
        for odd in ["0", "-5", "x", "99999999999999999999", "%00"] {
            #expect(try await client.get("/en/organisations?page=\(odd)").status < 500)
        }
        try await stage.strike()
    }

    @Test("only opportunities still open are listed first, with the days left; all of them on demand")
    func opportunities() async throws {
        let reader = try await Reader()
        try await reader.call("Over already", until: "2026-02-01")
        try await reader.call("Soon over", until: "2026-03-10")
        try await reader.call("Next year", until: "2027-01-01")
        try await reader.call("Always", until: nil)
        let open = try await reader.read("/en/opportunities")
        #expect(!open.contains("Over already"))
        #expect(open.contains("Closing soon") && open.contains("in 8 days"))
        let order = ["Soon over", "Next year", "Always"].compactMap { open.firstRange(of: $0)?.lowerBound }
        #expect(order.count == 3 && order == order.sorted())
        let all = try await reader.read("/en/opportunities?which=all")
        #expect(all.contains("Over already") && all.contains("Closed on 1 February 2026"))
        try await reader.stage.strike()
    }

    @Test("what people wrote and what stands in an address comes out escaped")
    func hostile() async throws {
        let stage = try await Stage()
        let script = "<script>alert(1)</script>\"'"
        try await stage.desk.write(
            Organisation(
                name: LocalizedText(script, in: .english), acronym: script, type: .academic, country: nil),
            by: .office)
        let client = Reader.client(stage)
        let encoded = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27"
        for name in ["country", "subject", "assistance", "state", "which", "page", "done"] {
            let page = try await client.get("/en/organisations?\(name)=\(encoded)").text
            #expect(!page.contains("<script>alert"))
            #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        }
        try await stage.strike()
    }
}

extension Reader {
    /// A call of the fund.
    func call(_ title: String, until day: String?) async throws {
        let subject = try #require(SubjectID("CBD-SUBJECT-PA"))
        let type = try #require(AssistanceTypeID("funding.grant"))
        try await stage.desk.write(
            Opportunity(
                organisation: cast.fund, title: LocalizedText(title, in: .english),
                description: LocalizedText("Money for parks", in: .english), types: [type], subjects: [subject],
                howToApply: LocalizedText("Write a letter.", in: .english), deadline: day.flatMap { CalendarDay($0) }),
            by: cast.donor)
    }
}
