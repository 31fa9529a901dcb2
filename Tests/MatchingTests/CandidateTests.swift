import Cooperation
import Testing
import TextAnalysis
import Vocabulary

@testable import Matching

@Suite struct CandidateTests {
    let index: MatchIndex
    let wanted: Wanted

    init() throws {
        index = try Library.mangroves().index()
        wanted = try Library.wanted()
    }

    @Test func homeComesFirstAndWhatHasNothingInCommonNotAtAll() {
        let names = index.candidates(for: wanted).names
        #expect(names.first == "cotonou")
        #expect(!names.contains("oslo"))
    }

    @Test func otherLanguagesAreFound() {
        let names = index.candidates(for: wanted).names
        for name in ["accra", "cali", "leiden", "mekong"] { #expect(names.contains(name), "\(names)") }
    }

    @Test func circlesAreShownNearestFirst() {
        let circles = index.candidates(for: wanted).circles
        #expect(circles.map(\.circle) == circles.map(\.circle).sorted())
        #expect(circles.first?.circle == .home)
        #expect(circles.first?.candidates.map(\.candidate.name) == ["provider-cotonou"])
        let neighbours = circles.first { $0.circle == .neighbours }
        #expect(Set(neighbours?.candidates.map(\.candidate.name) ?? []) == ["provider-accra", "provider-dakar"])
        #expect(circles.contains { $0.circle == .southSouth })
    }

    @Test func everyScoreIsTheSumOfItsParts() {
        for scored in index.candidates(for: wanted).best {
            #expect(scored.score == scored.parts.reduce(0) { $0 + $1.value })
            #expect(scored.score == scored.parts.reversed().reduce(0) { $0 + $1.value })
            #expect(scored.score < 110)
            #expect(!scored.parts.contains { $0.value == 0 })
        }
    }

    @Test func theSameQuestionGivesTheSameList() throws {
        let again = try Library.mangroves().index()
        #expect(index.candidates(for: wanted).best == again.candidates(for: wanted).best)
        #expect(index.candidates(for: wanted).best == index.candidates(for: wanted).best)
    }

    @Test func reasonsNameFacts() throws {
        let matches = index.candidates(for: wanted)
        let cotonou = try matches.candidate("cotonou")
        #expect(cotonou.parts.contains { $0.reason == .hasHelped(3) })
        #expect(cotonou.parts.contains { $0.reason == .circle(.home, wanted.country) })
        #expect(cotonou.parts.contains { $0.reason == .offersFree(wanted.assistance) })
        let leiden = try matches.candidate("leiden")
        #expect(leiden.parts.contains { $0.reason == .offersAtCost(wanted.assistance) })
        let mangrove = try #require(ConceptID("mangrove-forest"))
        #expect(
            leiden.parts.contains {
                if case .sharedConcepts(let shared) = $0.reason { shared.contains(mangrove) } else { false }
            })
        let cali = try matches.candidate("cali")
        #expect(cali.parts.contains { $0.part == .missing && $0.value < 0 })
    }

