internal import CVectorKernels

/// Many vectors, one below the other, searched for the nearest: 580 bytes each.
///
/// With few rows every one is compared. With many, a first pass counts the signs that differ (64 bytes a row) and keeps
/// the best few thousand, which are then compared in full: what is very near is found, far neighbours may be missed.
public struct VectorTable: Sendable {
    /// A row found, and the cosine of the angle to what was asked.
    public struct Neighbour: Sendable, Hashable {
        public let row: Int
        public let similarity: Float
    }

    private static let words = Vector.dimensions / 64
    /// Up to so many rows, all are compared in full.
    private static let exactRows = 20_000

    private var bytes: [Int8] = []
    private var scales: [Float] = []
    private var signs: [UInt64] = []

    public init() {}

    public var count: Int { scales.count }

    public mutating func reserve(_ rows: Int) {
        bytes.reserveCapacity(rows * Vector.dimensions)
        scales.reserveCapacity(rows)
        signs.reserveCapacity(rows * Self.words)
    }

    /// Adds a row at the end and tells its number.
    @discardableResult
    public mutating func append(_ vector: QuantisedVector) -> Int {
        bytes += vector.bytes
        scales.append(vector.scale)
        signs += Self.signs(of: vector.bytes)
        return scales.count - 1
    }

    /// Puts another vector in a row's place; a row out of bounds changes nothing.
    public mutating func replace(_ row: Int, with vector: QuantisedVector) {
        guard scales.indices.contains(row) else { return }
        bytes.replaceSubrange(row * Vector.dimensions..<(row + 1) * Vector.dimensions, with: vector.bytes)
        scales[row] = vector.scale
        signs.replaceSubrange(row * Self.words..<(row + 1) * Self.words, with: Self.signs(of: vector.bytes))
    }

    /// The similarity of one row to a vector; 0 for a row out of bounds.
    public func similarity(of row: Int, to query: QuantisedVector) -> Float {
        guard scales.indices.contains(row) else { return 0 }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            let product = vector_dot_int8(query.bytes, start + row * Vector.dimensions, Vector.dimensions)
            return Float(product) * scales[row] * query.scale
        }
    }

    /// The nearest rows, nearest first, equal ones by row. `considered` rows pass the first pass where there are many.
    public func nearest(to query: QuantisedVector, limit: Int, considered: Int = 4_000) -> [Neighbour] {
        guard limit > 0, count > 0 else { return [] }
        let rows = count <= Self.exactRows ? Array(0..<count) : firstPass(query, keeping: max(considered, limit))
        let found = rows.map { Neighbour(row: $0, similarity: similarity(of: $0, to: query)) }
        let ordered = found.sorted { ($1.similarity, $0.row) < ($0.similarity, $1.row) }
        return Array(ordered.prefix(limit))
    }

    /// At least so many rows, those with the fewest differing signs: every distance is taken whole or not at all.
    private func firstPass(_ query: QuantisedVector, keeping wanted: Int) -> [Int] {
        let distances = [UInt16](unsafeUninitializedCapacity: count) { buffer, filled in
            vector_bit_distances(Self.signs(of: query.bytes), signs, count, Self.words, buffer.baseAddress)
            filled = count
        }
        var histogram = [Int](repeating: 0, count: Vector.dimensions + 1)
        for distance in distances { histogram[Int(distance)] += 1 }
        var bound = 0
        var kept = histogram[0]
        while kept < wanted, bound < Vector.dimensions {
            bound += 1
            kept += histogram[bound]
        }
        var rows: [Int] = []
        rows.reserveCapacity(kept)
        for (row, distance) in distances.enumerated() where distance <= bound { rows.append(row) }
        return rows
    }

    private static func signs(of bytes: [Int8]) -> [UInt64] {
        var result = [UInt64](repeating: 0, count: words)
        for (index, byte) in bytes.enumerated() where byte < 0 { result[index / 64] |= 1 << UInt64(index % 64) }
        return result
    }
}
