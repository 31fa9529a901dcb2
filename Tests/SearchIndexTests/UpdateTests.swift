import SearchIndex
import Testing
import TextAnalysis

struct UpdateTests {
    /// However documents came in, were replaced, removed and merged: the index is the same as one built anew.
    @Test(arguments: 0..<8)
    func anUpdatedIndexEqualsOneBuiltAnew(seed: Int) {
        var corpus = Corpus(seed: UInt64(seed) + 77, words: 120)
        let index = SearchIndex(schema: .library)
        var kept: [String: Document] = [:]
        for _ in 0..<40 {
            var changes: [Change] = []
            for _ in 0..<Int.random(in: 1...30, using: &corpus.random) {
                let key = "d\(Int.random(in: 0..<200, using: &corpus.random))"
                if Int.random(in: 0..<4, using: &corpus.random) == 0 {
                    changes.append(.remove(key: key))
                    kept[key] = nil
                } else {
                    let document = corpus.document(key)
                    changes.append(.put(document))
                    kept[key] = document
                }
            }
            index.apply(changes)
            if Int.random(in: 0..<3, using: &corpus.random) == 0 { index.merge() }
            #expect(index.reader.count == kept.count)
        }
        while index.merge() {}
        let anew = SearchIndex(schema: .library)
        anew.rebuild(from: kept.values.sorted { $0.key < $1.key })
        for _ in 0..<20 {
            var query = Query(
                clauses: corpus.clauses(8), limit: 500, counts: [Schema.country, Schema.theme], wantsTotal: true)
            query.vector = Query.VectorClause(corpus.vector(), weight: 2)
            let (left, right) = (index.reader.search(query), anew.reader.search(query))
            #expect(left.hits == right.hits)
            #expect(left.total == right.total)
            #expect(left.counts == right.counts)
        }
    }

    @Test func aReaderKeepsWhatItSaw() {
        var corpus = Corpus(seed: 5)
        let index = SearchIndex.filled(corpus.documents(50))
        let before = index.reader
        index.apply((0..<50).map { .remove(key: "d\($0)") }, mark: 9)
        #expect(before.count == 50 && before.mark == 0)
        #expect(before.search(Query(limit: 100)).hits.count == 50)
        #expect(index.reader.count == 0 && index.reader.mark == 9)
        #expect(!index.reader.contains("d1") && before.contains("d1"))
    }

    @Test func theLastOfOneKeyCounts() {
        let index = SearchIndex(schema: .library)
        func document(_ word: String) -> Document {
            let term = Term(text: word, position: 0, range: 0..<1, kind: .stem)
            return Document(key: "k", fields: [FieldText(field: Schema.title, terms: [term])])
        }
        index.apply([.put(document("one")), .remove(key: "k"), .put(document("two"))])
        index.rebuild(from: [document("three"), document("four")])
        #expect(index.reader.count == 1)
        #expect(index.reader.frequency(of: "four") == 1)
        #expect(index.reader.frequency(of: "two") == 0)
        index.apply([.put(document("five")), .remove(key: "k")])
        #expect(index.reader.count == 0)
    }

    @Test func readersWriterAndMergerWorkAtOnce() async {
        let index = SearchIndex(schema: .library)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { @concurrent in
                var corpus = Corpus(seed: 1)
                for round in 0..<60 {
                    let changes = corpus.documents(40, prefix: "r\(round % 20)-").map(Change.put)
                    index.apply(changes, mark: UInt64(round))
                }
            }
            group.addTask { @concurrent in for _ in 0..<40 { index.merge() } }
            for reader in 0..<2 {
                group.addTask { @concurrent in
                    var corpus = Corpus(seed: UInt64(reader) + 10)
                    for _ in 0..<100 {
                        let reader = index.reader
                        // All of a batch or nothing of it.
                        #expect(reader.count % 40 == 0)
                        let hits = reader.search(Query(clauses: corpus.clauses(6), limit: 20)).hits
                        #expect(hits.allSatisfy { reader.contains($0.key) })
                    }
                }
            }
        }
        #expect(index.reader.count == 800)
        #expect(index.reader.mark == 59)
    }
}
