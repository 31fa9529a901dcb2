import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
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
}
