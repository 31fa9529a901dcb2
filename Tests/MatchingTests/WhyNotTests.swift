import Cooperation
import Testing
import TextAnalysis
import Vocabulary

@testable import Matching

@Suite("Why an offer is not shown") struct WhyNotTests {
    private let words =
        "Restoration of mangroves with communities of the coast and their fishers: seedlings, nurseries, boats, maps and lessons"

    @Test func nearlyTheSameIsFoldedUnderTheOneThatIsShown() throws {
        var library = Library()
        for name in ["one", "two"] {
            try library.opportunity(name, "Mangroves", words, deadline: nil)
        }
        let wanted = try Library.wanted()
        let index = library.index()
        let best = try #require(index.candidates(for: wanted).best.first)
        let folded = try #require(best.alike.first)
        #expect(index.why(not: folded, for: wanted) == .folded(under: best.candidate))
        #expect(index.why(not: best.candidate, for: wanted) == nil)
    }

    @Test func whoRanksLowerIsComparedWithTheLastOneShown() throws {
        var library = Library()
        let texts = [
            "We replant mangroves with fishers.", "Mangrove nurseries run by women of the lagoon and their children.",
            "Surveys of mangrove forests from the air by small planes and of crabs by night.",
            "Teaching about mangroves in schools with games, songs and a boat.",
        ]
        for (place, text) in texts.enumerated() {
            try library.provider(
                "p\(place)", "Offer \(place)", text, seat: "GH", languages: place == 0 ? ["fr"] : ["ja"])
        }
        let wanted = try Library.wanted()
        let index = library.index()
        let circles = index.candidates(for: wanted, limit: 1).circles
        let shown = try #require(circles.first?.candidates.first)
        let all = index.candidates(for: wanted, limit: 10).best
        let last = try #require(all.last)
        #expect(last.candidate != shown.candidate)
        guard case .ranksLower(let comparison)? = index.why(not: last.candidate, for: wanted, limit: 1) else {
            Issue.record("it fits, and is not shown")
            return
        }
        #expect(comparison.own == last && comparison.other == shown)
        #expect(!comparison.shortfalls.isEmpty)
        for shortfall in comparison.shortfalls {
            #expect(shortfall.points == (shortfall.other?.value ?? 0) - (shortfall.own?.value ?? 0))
            #expect(shortfall.points > 0)
        }
        #expect(comparison.shortfalls.map(\.points) == comparison.shortfalls.map(\.points).sorted(by: >))
        #expect(comparison.shortfalls.contains { $0.part == .language })
        #expect(index.why(not: last.candidate, for: wanted, limit: 10) == nil)
    }
}
