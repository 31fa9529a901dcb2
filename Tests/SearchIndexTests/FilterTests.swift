import SearchIndex
import Testing
import TextAnalysis

struct FilterTests {
    private func keys(_ reader: Reader, _ filter: Filter) -> Set<String> {
        Set(reader.search(Query(filter: filter, limit: .max)).hits.map(\.key))
    }

    @Test func filtersLetThroughWhatTheySay() {
        var corpus = Corpus(seed: 21)
        let documents = corpus.documents(600)
        let reader = SearchIndex.filled(documents, batches: 3).reader
        func expect(_ filter: Filter, _ rule: (Document) -> Bool) {
            #expect(keys(reader, filter) == Set(documents.filter(rule).map(\.key)))
        }
        func country(_ document: Document, _ values: Set<UInt32>) -> Bool {
            !values.isDisjoint(with: document.facets[Schema.country] ?? [])
        }
        expect(.facet(Schema.country, anyOf: [1, 5, 99])) { country($0, [1, 5, 99]) }
        expect(.number(Schema.year, 2005...2010)) { (2005...2010).contains($0.numbers[Schema.year] ?? 0) }
        expect(.keys(["d3", "d7", "nobody"])) { ["d3", "d7"].contains($0.key) }
        expect(.hasVector) { $0.vector != nil }
        expect(.not(.facet(Schema.country, anyOf: [2]))) { !country($0, [2]) }
        expect(.all([.facet(Schema.country, anyOf: [2, 3]), .hasVector])) { country($0, [2, 3]) && $0.vector != nil }
        expect(.any([.facet(Schema.country, anyOf: [2]), .keys(["d1"])])) { country($0, [2]) || $0.key == "d1" }
        expect(.term("w5")) { $0.fields.contains { $0.terms.contains { $0.text == "w5" } } }
        expect(.all([])) { _ in true }
        expect(.any([])) { _ in false }
        expect(.facet(FacetID(7), anyOf: [1])) { _ in false }
        expect(.number(NumberID(-1), 0...1)) { _ in false }
    }

    /// Facet counts and totals against counting by hand.
    @Test(arguments: 0..<6)
    func countsEqualCountingByHand(seed: Int) {
        var corpus = Corpus(seed: UInt64(seed) + 300)
        let documents = corpus.documents(500)
        let index = SearchIndex.filled(documents, batches: 2)
        index.apply((0..<50).map { .remove(key: "d\($0 * 3)") })
        let kept = documents.enumerated().filter { $0.offset % 3 != 0 || $0.offset >= 150 }.map(\.element)
        let words = ["w\(seed)", "w\(seed * 20 + 3)"]
        let filter = Filter.facet(Schema.country, anyOf: [0, 1, 2, 3, 4, 5, 6])
        for match in [Query.Match.any, .all, .atLeast(2)] {
            let matching = kept.filter { document in
                let has = words.filter { word in document.fields.contains { $0.terms.contains { $0.text == word } } }
                    .count
                return (document.facets[Schema.country] ?? []).contains { $0 <= 6 } && has >= (match == .any ? 1 : 2)
            }
            let results = index.reader.search(
                Query(
                    clauses: words.enumerated().map { .init(.term($1), group: $0) }, match: match, filter: filter,
                    limit: 1_000, counts: [Schema.country, Schema.theme]))
            #expect(results.total == matching.count)
            #expect(Set(results.hits.map(\.key)) == Set(matching.map(\.key)))
            for facet in [Schema.country, Schema.theme] {
                var counts: [UInt32: Int] = [:]
                for document in matching {
                    for value in Set(document.facets[facet] ?? []) { counts[value, default: 0] += 1 }
                }
                #expect(results.counts[facet] == counts)
            }
        }
    }

    @Test func phrasesStandWordByWordInOneField() {
        let english = Analyzer.of(.english)
        func document(_ key: String, _ title: String, _ body: String) -> Document {
            Document(
                key: key,
                fields: [
                    FieldText(field: Schema.title, text: title, analyzer: english),
                    FieldText(field: Schema.body, text: body, analyzer: english),
                ])
        }
        let index = SearchIndex.filled([
            document("a", "Restoring coral reefs", "nothing else"), document("b", "reef coral", "a long tale of reefs"),
            document("c", "coral", "reef"), document("d", "", "the coral near the reef"),
            document("e", "state", "the conservation of coral reefs and the use of forests"),
        ])
        func found(_ phrase: String) -> Set<String> {
            keys(index.reader, .phrase(Phrase(english.readings(of: phrase))))
        }
        #expect(found("coral reef") == ["a", "e"])
        #expect(found("conservation of corals") == ["e"])
        #expect(found("use of the forest") == [])
        #expect(found("reef") == ["a", "b", "c", "d", "e"])
        #expect(found("unknown word") == [])
    }

    @Test func aWordOfManyReadingsIsOneWordToMatch() {
        let french = Analyzer.of(.french)
        let index = SearchIndex.filled([
            Document(key: "a", fields: [FieldText(field: Schema.title, text: "Forêts protégées", analyzer: french)]),
            Document(key: "b", fields: [FieldText(field: Schema.title, text: "Forêts", analyzer: french)]),
        ])
        let clauses = Query.clauses(for: french.readings(of: "foret protegee"))
        #expect(index.reader.search(Query(clauses: clauses, match: .all)).hits.map(\.key) == ["a"])
        #expect(index.reader.search(Query(clauses: clauses, match: .any)).hits.map(\.key) == ["a", "b"])
    }
}
