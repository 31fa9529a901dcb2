import Foundation
import SearchIndex
import Testing

struct SnapshotTests {
    private func temporaryFile() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("search-\(UUID().uuidString).snapshot")
    }

    private func filled(_ count: Int) -> (SearchIndex, Corpus) {
        var corpus = Corpus(seed: 31)
        let index = SearchIndex.filled(corpus.documents(count), batches: 3)
        index.apply([.remove(key: "d1"), .put(corpus.document("d2"))], mark: 4_711)
        return (index, corpus)
    }

    @Test func whatIsReadBackIsWhatWasWritten() throws {
        let file = temporaryFile()
        defer { try? FileManager.default.removeItem(at: file) }
        var (index, corpus) = filled(300)
        try Snapshot.write(index.reader, to: file)
        let back = try Snapshot.open(file, schema: .library)
        #expect(back.reader.count == index.reader.count)
        #expect(back.reader.mark == 4_711)
        for _ in 0..<20 {
            var query = Query(clauses: corpus.clauses(9), limit: 400, counts: [Schema.country, Schema.theme])
            query.vector = Query.VectorClause(corpus.vector(), weight: 2)
            #expect(back.reader.search(query).hits == index.reader.search(query).hits)
            #expect(back.reader.search(query).counts == index.reader.search(query).counts)
        }
        #expect(back.reader.suggestions(for: "w10x") == index.reader.suggestions(for: "w10x"))
        // It goes on living: changes, merges, and the file may go.
        try FileManager.default.removeItem(at: file)
        back.apply([.remove(key: "d5"), .put(corpus.document("new"))])
        back.merge()
        #expect(back.reader.contains("new") && !back.reader.contains("d5"))
    }

    /// Goal T2: every flipped bit of a sample of bytes all over the file, and every cut.
    @Test func aDamagedSnapshotIsRefused() throws {
        let file = temporaryFile()
        defer { try? FileManager.default.removeItem(at: file) }
        try Snapshot.write(filled(12).0.reader, to: file)
        let good = try Data(contentsOf: file)
        var random = SeededRandom(seed: 1)
        var places = Array(0..<64)
        places += (0..<800).map { _ in Int.random(in: 64..<good.count, using: &random) }
        for place in places {
            var bad = good
            bad[place] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
            try bad.write(to: file)
            #expect(throws: SearchIndexError.self) { try Snapshot.open(file, schema: .library) }
        }
        for count in [0, 1, 63, 64, 65, good.count / 2, good.count - 1] {
            try good.prefix(count).write(to: file)
            #expect(throws: SearchIndexError.snapshotDamaged) { try Snapshot.open(file, schema: .library) }
        }
        try (good + Data([0])).write(to: file)
        #expect(throws: SearchIndexError.snapshotDamaged) { try Snapshot.open(file, schema: .library) }
        try Data(repeating: 0xA5, count: 5_000).write(to: file)
        #expect(throws: SearchIndexError.snapshotDamaged) { try Snapshot.open(file, schema: .library) }
        try good.write(to: file)
        #expect(try Snapshot.open(file, schema: .library).reader.count == 11)
    }

    @Test func anotherSchemaIsRefused() throws {
        let file = temporaryFile()
        defer { try? FileManager.default.removeItem(at: file) }
        try Snapshot.write(filled(10).0.reader, to: file)
        var other = Schema.library
        other.fields[0].weight = 4
        #expect(throws: SearchIndexError.snapshotOfAnotherSchema) { try Snapshot.open(file, schema: other) }
    }

    @Test func noFileNoIndex() {
        #expect(throws: SearchIndexError.snapshotUnreachable) {
            try Snapshot.open(temporaryFile(), schema: .library)
        }
        #expect(throws: SearchIndexError.snapshotUnreachable) {
            let nowhere = temporaryFile().appendingPathComponent("nowhere")
            try Snapshot.write(SearchIndex(schema: .library).reader, to: nowhere)
        }
    }

    @Test func anEmptyIndexIsAnIndexToo() throws {
        let file = temporaryFile()
        defer { try? FileManager.default.removeItem(at: file) }
        let index = SearchIndex(schema: Schema(fields: []))
        index.apply([.put(Document(key: ""))])
        try Snapshot.write(index.reader, to: file)
        #expect(try Snapshot.open(file, schema: Schema(fields: [])).reader.contains(""))
    }
}
