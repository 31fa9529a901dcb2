import CSearchKernels

/// Nearest vectors by angle: exactly where few are asked about; with a quick first pass over the signs where many.
struct VectorSearch {
    /// More rows than this are first sifted by their signs.
    static let siftAbove = 20_000
    /// How many rows come through the sieve for each hit wanted, and at least.
    static let keptPerHit = 40
    static let leastKept = 4_000

    private let query: Vector
    private let signs: [UInt64]
    private let norm: Double
    private let states: [SegmentState]

    init(_ query: Vector, _ states: [SegmentState]) {
        self.query = query
        self.states = states
        signs = VectorSigns.of(query.values)
        norm = Self.norm(query.values)
    }

    static func norm(_ values: [Int8]) -> Double {
        values.withUnsafeBufferPointer { values in
            guard let base = values.baseAddress else { return 0 }
            return Double(bb_dot_int8(base, base, values.count)).squareRoot()
        }
    }

    /// The cosine of the angle between a vector and a document's; nil where it has none. Scales do not matter to it.
    static func cosine(_ query: Vector, _ vectors: VectorColumns, doc: Int, length: Int) -> Double? {
        cosine(query, norm: norm(query.values), vectors, doc: doc, length: length)
    }

    /// The same where the length of the query's vector is known.
    static func cosine(
        _ query: Vector, norm: Double, _ vectors: VectorColumns, doc: Int, length: Int
    ) -> Double? {
        guard length > 0, query.values.count == length, let row = vectors.row(of: doc) else { return nil }
        return cosine(query, norm, vectors, row, length)
    }

    private static func cosine(
        _ query: Vector, _ norm: Double, _ vectors: VectorColumns, _ row: Int, _ length: Int
    ) -> Double {
        precondition((row + 1) * length <= vectors.values.count)
        let values = vectors.values.base + row * length
        let product = query.values.withUnsafeBufferPointer { query in
            query.baseAddress.map { Double(bb_dot_int8($0, values, length)) } ?? 0
        }
        let other = Double(bb_dot_int8(values, values, length)).squareRoot()
        return norm > 0 && other > 0 ? product / (norm * other) : 0
    }

    /// The nearest allowed documents, nearest first; ties in order of segment and place.
    func best(_ wanted: Int, allowed: [Bitmap]) -> [(Int, Int)] {
        let kept = sifted(allowed, keep: max(Self.leastKept, wanted * Self.keptPerHit))
        var found: [(cosine: Double, segment: Int, doc: Int)] = []
        for (segment, rows) in kept.enumerated() {
            let vectors = states[segment].segment.vectors
            for row in rows {
                let cosine = Self.cosine(query, norm, vectors, Int(row), query.values.count)
                found.append((cosine, segment, Int(vectors.docs[Int(row)])))
            }
        }
        found.sort { ($1.cosine, $0.segment, $0.doc) < ($0.cosine, $1.segment, $1.doc) }
        return found.prefix(wanted).map { ($0.segment, $0.doc) }
    }

    /// The rows of allowed documents; where there are many, about `keep` of them, whose signs differ least.
    private func sifted(_ allowed: [Bitmap], keep: Int) -> [[UInt32]] {
        let rows = zip(states, allowed).reduce(0) { $0 + min($1.0.segment.vectors.docs.count, $1.1.count) }
        guard rows > max(Self.siftAbove, keep) else {
            return zip(states, allowed).map { state, allowed in Self.rows(state.segment.vectors, allowed) { _ in true }
            }
        }
        var histogram = Array(repeating: 0, count: signs.count * 64 + 1)
        let distances = zip(states, allowed).map { state, allowed in
            let vectors = state.segment.vectors
            let distances = self.distances(vectors)
            for row in distances.indices where allowed.contains(Int(vectors.docs[row])) {
                histogram[Int(distances[row])] += 1
            }
            return distances
        }
        var limit = 0
        var sum = histogram[0]
        while sum < keep, limit + 1 < histogram.count {
            limit += 1
            sum += histogram[limit]
        }
        return zip(zip(states, allowed), distances).map { place, distances in
            Self.rows(place.0.segment.vectors, place.1) { Int(distances[$0]) <= limit }
        }
    }

    private static func rows(_ vectors: VectorColumns, _ allowed: Bitmap, where isKept: (Int) -> Bool) -> [UInt32] {
        var rows: [UInt32] = []
        for row in 0..<vectors.docs.count where isKept(row) && allowed.contains(Int(vectors.docs[row])) {
            rows.append(UInt32(row))
        }
        return rows
    }

    private func distances(_ vectors: VectorColumns) -> [UInt16] {
        let count = vectors.docs.count
        guard count > 0 else { return [] }
        precondition(vectors.signs.count == count * signs.count)
        return Array(unsafeUninitializedCapacity: count) { buffer, filled in
            signs.withUnsafeBufferPointer { signs in
                if let distances = buffer.baseAddress, let query = signs.baseAddress {
                    bb_hamming(vectors.signs.base, count, signs.count, query, distances)
                    filled = count
                }
            }
        }
    }
}
