import Cooperation
import Testing
import TextAnalysis
import Vocabulary

@testable import Matching

@Suite struct NeedTests {
    let library: Library
    let index: MatchIndex
    let day: CalendarDay

    init() throws {
        library = try Library.mangroves()
        index = library.index()
        day = try Library.day("2026-06-01")
    }

    private func offer(_ own: String) throws -> Offer {
        for record in library.records {
            if case .provider(let paper, let organisation, _) = record, paper.id.own == own {
                return Offer(paper.body, of: organisation, on: day)
            }
        }
        throw CancellationError()
    }

    @Test func aProviderSeesTheNeedsItCouldAnswer() throws {
        let needs = index.needs(for: try offer("cotonou"))
        #expect(needs.map(\.key) == ["request-ouidah", "request-sechura"])
        #expect(needs.first?.circle == .home)
        for need in needs { #expect(need.score == need.parts.reduce(0) { $0 + $1.value }) }
        let training = [try Library.type("training")]
        #expect(needs.first?.parts.contains { $0.reason == .offersFree(training) } == true)
    }

    @Test func onlyNeedsWithinItsReach() throws {
        #expect(index.needs(for: try offer("fiji")).isEmpty)
        #expect(index.need("request-ouidah", for: try offer("fiji")) == nil)
        #expect(index.need("request-ouidah", for: try offer("cotonou"))?.request?.own == "ouidah")
    }

    @Test func aRequestThatIsNoLongerOpenFitsNoOffer() throws {
        guard let record = library.records.first(where: { $0.key == "request-ouidah" }),
            case .request(let paper, let organisation, _) = record
        else {
            Issue.record("no such request")
            return
        }
        index.apply([.put(.request(paper, of: organisation, isOpen: false))])
        #expect(index.needs(for: try offer("cotonou")).map(\.key) == ["request-sechura"])
        #expect(index.search("mangroves", language: .french, kinds: [.request]).total == 2)
    }

    @Test func oneCandidateScoresAloneAsAmongOthers() throws {
        let wanted = try Library.wanted()
        let matches = index.candidates(for: wanted)
        for scored in matches.best {
            var alone = try #require(index.candidate(scored.candidate, for: wanted))
            alone.alike = scored.alike
            #expect(alone == scored)
        }
        #expect(index.candidate(.opportunity(try Library.id("closed")), for: wanted) == nil)
    }

    @Test func theSimilarAreAboutTheSame() {
        let similar = index.similar(to: "provider-accra", limit: 3).map(\.key)
        #expect(similar.count == 3)
        #expect(!similar.contains("provider-accra"))
        #expect(!similar.contains("provider-oslo"))
        #expect(index.similar(to: "provider-nobody").isEmpty)
        #expect(index.similar(to: "").isEmpty)
    }

    @Test func theBiggestGapIsWhereNobodyIs() throws {
        var library = library
        for number in 1...5 {
            try library.request(
                "lab\(number)", "Laboratorio", "Falta un laboratorio de genética.", .spanish, country: "BO",
                types: ["research.laboratory"])
        }
        let gaps = library.index().gaps(on: day)
        let first = try #require(gaps.first)
        #expect(first.topic == .assistance(try Library.type("research")))
        #expect(first.region == .latinAmericaAndCaribbean)
        #expect(first.needs == 5 && first.providers == 0 && first.severity == 10)
        #expect(zip(gaps, gaps.dropFirst()).allSatisfy { $0.severity >= $1.severity })
        let spanish = gaps.first { $0.topic == .language(LanguageCode(.spanish)) }
        #expect(spanish?.providersThere == 1)
    }
}