    @Test func aResourceIsACandidateWithItsOwnReasons() throws {
        var library = try Library.mangroves()
        let body = Resource(
            title: Library.text("A course on mangroves"), summary: Library.text("How to restore mangrove forests."),
            form: .course, links: [Link(title: "", address: "https://courses.example/")],
            languages: [try #require(LanguageCode("fr")), try #require(LanguageCode("en"))],
            subjects: [try Library.subject("MAR")])
        library.records.append(.resource(try Library.filed(body, "course")))
        var asked = wanted
        asked.assistance = [try Library.type("training.course")]
        asked.languages = [try #require(LanguageCode("fr"))]
        let course = try library.index().candidates(for: asked, limit: 50).candidate("course")
        #expect(course.kind == .resource && course.score == course.parts.reduce(0) { $0 + $1.value })
        #expect(course.parts.contains { $0.reason == .isOfType(asked.assistance) })
        #expect(course.parts.contains { $0.reason == .isIn(asked.languages) })
        #expect(!course.parts.contains { $0.part == .geography })
        let practices = library.index().candidates(for: asked, limit: 50, in: Record.library)
        #expect(Set(practices.names) == ["course", "mekong"])
        // Without the kind of help asked for it says so.
        asked.assistance = [try Library.type("technology.equipment")]
        let lacking = try library.index().candidates(for: asked, limit: 50).candidate("course")
        #expect(lacking.parts.contains { $0.reason == .missing([.assistance(asked.assistance[0])]) })
    }

    @Test func theClosedAndTheOthersAreLeftOutAndItIsSaidWhy() throws {
        let names = index.candidates(for: wanted).names
        let benin = try Library.country("BJ")
        #expect(names.contains("open"))
        for name in ["closed", "asia", "fiji"] { #expect(!names.contains(name)) }
        #expect(
            index.why(not: .opportunity(try Library.id("closed")), for: wanted)
                == .closed(try Library.day("2025-12-31")))
        #expect(index.why(not: .opportunity(try Library.id("asia")), for: wanted) == .notOpenTo(benin))
        #expect(index.why(not: .provider(try Library.id("fiji")), for: wanted) == .doesNotCover(benin))
        #expect(index.why(not: .provider(try Library.id("oslo")), for: wanted) == .nothingInCommon)
        #expect(index.why(not: .provider(try Library.id("nobody")), for: wanted) == .unknown)
        #expect(index.why(not: .provider(try Library.id("cotonou")), for: wanted) == nil)
        #expect(index.why(not: .provider(try Library.id("cotonou")), for: wanted, in: [.practice]) == .otherKind)
        var other = wanted
        other.leftOut = ["provider-cotonou"]
        #expect(index.why(not: .provider(try Library.id("cotonou")), for: other) == .leftOut)
        #expect(!index.candidates(for: other).names.contains("cotonou"))
    }

    @Test func oneThatIsFullFallsBehind() throws {
        var library = Library()
        for name in ["free", "full"] {
            try library.provider(
                name, "Mangroves", "We restore mangroves.", seat: "GH", languages: ["en"],
                fullUntil: name == "full" ? "2026-09-01" : nil)
        }
        let index = library.index()
        // Equal in words, so one is folded into the other: the one with room stands for both.
        let first = try #require(index.candidates(for: wanted).best.first)
        #expect(first.candidate.name == "provider-free")
        var later = wanted
        later.day = try Library.day("2026-09-01")
        let parts = index.candidates(for: later).best.flatMap(\.parts)
        #expect(!parts.contains { if case .isFull = $0.reason { true } else { false } })
    }

    @Test func whatNobodyCoversIsNamed() throws {
        var wanted = wanted
        wanted.assistance = [try Library.type("training"), try Library.type("research.laboratory")]
        wanted.subjects = [try Library.subject("MAR"), try Library.subject("CITY")]
        let uncovered = index.candidates(for: wanted).uncovered
        #expect(uncovered.contains(.assistance(try Library.type("research.laboratory"))))
        #expect(!uncovered.contains(.assistance(try Library.type("training"))))
        #expect(uncovered.contains(.subject(try Library.subject("CITY"))))
        #expect(!uncovered.contains(.subject(try Library.subject("MAR"))))
    }

    @Test func theSeldomShownComeForwardAmongEquals() throws {
        var library = Library()
        try library.provider(
            "a", "Mangroves of lagoons", "We restore mangroves in lagoons with fishers of all villages around.",
            seat: "GH", languages: ["en"])
        try library.provider(
            "b", "Mangroves of rivers", "Our students plant mangroves along rivers, and count the birds there daily.",
            seat: "GH", languages: ["en"])
        let index = library.index()
        let plain = index.candidates(for: wanted)
        let first = try #require(plain.best.first).candidate.name
        let fair = index.candidates(for: wanted, shown: [first: 40])
        #expect(plain.best.count == 2)
        #expect(fair.best.first?.candidate.name != first)
        #expect(fair.best.allSatisfy { $0.parts.contains { $0.part == .exposure } })
    }

    @Test func whatIsRemovedIsNotFound() {
        index.apply([.remove(key: "provider-cotonou")])
        #expect(!index.candidates(for: wanted).names.contains("cotonou"))
        #expect(!index.contains("provider-cotonou"))
    }

    @Test func anEmptyIndexOrQuestionGivesNothing() throws {
        #expect(MatchIndex().candidates(for: wanted).best.isEmpty)
        #expect(index.candidates(for: Wanted(texts: [], day: wanted.day)).best.isEmpty)
        #expect(index.candidates(for: wanted, in: [.request]).best.isEmpty)
    }
}
