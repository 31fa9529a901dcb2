import Catalogue
import Cooperation
import Desk
import Localisation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Pages of records")
struct RecordTests {
    @Test("a provider's page says what is offered, by whom, for whom and in which languages, and how to ask")
    func provider() async throws {
        let reader = try await Reader()
        let page = try await reader.read("/en/providers/\(reader.cast.offer.own)")
        for text in [
            "Suivi écologique par satellite", "Centre de Suivi Écologique", "All countries", "Workshop", "French",
            "Télédétection", "/en/organisations/\(reader.cast.institute.own)", "/en/requests/new",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        try await reader.stage.strike()
    }

    @Test("help counts for an institution once both sides have said yes")
    func helped() async throws {
        let reader = try await Reader()
        let (id, introduction) = try await reader.cast.introduced(on: reader.stage)
        let place = "/en/organisations/\(reader.cast.institute.own)"
        #expect(!(try await reader.read(place).contains("helped through")))
        let desk = reader.stage.desk
        for viewer in [reader.cast.requester, reader.cast.provider] {
            try await desk.reply(.accepts, to: introduction, on: id, by: viewer)
        }
        for path in [place, "/en/providers/\(reader.cast.offer.own)"] {
            let page = try await reader.read(path)
            #expect(page.contains("1 request helped through Bio-Bridge"), "\(path)")
            #expect(page.contains("/en/requests/\(id.own)"), "\(path)")
        }
        try await reader.stage.strike()
    }

    @Test("the history tells each version's day to everybody, and the names of people only after signing in")
    func history() async throws {
        let reader = try await Reader()
        var offer = try await reader.stage.desk.record(reader.cast.offer)
        offer.body.title = LocalizedText("Suivi nouveau", in: .french)
        reader.stage.clock.wait(days: 3)
        try await reader.stage.desk.write(offer.body, as: offer.id, from: offer.revision, by: reader.cast.provider)
        let path = "/en/providers/\(reader.cast.offer.own)"
        let asVisitor = try await reader.read(path)
        #expect(asVisitor.contains("History: 2 versions") && asVisitor.contains("5 March 2026"))
        #expect(!asVisitor.contains("<bdi>provider</bdi>"))
        #expect(!asVisitor.contains("@example.org"))
        try await reader.signIn("stranger")
        let asMember = try await reader.read(path)
        #expect(asMember.contains("<bdi>provider</bdi>"))
        #expect(!asMember.contains("provider@example.org"))
        try await reader.stage.strike()
    }

    @Test("a need leads to those who work on its theme, and tells of a confidential request to nobody")
    func need() async throws {
        let reader = try await Reader()
        let desk = reader.stage.desk
        let hidden = try await reader.cast.triaged(on: reader.stage, visibility: .named([]))
        let subject = try #require(SubjectID("CBD-SUBJECT-PA"))
        let need = Need(
            country: reader.cast.benin, statement: LocalizedText("No counts of lions", in: .english),
            lack: .information, priority: .high, subjects: [subject], source: "NBSAP, p. 12", request: hidden)
        let id = try await desk.write(need, by: reader.cast.focalPoint)
        let page = try await reader.read("/en/needs/\(id.own)")
        for text in [
            "No counts of lions", "Benin", "Data and information", "NBSAP, p. 12", "Suivi écologique par satellite",
            "Nobody has asked for help with this yet",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(!page.contains(hidden.own))
        try await reader.signIn("requester")
        #expect(try await reader.read("/en/needs/\(id.own)").contains("/en/requests/\(hidden.own)"))
        try await reader.stage.strike()
    }

    @Test("an opportunity, a practice and a hub show all that was written of them")
    func others() async throws {
        let reader = try await Reader()
        let desk = reader.stage.desk
        let subject = try #require(SubjectID("CBD-SUBJECT-PA"))
        func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .english) }
        let practice = Practice(
            title: text("Counting by sound"), summary: text("In short"), problem: text("Too dense to see"),
            whatWasDone: text("Microphones"), results: text("Counts every year"),
            whatDidNotWork: text("Batteries failed"), conditions: text("Power"),
            organisations: [reader.cast.institute], countries: [reader.cast.benin], subjects: [subject], year: 2024,
            cost: Money(amount: 20_000, currency: "USD"),
            links: [
                Cooperation.Link(title: "More", address: "https://example.org/a"),
                Cooperation.Link(title: "Bad", address: "https://"),
            ])
        let practiceID = try await desk.write(practice, by: reader.cast.provider)
        #expect(try await reader.status("/en/practices/\(practiceID.own)") == 404)
        try await desk.review(try admission(of: .practice(practiceID)), by: reader.cast.officer)
        let page = try await reader.read("/en/practices/\(practiceID.own)")
        for words in [
            "Counting by sound", "Too dense to see", "Microphones", "Counts every year", "Batteries failed", "Power",
            "2024", "20,000", "https://example.org/a", "/en/countries/bj",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        let hub = Hub(
            organisation: reader.cast.institute, name: text("Centre for West Africa"), mandate: text("To support"),
            countries: [reader.cast.benin], languages: [LanguageCode(.french)])
        let hubID = try await desk.write(hub, by: .office)
        let hubPage = try await reader.read("/en/hubs/\(hubID.own)")
        #expect(hubPage.contains("Centre for West Africa") && hubPage.contains("/en/countries/bj"))
        #expect(try await reader.read("/en/countries/bj").contains("/en/hubs/\(hubID.own)"))
        try await reader.call("Small grants", until: "2026-12-01")
        let calls = try await desk.records(Opportunity.self).items
        let call = try #require(calls.first)
        let callPage = try await reader.read("/en/opportunities/\(call.id.own)")
        #expect(callPage.contains("Write a letter.") && callPage.contains("1 December 2026"))
        try await reader.stage.strike()
    }

    @Test("a country's page brings together what concerns it")
    func country() async throws {
        let reader = try await Reader()
        let id = try await reader.cast.triaged(on: reader.stage)
        let page = try await reader.read("/en/countries/BJ")
        for text in [
            "Benin", "Least developed countries", "/en/requests/\(id.own)", "15 working days", "/en/countries/tg",
            "Western Africa",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(try await reader.read("/en/countries/sn").contains("Suivi écologique par satellite"))
        #expect(try await reader.read("/ar/countries/mn").contains("dir=\"rtl\""))
        try await reader.stage.strike()
    }

    @Test(
        "what does not exist is not found",
        arguments: [
            "providers/none", "needs/none", "opportunities/none", "practices/none", "hubs/none", "organisations/none",
            "countries/xx", "countries/zzz", "providers/UPPER", "practices/%3Cscript%3E", "needs/..%2F..",
            "hubs/%00", "organisations/account-1",
        ])
    func unknown(path: String) async throws {
        let stage = try await Stage()
        let client = Reader.client(stage)
        let answer = try await client.get("/en/" + path)
        #expect([400, 404].contains(answer.status))
        #expect(!answer.text.contains("<script>"))
        try await stage.strike()
    }

    @Test("what people wrote comes out escaped on every page it is on")
    func hostile() async throws {
        let reader = try await Reader()
        let desk = reader.stage.desk
        let script = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"
        func text() -> LocalizedText { LocalizedText(script, in: .english) }
        let subject = try #require(SubjectID("CBD-SUBJECT-PA"))
        let type = try #require(AssistanceTypeID("training"))
        let links = [Cooperation.Link(title: script, address: "https://example.org/\"onmouseover=")]
        let organisation = try await desk.write(
            Organisation(
                name: text(), acronym: "<script>alert(1)</script>", type: .academic, country: reader.cast.benin,
                city: script, links: links,
                about: text()), by: .office)
        let provider = try await desk.write(
            ProviderProfile(
                organisation: organisation, title: text(), coverage: .everywhere, subjects: [subject], free: [type],
                expertise: text(), pastCollaborations: text(), languages: [LanguageCode(.english)], links: links),
            by: .office)
        let practice = try await desk.write(
            Practice(
                title: text(), summary: text(), problem: text(), whatWasDone: text(), results: text(),
                whatDidNotWork: text(), conditions: text(), organisations: [organisation],
                countries: [reader.cast.benin], subjects: [subject], links: links), by: .office)
        let need = try await desk.write(
            Need(
                country: reader.cast.benin, statement: text(), lack: .capacity, subjects: [subject], source: script),
            by: .office)
        let pages = [
            "", "/providers", "/practices", "/needs", "/organisations/\(organisation.own)",
            "/providers/\(provider.own)", "/practices/\(practice.own)", "/needs/\(need.own)", "/countries/bj",
        ]
        for path in pages {
            let page = try await reader.read("/en" + path)
            #expect(!page.contains("<script>alert") && !page.contains("<img"), "\(path)")
            #expect(!page.contains("\"onmouseover"), "\(path)")
        }
        try await reader.stage.strike()
    }
}
