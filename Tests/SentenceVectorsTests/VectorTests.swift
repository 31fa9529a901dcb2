import Testing

@testable import SentenceVectors

@Suite("Vectors") struct VectorTests {
    private func vector(_ seed: UInt64) throws -> Vector {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        let numbers = (0..<512).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max)
        }
        return try #require(Vector(direction: numbers))
    }

    @Test("a direction has length 1, and nothing else becomes a vector") func direction() throws {
        let vector = try vector(1)
        #expect(abs(vector.similarity(to: vector) - 1) < 0.0001)
        #expect(Vector(direction: [1, 2]) == nil)
        #expect(Vector(direction: [Float](repeating: .nan, count: 512)) == nil)
        #expect(Vector(direction: [Float](repeating: .infinity, count: 512)) == nil)
        #expect(Vector(direction: [Float](repeating: 0, count: 512)) == .zero)
        #expect(vector.similarity(to: .zero) == 0)
    }

    @Test("as bytes, similarities stay right to 0.005") func quantised() throws {
        for seed in UInt64(1)...20 {
            let (a, b) = (try vector(seed), try vector(seed + 100))
            let middle = Vector.mean(of: [a, b])
            let exact = a.similarity(to: middle)
            #expect(abs(QuantisedVector(a).similarity(to: QuantisedVector(middle)) - exact) < 0.005)
            #expect(QuantisedVector(a).vector.similarity(to: a) > 0.999)
        }
        #expect(QuantisedVector(.zero).similarity(to: QuantisedVector(try vector(1))) == 0)
        #expect(QuantisedVector(.zero).vector == .zero)
        #expect(QuantisedVector(bytes: [1], scale: 1) == nil)
        #expect(QuantisedVector(bytes: [Int8](repeating: -128, count: 512), scale: .nan) == nil)
    }

    @Test("the mean lies between; the mean of nothing is zero") func pooling() throws {
        let (a, b) = (try vector(3), try vector(4))
        let mean = Vector.mean(of: [a, b, .zero])
        #expect(abs(mean.similarity(to: a) - mean.similarity(to: b)) < 0.001)
        #expect(mean.similarity(to: a) > 0.6)
        #expect(Vector.mean(of: []) == .zero)
        #expect(Vector.maximum(of: []) == .zero)
        #expect(Vector.maximum(of: [a]).similarity(to: a) > 0.9999)
        #expect(Vector.mean(of: [a]).similarity(to: a) > 0.9999)
    }

    @Test("seen from the centre, what all have in common is gone") func centred() throws {
        let (a, b, common) = (try vector(5), try vector(6), try vector(7))
        let near = Vector.mean(of: [a, common])
        let other = Vector.mean(of: [b, common])
        let centre = zip(near.elements, other.elements).map { ($0 + $1) / 2 }
        #expect(near.similarity(to: other) > 0.3)
        #expect(near.centred(on: centre).similarity(to: other.centred(on: centre)) < -0.9)
        #expect(Vector.zero.centred(on: centre) == .zero)
        #expect(a.centred(on: []) == a)
    }
}
