import Testing

@testable import SentenceVectors

@Suite("The cache of vectors", .enabled(if: TestModel.isThere, TestModel.skipped))
struct VectorCacheTests {
    private let encoder: SentenceEncoder

    init() throws { encoder = try TestModel.encoder.get() }

    @Test("gives what the encoder gives") func same() {
        let cache = VectorCache(encoder)
        for text in ["Mangroves", "", "Les mangroves"] {
            #expect(cache.vector(for: text) == encoder.vector(for: text))
            #expect(cache.vector(for: text) == encoder.vector(for: text))
        }
        #expect(cache.count == 3)
    }

    @Test("never holds more than it may, and lets go what was unused longest") func bounded() {
        let cache = VectorCache(encoder, capacity: 3)
        for text in ["a", "b", "c"] { _ = cache.vector(for: text) }
        _ = cache.vector(for: "a")
        _ = cache.vector(for: "d")
        #expect(cache.count == 3)
        #expect(["a", "b", "c", "d"].map(cache.holds) == [true, false, true, true])
        _ = cache.vector(for: "e")
        _ = cache.vector(for: "f")
        #expect(["a", "c", "d", "e", "f"].map(cache.holds) == [false, false, true, true, true])
        #expect(VectorCache(encoder, capacity: 0).capacity == 1)
    }

    @Test("many threads may use one cache") func threads() async {
        let cache = VectorCache(encoder, capacity: 5)
        await withTaskGroup { group in
            for number in 0..<200 { group.addTask { _ = cache.vector(for: "\(number % 9)") } }
        }
        #expect(cache.count == 5)
        for number in 0..<9 { #expect(cache.vector(for: "\(number)") == encoder.vector(for: "\(number)")) }
    }
}
