import Cooperation
import Desk
import Localisation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Pages of themes and targets")
struct TopicTests {
    @Test("every theme and every target has a page, with nothing on it too")
    func allOpen() async throws {
        let stage = try await Stage()
        let client = Reader.client(stage)
        let paths =
            Vocabulary.standard.subjects.map { SitePath.theme($0.id) } + FrameworkTarget.allCases.map { .target($0) }
            + AichiTarget.allCases.map { .target($0) }
        for path in paths {
            let answer = try await client.get(path.address(in: .spanish))
            #expect(answer.status == 200 && answer.text.contains("class=\"empty\""), "\(path.address(in: .spanish))")
        }
        for odd in ["themes/nothing", "targets/gbf-target-24", "targets/aichi-target-0", "themes/%00"] {
            #expect(try await client.get("/en/\(odd)").status == 404, "\(odd)")
        }
        try await stage.strike()
    }

    @Test("a theme's page gathers who asks and who can help, and leads on")
    func gathers() async throws {
        let reader = try await Reader()
        let id = try await reader.cast.triaged(on: reader.stage)
        let page = try await reader.read("/fr/themes/cbd-subject-pa")
        #expect(page.contains("/fr/requests/\(id.own)"))
        #expect(page.contains("/fr/providers/\(reader.cast.offer.own)"))
        #expect(page.contains("/fr/search?subject=CBD-SUBJECT-PA"))
        let list = try await reader.read("/fr/themes")
        #expect(list.contains("/fr/themes/cbd-subject-pa"))
        let request = try await reader.read("/fr/requests/\(id.own)")
        #expect(request.contains("/fr/themes/cbd-subject-pa"), "a request leads to its themes")
        try await reader.stage.strike()
    }

    @Test("an Aichi target leads to what took it up, and back")
    func crosswalk() async throws {
        let stage = try await Stage()
        let client = Reader.client(stage)
        let old = try #require(AichiTarget(number: 11))
        let new = try #require(old.successors.first).framework
        let page = try await client.get(SitePath.target(old).address(in: .english)).text
        #expect(page.contains(SitePath.target(new).address(in: .english)))
        let back = try await client.get(SitePath.target(new).address(in: .english)).text
        #expect(back.contains(SitePath.target(old).address(in: .english)))
        try await stage.strike()
    }

    @Test("a confidential request is on no theme's page and in no count")
    func confidential() async throws {
        let reader = try await Reader()
        let before = try await reader.read("/en/themes/cbd-subject-pa")
        _ = try await reader.cast.triaged(on: reader.stage, visibility: .named([]))
        #expect(try await reader.read("/en/themes/cbd-subject-pa") == before)
        try await reader.stage.strike()
    }
}
