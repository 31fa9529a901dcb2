import Cooperation
import Foundation
import Testing
import TextAnalysis
import Vocabulary

@testable import Matching

@Suite struct SearchTests {
    let index: MatchIndex

    init() throws { index = try Library.mangroves().index() }

    private func found(_ query: String, _ language: Language = .english) -> Set<String> {
        Set(index.search(query, language: language).hits.map(\.key))
    }

    @Test(arguments: ["manglar", "manglares", "mangroves", "红树林", "мангровые леса", "المانغروف", "mangrov", "мангр"])
    func theSameIsFoundInEveryLanguage(query: String) {
        #expect(found("mangrove").count >= 10)
        #expect(found("mangrove").subtracting(found(query)).isEmpty, "\(query)")
    }

    @Test func allWordsCountAndElseSome() {
        #expect(found("mangroves villages") == ["provider-cotonou", "practice-mekong"])
        let relaxed = index.search("mangroves elephants", language: .english)
        #expect(relaxed.isRelaxed)
        #expect(!relaxed.hits.isEmpty)
    }

    @Test func filtersNarrowAndCountsTell() throws {
        let all = index.search("mangrove", language: .english)
        #expect(all.total == all.hits.count)
        #expect(all.counts.kinds.reduce(0) { $0 + $1.count } == all.total)
        let benin = try Library.country("BJ")
        let there = index.search("mangrove", language: .english, filters: SearchFilters(country: benin))
        #expect(Set(there.hits.map(\.key)) == ["provider-cotonou", "request-ouidah"])
        #expect(all.counts.countries.first { $0.value == benin }?.count == 2)
        let requests = index.search("mangrove", language: .english, kinds: [.request])
        #expect(requests.hits.allSatisfy { $0.kind == .request })
        let open = index.search(
            "mangrove", language: .english, kinds: [.opportunity],
            filters: SearchFilters(openOn: try Library.day("2026-06-01")))
        #expect(Set(open.hits.map(\.key)) == ["opportunity-open", "opportunity-asia"])
    }

    @Test func pagesFollowOneAnother() {
        let all = index.search("mangrove", language: .english).hits
        let pages = (0..<all.count).flatMap {
            index.search("mangrove", language: .english, limit: 1, offset: $0).hits
        }
        #expect(pages == all)
    }

    @Test func aTypingErrorIsPutRight() {
        #expect(index.search("nurserys islnds", language: .english).suggestion?.contains("islands") == true)
        #expect(index.search("mangrove", language: .english).suggestion == nil)
    }

    @Test func quotationMarksMeanJustSo() {
        #expect(found("\"mangroves and lagoons\"") == ["provider-accra"])
        #expect(found("\"lagoons and mangroves\"").isEmpty)
    }

    @Test func whatWasSoughtIsMarkedInEveryLanguage() {
        let marks = index.search("mangrove", language: .english).highlighter
        let pieces = marks.pieces(of: "Se cortan los manglares.", analyzer: Analyzer.of(.spanish))
        #expect(pieces.filter(\.isMarked).map(\.text) == ["manglares"])
    }

    @Test func anythingMayBeTyped() {
        for query in ["", " ", "\"", "\"\"\"", "§", "(((", "\u{0}", String(repeating: "a", count: 5000), "的"] {
            let results = index.search(query, language: .english)
            #expect(results.hits.count <= 30)
        }
    }

    @Test func aSnapshotAnswersAlike() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("match-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try index.save(to: file)
        let opened = try MatchIndex.open(file)
        let wanted = try Library.wanted()
        #expect(opened.candidates(for: wanted).best == index.candidates(for: wanted).best)
        #expect(opened.search("manglar", language: .spanish).hits == index.search("manglar", language: .spanish).hits)
    }

    @Test func codesTellListValuesApart() {
        let lists = [
            Vocabulary.standard.countries.map(\.code.description), Vocabulary.standard.subjects.map(\.id.description),
            Vocabulary.standard.assistanceTypes.map(\.id.description),
            Thesaurus.standard.concepts.map(\.id.description), FrameworkTarget.allCases.map(\.description),
        ]
        for list in lists {
            let codes = Set(list.map { Code.of($0) })
            #expect(codes.count == list.count)
            #expect(!codes.contains(Code.everywhere))
        }
    }
}
