import SearchIndex
import TextAnalysis
import Testing

struct BlockSearchTests {
    /// Pruned search finds exactly what scoring everything finds, with the same scores, ties too.
    @Test(arguments: 0..<12)
    func prunedSearchEqualsPlainScoring(seed: Int) {
        var corpus = Corpus(seed: UInt64(seed), words: [20, 300, 2_000][seed % 3])
        let documents = corpus.documents(400)
        let index = SearchIndex.filled(documents, batches: [1, 4, 9][seed % 3])
        let plain = PlainScoring(documents: documents, schema: .library)
        for _ in 0..<12 {
            var clauses = corpus.clauses(Int.random(in: 1...25, using: &corpus.random))
            clauses.append(Query.Clause(.term(corpus.word()), group: 99))
            let limit = Int.random(in: 1...60, using: &corpus.random)
            let hits = index.reader.search(Query(clauses: clauses, limit: limit)).hits
            let expected = plain.ranking(clauses).prefix(limit)
            #expect(hits.map(\.key) == expected.map(\.key))
            #expect(hits.map(\.score) == expected.map(\.score))
        }
    }

    /// The same over many blocks and long lists: the best few are the beginning of the ranking of all.
    @Test(arguments: 0..<4)
    func theBestFewAreTheBeginningOfAll(seed: Int) {
        var corpus = Corpus(seed: UInt64(seed) + 50, words: 400)
        let documents = (0..<15_000).map { corpus.document("d\($0)") }
        let reader = SearchIndex.filled(documents, batches: 3).reader
        for round in 0..<10 {
            var clauses = corpus.clauses(5 + 4 * round)
            clauses.append(Query.Clause(.term("w0"), group: 99))
            let filter: Filter? = round % 2 == 0 ? nil : .facet(Schema.country, anyOf: [1, 2, 3])
            let all = reader.search(Query(clauses: clauses, filter: filter, limit: .max, wantsParts: false)).hits
            #expect(all.count == reader.search(Query(clauses: clauses, filter: filter, wantsTotal: true)).total)
            for limit in [1, 7, 50] {
                let best = reader.search(Query(clauses: clauses, filter: filter, limit: limit, wantsParts: false)).hits
                #expect(best == Array(all.prefix(limit)))
            }
            let page = reader.search(Query(clauses: clauses, filter: filter, limit: 10, offset: 20, wantsParts: false))
            #expect(page.hits == Array(all.dropFirst(20).prefix(10)))
        }
    }

    @Test func tiesGoToTheSmallerKey() {
        let terms = [Term(text: "w", position: 0, range: 0..<1, kind: .stem)]
        let documents = (0..<100).map {
            Document(key: "k\(100 + $0)", fields: [FieldText(field: Schema.body, terms: terms)])
        }
        for batches in [1, 7] {
            let index = SearchIndex.filled(documents.shuffled(), batches: batches)
            let hits = index.reader.search(Query(clauses: [.init(.term("w"), group: 0)], limit: 10)).hits
            #expect(hits.map(\.key) == documents.prefix(10).map(\.key))
        }
    }

    /// Goal G6: for every hit, whatever the query.
    @Test(arguments: 0..<6)
    func thePartsAddUpToTheScoreExactly(seed: Int) {
        var corpus = Corpus(seed: UInt64(seed) + 900)
        let index = SearchIndex.filled(corpus.documents(500), batches: 2)
        for _ in 0..<10 {
            var query = Query(clauses: corpus.clauses(12), limit: 40)
            query.vector = Query.VectorClause(corpus.vector(), weight: 3.7)
            for hit in index.reader.search(query).hits {
                #expect(hit.parts.map(\.value).reduce(0, +) == hit.score)
                #expect(hit.parts.reversed().map(\.value).reduce(0, +) == hit.score)
                #expect(hit.parts.allSatisfy { $0.value >= 0 })
            }
        }
    }

    @Test func aPartNamesTheFieldTheWordStandsIn() {
        let terms = [Term(text: "reef", position: 0, range: 0..<1, kind: .stem)]
        let index = SearchIndex.filled([
            Document(key: "a", fields: [FieldText(field: Schema.title, terms: terms)]),
            Document(key: "b", fields: [FieldText(field: Schema.body, terms: terms)]),
            Document(
                key: "c",
                fields: [FieldText(field: Schema.title, terms: terms), FieldText(field: Schema.body, terms: terms)]),
        ])
        let hits = index.reader.search(Query(clauses: [.init(.term("reef"), group: 4)])).hits
        #expect(hits.map(\.key) == ["c", "a", "b"])
        #expect(
            hits.map { $0.parts.map(\.source) } == [
                [.term("reef", Schema.title), .term("reef", Schema.body)], [.term("reef", Schema.title)],
                [.term("reef", Schema.body)],
            ])
        #expect(hits.allSatisfy { $0.parts.allSatisfy { $0.group == 4 } })
    }

    @Test func hugeWeightsAndManyClausesDoNotOverflow() {
        var corpus = Corpus(seed: 3)
        let index = SearchIndex.filled(corpus.documents(200))
        let clauses = (0..<400).map { Query.Clause(.term("w\($0)"), weight: 1e9, group: $0) }
        let hits = index.reader.search(Query(clauses: clauses, limit: 200)).hits
        #expect(!hits.isEmpty)
        for hit in hits { #expect(hit.parts.map(\.value).reduce(0, +) == hit.score) }
        for weight in [0, -1, Double.nan, .infinity] {
            let query = Query(clauses: [.init(.term("w1"), weight: weight, group: 0)])
            #expect(index.reader.search(query).hits.allSatisfy { $0.score == 0 })
        }
    }
}
