import Testing

@testable import SentenceVectors

@Suite("A table of vectors") struct VectorTableTests {
    private func vector(_ seed: Int) throws -> Vector {
        var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15 | 1
        let numbers = (0..<512).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max)
        }
        return try #require(Vector(direction: numbers))
    }

    @Test("the nearest come first, equal ones by row") func nearest() throws {
        var table = VectorTable()
        let vectors = try (0..<50).map(vector)
        for vector in vectors + [vectors[7]] { table.append(QuantisedVector(vector)) }
        let query = QuantisedVector(Vector.mean(of: [vectors[7], vectors[7], vectors[3]]))
        let found = table.nearest(to: query, limit: 3)
        #expect(found.map(\.row) == [7, 50, 3])
        #expect(found[0].similarity > found[2].similarity)
        table.replace(7, with: QuantisedVector(vectors[1]))
        #expect(table.nearest(to: query, limit: 1).map(\.row) == [50])
        #expect(table.similarity(of: 99, to: query) == 0)
        #expect(table.nearest(to: query, limit: 0).isEmpty)
        #expect(VectorTable().nearest(to: query, limit: 5).isEmpty)
    }

    @Test("among many, what is near passes the first pass") func many() throws {
        var table = VectorTable()
        let vectors = try (0..<200).map(vector)
        table.reserve(22_000)
        // Rows of little meaning, and every 110th one of ours.
        let noise = try (0..<97).map { index in
            let bytes = (0..<512).map { Int8(truncatingIfNeeded: ($0 &* 31 ^ index &* 7_919) >> 3) }
            return try #require(QuantisedVector(bytes: bytes, scale: 0.0005))
        }
        for index in 0..<22_000 {
            table.append(index % 110 == 0 ? QuantisedVector(vectors[index / 110]) : noise[index % 97])
        }
        for number in stride(from: 0, to: 200, by: 20) {
            let nearest = table.nearest(to: QuantisedVector(vectors[number]), limit: 1, considered: 500)
            #expect(nearest.first?.row == number * 110)
            #expect((nearest.first?.similarity ?? 0) > 0.99)
        }
    }
}
