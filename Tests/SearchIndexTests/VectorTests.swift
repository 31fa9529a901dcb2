import SearchIndex
import Testing

struct VectorTests {
    @Test func theNearestComeFirst() {
        var corpus = Corpus(seed: 8)
        let documents = corpus.documents(300)
        let reader = SearchIndex.filled(documents, batches: 2).reader
        let wanted = corpus.vector()
        func cosine(_ left: Vector, _ right: Vector) -> Double {
            func dot(_ left: Vector, _ right: Vector) -> Double {
                Double(zip(left.values, right.values).reduce(0) { $0 + Int($1.0) * Int($1.1) })
            }
            return dot(left, right) / (dot(left, left) * dot(right, right)).squareRoot()
        }
        let expected = documents.compactMap { document in document.vector.map { (document.key, cosine(wanted, $0)) } }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(15)
        let hits = reader.search(Query(vector: .init(wanted, weight: 1), limit: 15)).hits
        #expect(hits.map(\.key) == expected.map(\.0))
        for (hit, (_, cosine)) in zip(hits, expected) { #expect(abs(hit.score - cosine) < 1e-4) }
        let allowed = reader.search(
            Query(vector: .init(wanted, weight: 1), filter: .keys(["d1", "d2", "d4"]), limit: 3))
        #expect(Set(allowed.hits.map(\.key)).isSubset(of: ["d1", "d2", "d4"]))
    }

    /// The quick first pass over signs finds nearly all that an exact search finds.
    @Test func theSieveLosesLittle() {
        var corpus = Corpus(seed: 9)
        let centres = (0..<200).map { _ in corpus.vector() }
        func near(_ centre: Vector) -> Vector {
            Vector(centre.values.map { Float($0) / 127 + Float.random(in: -0.6...0.6, using: &corpus.random) })
        }
        let documents = (0..<30_000).map { Document(key: "d\($0)", vector: near(centres[$0 % 200])) }
        let reader = SearchIndex.filled(documents).reader
        var found = 0
        for query in 0..<20 {
            let vector = near(centres[query * 7])
            let quick = reader.search(Query(vector: .init(vector, weight: 1), limit: 20)).hits
            // A filter that lets through 15,000 at a time is answered exactly.
            let halves = [Set(0..<15_000), Set(15_000..<30_000)].flatMap { half in
                reader.search(
                    Query(vector: .init(vector, weight: 1), filter: .keys(half.map { "d\($0)" }), limit: 20)
                ).hits
            }
            let exact = halves.sorted { ($1.score, $0.key) < ($0.score, $1.key) }.prefix(20)
            found += Set(quick.map(\.key)).intersection(exact.map(\.key)).count
        }
        #expect(found >= 396, "\(found) of 400")
    }

    @Test func aVectorOfAnotherLengthIsNoVector() {
        let index = SearchIndex.filled([Document(key: "a", vector: Vector([1, 2, 3]))])
        #expect(index.reader.vector(of: "a") == nil)
        #expect(index.reader.search(Query(vector: .init(Vector([1, 2, 3]), weight: 1))).hits.isEmpty)
        #expect(Vector([.nan, .infinity, 0]).values == [0, 0, 0])
    }
}
