import SearchIndex
import Testing
import TextAnalysis

struct SuggestionTests {
    private let index: SearchIndex = {
        let texts: [(Language, String)] = [
            (.english, "Mangrove forests and mangroves"), (.english, "Mango orchards and mangrove nurseries"),
            (.spanish, "Manglares y biodiversidad"), (.russian, "Мангровые леса"), (.chinese, "红树林恢复"),
            (.french, "Forêts de mangrove"),
        ]
        return SearchIndex.filled(
            texts.enumerated().map { index, text in
                let analyzer = Analyzer.of(text.0)
                return Document(
                    key: "d\(index)", fields: [FieldText(field: Schema.title, text: text.1, analyzer: analyzer)])
            }, batches: 2)
    }()

    @Test func aBeginningFindsTheWordsThatBeginSo() {
        func found(_ prefix: String) -> [String] {
            index.reader.search(Query(clauses: [.init(.prefix(prefix), group: 0)])).hits.map(\.key).sorted()
        }
        #expect(found("mangr") == ["d0", "d1", "d5"])
        #expect(found("мангр") == ["d3"])
        #expect(found("mangl") == ["d2"])
        #expect(found("zzz") == [])
        #expect(index.reader.completions(of: "mang", limit: 3).first == "mangrove")
    }

    @Test func didYouMean() {
        #expect(index.reader.suggestions(for: "mangorve").first == "mangrove")
        #expect(index.reader.suggestions(for: "biodivrsidad") == ["biodiversidad"])
        #expect(index.reader.suggestions(for: "мангровы") == ["мангровые"])
        #expect(index.reader.suggestions(for: "mangrove") == [])
        #expect(index.reader.suggestions(for: "astrophysics") == [])
    }

    @Test func whatIsRemovedIsNoLongerSuggested() {
        let other = SearchIndex(schema: .library)
        let english = Analyzer.of(.english)
        other.apply([
            .put(Document(key: "a", fields: [FieldText(field: Schema.title, text: "wetlands", analyzer: english)]))
        ])
        #expect(other.reader.suggestions(for: "wetlnds") == ["wetlands"])
        other.apply([.remove(key: "a"), .put(Document(key: "b"))])
        #expect(other.reader.suggestions(for: "wetlnds") == [])
        #expect(other.reader.completions(of: "wet", limit: 5) == [])
    }
}
