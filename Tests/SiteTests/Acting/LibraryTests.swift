import Catalogue
import Cooperation
import Desk
import Foundation
import Localisation
import Matching
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary
import WebTesting

@testable import Site

@Suite("The library: what is old comes last, what is good can be begun from")
struct LibraryTests {
    private func practice(_ title: String, _ cast: Cast) throws -> Practice {
        func text(_ words: String) -> LocalizedText { LocalizedText(words, in: .english) }
        return Practice(
            title: text(title), summary: text("In short"), problem: text("Too dense to count"),
            whatWasDone: text("Microphones in trees"), results: text("Counts each year"), countries: [cast.benin],
            subjects: try cast.request().subjects)
    }

    @Test("whose term is over comes last and is marked; a word brings it back")
    func staleComesLast() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let kept = try await desk.write(try practice("Counted by eye", house.cast), by: .office)
        try house.stage.clock.move(to: "2026-06-01")
        let old = try await desk.write(try practice("Counted by ear", house.cast), by: .office)
        try house.stage.clock.move(to: "2027-06-01")
        try await desk.confirm(.practice(kept), by: .office)
        try house.stage.clock.move(to: "2028-07-01")
        try await desk.doUpkeep(at: house.stage.clock.now)
        #expect(try await desk.stale([old, kept]) == [old])
        // Written later, it would stand first.
        #expect(try await desk.records(Practice.self, RecordFilter()).items.map(\.id) == [kept, old])
        let visitor = house.browser()
        let list = try await visitor.get("/en/practices")
        let last = try #require(list.text.range(of: "Counted by ear"))
        let first = try #require(list.text.range(of: "Counted by eye"))
        let mark = try #require(list.text.range(of: "Not confirmed"))
        #expect(first.lowerBound < last.lowerBound && last.upperBound < mark.lowerBound)
        try await desk.confirm(.practice(old), by: .office)
        #expect(try await !visitor.get("/en/practices").text.contains("Not confirmed"))
        try await house.strike()
    }

    @Test("a practice is begun from another: what may hold elsewhere is there, the figures are not")
    func copied() async throws {
        let house = try await House()
        let id = try await house.stage.desk.write(try practice("Counted by ear", house.cast), by: .office)
        let link = "/en/practices/new?from=\(id.rawValue)"
        #expect(try await !house.browser().get("/en/practices/\(id.own)").text.contains(link))
        let provider = try await house.browser(of: "provider", in: .english)
        #expect(try await provider.get("/en/practices/\(id.own)").text.contains(link))
        let form = try await provider.get(link)
        #expect(form.status == 200)
        #expect(form.text.contains("Microphones in trees") && form.text.contains("Counted by ear"))
        #expect(!form.text.contains("Counts each year") && !form.text.contains(">Benin<"))
        // Nobody begins from what she may not read.
        let hidden = try await house.stage.desk.write(try practice("Hidden", house.cast), by: house.cast.officer)
        let refused = try await provider.get("/en/practices/new?from=\(hidden.rawValue)")
        #expect(refused.status == 404 && !refused.text.contains("Hidden"))
        try await house.strike()
    }

    @Test("what is old comes last in the search too, marked, and loses points in matching with the reason")
    func staleSinks() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let kept = try await desk.write(try practice("Counted by ear", house.cast), by: .office)
        // It says the words more often, so that it would come first.
        var louder = try practice("Counted ear, counted ear", house.cast)
        louder.summary = LocalizedText("ear ear ear counted counted", in: .english)
        let old = try await desk.write(louder, by: .office)
        let query = "counted ear"
        #expect(try await desk.search(query, language: .english).papers.first?.key == old.rawValue)
        try house.stage.clock.move(to: "2027-12-01")
        try await desk.confirm(.practice(kept), by: .office)
        try house.stage.clock.move(to: "2028-07-01")
        try await desk.doUpkeep(at: house.stage.clock.now)
        let found = try await desk.search(query, language: .english)
        #expect(found.papers.map(\.key) == [kept.rawValue, old.rawValue] && found.results.total == 2)
        #expect(found.papers.map(\.isLapsed) == [false, true])
        // Page by page it is the same list.
        let second = try await desk.search(query, language: .english, limit: 1, offset: 1)
        #expect(second.papers.map(\.key) == [old.rawValue] && second.results.total == 2)
        let page = try await house.browser().get("/en/search?q=counted+ear")
        let mark = try #require(page.text.range(of: "Not confirmed"))
        let last = try #require(page.text.range(of: "/en/practices/\(old.own)"))
        #expect(last.lowerBound < mark.lowerBound)
        let matches = try await desk.matches(
            forText: "We want birds counted by ear", country: house.cast.benin, language: .english,
            viewer: house.cast.officer)
        func part(_ id: PracticeID) throws -> Matching.Part {
            let scored = try #require(matches.best.first { $0.candidate == .practice(id) })
            #expect(scored.parts.reduce(0) { $0 + $1.value } == scored.score)
            return try #require(scored.parts.first { $0.part == .freshness })
        }
        #expect(try part(kept).value > 0 && part(old).value < 0)
        #expect(try ReasonWords(Words(.english)).sentence(part(old)).contains("Nobody has confirmed since"))
        // A word brings it back at once.
        try await desk.confirm(.practice(old), by: .office)
        #expect(try await desk.search(query, language: .english).papers.first?.key == old.rawValue)
        try await house.strike()
    }

    @Test("a tool is written down, reviewed, found, offered to who asks, and lapses like a practice")
    func resources() async throws {
        let house = try await House()
        let desk = house.stage.desk
        let provider = try await house.browser(of: "provider", in: .english)
        let place = "/en/resources/new"
        let fields = [
            ("title", "Guide to counting birds by ear"), ("form", "guidance"),
            ("summary", "How rangers count birds by ear with simple microphones."), ("publisher", "The institute"),
            ("links", "https://ears.example/guide"), ("rights", "CC BY 4.0"), ("subjects", "CBD-SUBJECT-PA"),
            ("doi", "not one"),
        ]
        let form = try await provider.get(place)
        let refused = try await provider.send(form, to: place, fields)
        #expect(refused.status == 422 && refused.text.contains("href=\"#doi\"") && refused.text.contains("not one"))
        let sent = try await provider.send(form, to: place, fields.dropLast() + [("doi", "10.1000/182")])
        #expect(sent.status == 303, "\(sent.problems)")
        let visitor = house.browser()
        let waiting = try #require(try await desk.waitingForReview(.resource, for: house.cast.officer).items.first)
        let id = try #require(ResourceID(rawValue: waiting.record.name))
        #expect(try await visitor.get("/en/resources/\(id.own)").status == 404)
        #expect(try await desk.search("microphones", language: .english).papers.isEmpty)
        let officer = try await house.browser(of: "officer", in: .english)
        let review = try await officer.get("/en/resources/\(id.own)/review")
        let verdicts = Review.Criterion.asked(of: .resource).map { ("verdict-\($0.rawValue)", "yes") }
        let decided = try await officer.send(
            review, to: "/en/resources/\(id.own)/review", verdicts + [("decision", "admitted")])
        #expect(decided.status == 303, "\(decided.problems)")
        #expect(try await visitor.get("/en/resources/\(id.own)").text.contains("CC BY 4.0"))
        #expect(try await desk.search("microphones", language: .english).papers.map(\.key) == [id.rawValue])
        var wanted = try house.cast.request()
        wanted.problem = LocalizedText("Rangers must learn to count birds by ear with microphones.", in: .english)
        let suggested = try await desk.suggestions(forDraft: wanted, in: house.cast.benin)
        #expect(suggested.resources.map(\.key) == [id.rawValue])
        // Whose list it is answers for what came from elsewhere: no review, no term.
        let foreign = Resource(
            title: LocalizedText("Read elsewhere", in: .english), form: .tool,
            links: [Link(title: "", address: "https://elsewhere.example/")],
            origin: Origin(key: "1", name: "A library", address: "https://elsewhere.example/"))
        let other = try await desk.write(foreign, by: house.cast.officer)
        #expect(try await visitor.get("/en/resources/\(other.own)").text.contains("A library"))
        try house.stage.clock.move(to: "2030-01-01")
        try await desk.doUpkeep(at: house.stage.clock.now)
        #expect(try await desk.stale([id, other]) == [id])
        let list = try await visitor.get("/en/resources").text
        let first = try #require(list.range(of: "Read elsewhere"))
        let last = try #require(list.range(of: "Guide to counting"))
        #expect(first.lowerBound < last.lowerBound && list.contains("Not confirmed"))
        try await house.strike()
    }
}
