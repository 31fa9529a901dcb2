import Testing

@testable import SearchIndex

struct FillingTests {
    /// Filled piece by piece or all at once: the same index; until it is installed readers have the old one.
    @Test func pieceByPieceIsTheSame() {
        var corpus = Corpus(seed: 41)
        let documents = corpus.documents(300)
        let index = SearchIndex.filled(Array(documents.prefix(3)))
        var filling = index.filling()
        for document in documents { filling.add(document) }
        var changed = documents[7]
        changed.facets[Schema.country] = [11]
        filling.add(changed)
        #expect(index.reader.count == 3)
        index.install(filling, mark: 9)
        #expect(index.reader.count == 300)
        #expect(index.reader.mark == 9)
        #expect(index.reader.stored(changed.key)?.facets[Schema.country] == [11])
        let once = SearchIndex(schema: .library)
        once.rebuild(from: documents + [changed], mark: 9)
        let query = Query(clauses: [.init(.term("w1"), group: 0), .init(.term("w5"), group: 1)], limit: 300)
        let expected = once.reader.search(query).hits
        #expect(!expected.isEmpty)
        #expect(index.reader.search(query).hits.map(\.key) == expected.map(\.key))
        #expect(index.reader.search(query).hits.map(\.score) == expected.map(\.score))
    }
}
