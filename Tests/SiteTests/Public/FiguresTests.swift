import Cooperation
import Desk
import Localisation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("Home, figures and what to expect")
struct FiguresTests {
    @Test("these pages open in every language, empty or not, with nothing left to fill", arguments: Language.allCases)
    func opens(language: Language) async throws {
        let reader = try await Reader(isDemonstration: true)
        for route in [SiteRoute.home, .figures, .about, .components] {
            let path = SitePath(route).address(in: language)
            #expect(try await reader.read(path).contains("<html lang=\"\(language.code)\""), "\(path)")
        }
        _ = try await reader.cast.introduced(on: reader.stage)
        for route in [SiteRoute.home, .figures] {
            let page = try await reader.read(SitePath(route).address(in: language))
            #expect(!page.contains("{"), "\(route)")
        }
        try await reader.stage.strike()
    }

    @Test("the home page leads on, counts, and links every country of the map")
    func home() async throws {
        let reader = try await Reader()
        _ = try await reader.cast.triaged(on: reader.stage)
        let page = try await reader.read("/en")
        #expect(page.contains("<b>1</b> request is open"))
        #expect(page.contains("<title>Benin: 1</title>"))
        #expect(page.contains("href=\"/en/countries/bj\""))
        #expect(page.contains("href=\"/en/requests/new\"") && page.contains("href=\"/en/requests\""))
        #expect(page.contains(Definition.technology.texts[.english].prefix(40)))
        try await reader.stage.strike()
    }

    @Test("the file of figures says the same as the page, and tells of no confidential request")
    func file() async throws {
        let reader = try await Reader()
        let (id, introduction) = try await reader.cast.introduced(on: reader.stage)
        _ = try await reader.cast.triaged(on: reader.stage, visibility: .named([]))
        for viewer in [reader.cast.requester, reader.cast.provider] {
            try await reader.stage.desk.reply(.accepts, to: introduction, on: id, by: viewer)
        }
        let answer = try await reader.client.get("/en/figures.csv")
        #expect(answer.status == 200)
        #expect(answer.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(answer.header("Content-Disposition")?.contains("bio-bridge-2026-03-02.csv") == true)
        let lines = answer.text.split(separator: "\r\n").map(String.init)
        #expect(lines.contains("Requests by where they stand today,Partners found,matched,1"))
        #expect(lines.contains("Requests by country,Benin,BJ,1"))
        #expect(lines.contains("\"Requests sent, by month\",March 2026,2026-03,1"))
        #expect(lines.contains { $0.hasSuffix("Senegal → Benin,SN>BJ,1") })
        let page = try await reader.read("/en/figures")
        #expect(page.contains("Partners found") && page.contains("100%"))
        try await reader.stage.strike()
    }

    @Test("how requests ended and by which word they passed is counted, for those that everybody may read")
    func outcomes() async throws {
        let reader = try await Reader()
        let (stage, cast) = (reader.stage, reader.cast)
        for visibility in [Cooperation.Request.Visibility.everybody, .named([])] {
            let (id, introduction) = try await cast.introduced(on: stage, visibility: visibility)
            for viewer in [cast.requester, cast.provider] {
                try await stage.desk.reply(.accepts, to: introduction, on: id, by: viewer)
            }
            try await stage.desk.close(
                id, .partlyFulfilled, saying: LocalizedText("Presque", in: .french), by: cast.requester)
        }
        let text = try await reader.client.get("/en/figures.csv").text
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines.contains { $0.hasSuffix("The need was met in part,,1") })
        #expect(
            lines.contains { $0.hasSuffix("Endorsed,,1") } && lines.contains { $0.hasSuffix("Passed by silence,,0") })
        let page = try await reader.read("/en/figures")
        #expect(page.contains("How they ended") && page.contains("The need was met in part"))
        try await stage.strike()
    }

    @Test("what to expect names each service level, criterion and definition")
    func about() async throws {
        let reader = try await Reader()
        let page = try await reader.read("/en/about")
        #expect(page.contains("15 working days") && page.contains("\(ServiceLevel.triage) working days"))
        for circle in Circle.allCases { #expect(page.contains("<li>\(circle.labels[.english])</li>")) }
        for definition in Definition.allCases { #expect(page.contains(definition.texts[.english].prefix(30))) }
        let words = Words(.english)
        for criterion in Assessment.Criterion.allCases {
            #expect(page.contains(words(MessageKey("about.criterion-\(criterion.rawValue)"))))
        }
        for measure in Assessment.Measure.allCases {
            #expect(page.contains(words(MessageKey("casework.measure-\(measure.rawValue)"))))
        }
        for priority in Priority.allCases {
            #expect(page.contains(words(MessageKey("casework.priority-\(priority.rawValue)"))))
        }
        // How much each part of a score counts stands there as the program counts it.
        #expect(page.contains(words("about.part-meaning")) && page.contains(words("about.part-exposure")))
        try await reader.stage.strike()
    }

    @Test("the page of components is only there in demonstration")
    func components() async throws {
        let reader = try await Reader()
        #expect(try await reader.client.get("/en/components").status == 404)
        try await reader.stage.strike()
    }
}
