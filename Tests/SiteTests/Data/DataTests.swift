import Catalogue
import Cooperation
import Desk
import Exchange
import Foundation
import HTTPTypes
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("What leaves the house")
struct DataTests {
    /// Every address from which something can be taken.
    private func addresses(_ key: String? = nil) -> [String] {
        var all = PublicKind.allCases.flatMap { kind in
            DataFile.endings(ofList: kind).map { "/en/files/\(kind.plural).\($0.rawValue)" }
        }
        all += ["/sitemap.xml", "/sitemap/0.xml", "/sitemap/1.xml", "/robots.txt", "/oai/record-1.xsd", "/en/data"]
        for prefix in ["oai_dc", "biobridge"] {
            all += [
                "/oai?verb=ListRecords&metadataPrefix=\(prefix)", "/oai?verb=ListIdentifiers&metadataPrefix=\(prefix)",
            ]
        }
        if let key {
            all += ["/id/\(key)", "/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:\(key)"]
            all += ["jsonld", "bib", "ris", "ics", "csv"].map { "/en/files/\(key).\($0)" }
        }
        return all
    }

    @Test("confidential requests, drafts and people leave in no form, whoever asks")
    func nothingPrivate() async throws {
        let house = try await House()
        let hidden = try await house.cast.triaged(on: house.stage, visibility: .named([]))
        let draft = try await house.stage.desk.draft(
            try house.cast.request(title: "Brouillon secret"), by: house.cast.requester)
        let (open, _) = try await house.cast.introduced(on: house.stage)
        _ = open
        // Only the hidden one has this title: the others are renamed here.
        for who in ["visitor", "requester", "officer"] {
            let browser = who == "visitor" ? house.browser() : try await house.browser(of: who)
            for key in [hidden.rawValue, draft.rawValue] {
                for address in addresses(key) {
                    let answer = try await browser.client.get(address)
                    #expect(answer.status < 500, "\(address)")
                    // A page that says there is no such page names its own address.
                    let isRefusal = answer.status == 404 || answer.text.contains("idDoesNotExist")
                    #expect(isRefusal || !answer.text.contains(key), "\(address) as \(who)")
                    #expect(!answer.text.contains("Brouillon secret"), "\(address) as \(who)")
                    #expect(!answer.text.contains("@example.org"), "\(address) as \(who)")
                    #expect(!answer.text.contains("account-"), "\(address) as \(who)")
                    // Letters and assessments.
                    #expect(!answer.text.contains("Chers collègues"), "\(address) as \(who)")
                    #expect(!answer.text.contains("For the desk"), "\(address) as \(who)")
                }
                #expect(try await browser.client.get("/id/\(key)").status == 404)
                #expect(try await browser.client.get("/en/files/\(key).jsonld").status == 404)
            }
        }
        try await house.strike()
    }

    @Test("a public request is in all of them")
    func open() async throws {
        let house = try await House()
        let (id, _) = try await house.cast.introduced(on: house.stage)
        let browser = house.browser()
        for address in [
            "/en/files/requests.csv", "/en/files/requests.json", "/en/files/requests.atom",
            "/oai?verb=ListRecords&metadataPrefix=oai_dc&set=kind:request", "/en/files/\(id.rawValue).jsonld",
        ] {
            let answer = try await browser.client.get(address)
            #expect(answer.status == 200 && answer.text.contains(id.rawValue), "\(address)")
            #expect(answer.text.contains("Suivi de la faune"), "\(address)")
        }
        #expect(try await browser.client.get("/sitemap/1.xml").text.contains("/fr/requests/\(id.own)"))
        let page = try await browser.get("/en/requests/\(id.own)").text
        #expect(page.contains("rel=\"cite-as\" href=\"http://localhost/id/\(id.rawValue)\""))
        #expect(page.contains("application/ld+json") && page.contains("dcterms.title"))
        try await house.strike()
    }

    @Test("every list offers its files, with all that narrows it")
    func narrowed() async throws {
        let reader = try await Reader()
        let page = try await reader.read("/en/providers?country=SN&subject=CBD-SUBJECT-PA")
        #expect(page.contains("/en/files/providers.csv?country=SN&amp;subject=CBD-SUBJECT-PA"))
        #expect(page.contains("type=\"application/atom+xml\""))
        let all = try await reader.read("/en/files/providers.csv")
        #expect(all.hasPrefix("\u{FEFF}id,address,revision,changed,organisation,title.ar"))
        #expect(all.contains("Suivi écologique par satellite"))
        let none = try await reader.read("/en/files/providers.csv?subject=CBD-SUBJECT-MAR")
        #expect(!none.contains("Suivi écologique par satellite"))
        for language in Language.allCases {
            let feed = try await reader.client.get("/\(language.code)/files/providers.atom")
            #expect(feed.status == 200 && feed.text.contains("xml:lang=\"\(language.code)\""))
            let again = try await reader.client.get(
                "/\(language.code)/files/providers.atom", headers: [.ifNoneMatch: feed.header("ETag") ?? ""])
            #expect(again.status == 304)
            #expect(try await reader.client.get("/\(language.code)/data").status == 200)
        }
        for wrong in ["practices.exe", "practices.ics", "accounts.csv", "providers.bib", "x", "practice-..csv"] {
            #expect(try await reader.client.get("/en/files/\(wrong)").status == 404, "\(wrong)")
        }
        try await reader.stage.strike()
    }

    @Test("a lasting address leads to the page in the reader's language, and says when a record is gone")
    func lasting() async throws {
        let reader = try await Reader()
        let key = reader.cast.institute.rawValue
        let answer = try await reader.client.get("/id/\(key)", headers: [.acceptLanguage: "ru"])
        #expect(answer.status == 303 && answer.header("Location") == "/ru/organisations/\(reader.cast.institute.own)")
        let desk = reader.stage.desk
        let list = Data("name,country\nShort-lived Institute,BJ\n".utf8)
        let options = Import.Options(kind: .organisation, fileName: "x", source: "x", consent: .published)
        let report = try await Import(desk).carryOut(list, options, by: reader.cast.officer)
        let intake = try #require(report.intake)
        let made = try #require(try await desk.papers(of: intake, for: reader.cast.officer).first).key
        #expect(try await reader.client.get("/id/\(made)").status == 303)
        try await desk.undo(intake, by: reader.cast.officer)
        #expect(try await reader.client.get("/id/\(made)").status == 410)
        let told = try await reader.read("/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:\(made)")
        #expect(told.contains("status=\"deleted\""))
        try await reader.stage.strike()
    }

    @Test("harvesters may ask by GET and by POST; what cannot be read is a bad verb")
    func harvest() async throws {
        let reader = try await Reader()
        let byPost = try await reader.client.post("/oai", form: [("verb", "Identify")])
        #expect(byPost.status == 200 && byPost.text.contains("<protocolVersion>2.0"))
        #expect(try await reader.read("/oai?verb=%FF%FE").contains("badVerb"))
        #expect(try await reader.read("/oai").contains("badVerb"))
        #expect(try await reader.read("/oai?verb=Identify&verb=Identify").contains("badVerb"))
        try await reader.stage.strike()
    }
}
