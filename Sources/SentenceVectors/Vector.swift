internal import CVectorKernels

/// The meaning of a text as 512 numbers of length 1; texts that mean the same in any of the sixteen languages lie close.
public struct Vector: Sendable, Hashable {
    public static let dimensions = 512

    /// What a text without any content has: similar to nothing.
    public static let zero = Vector(elements: [Float](repeating: 0, count: dimensions))

    /// Always 512 finite numbers, of length 1 or all zero.
    public let elements: [Float]

    private init(elements: [Float]) {
        self.elements = elements
    }

    /// The direction of these numbers. Nil unless there are 512, all finite; all zero gives `zero`.
    public init?(direction: [Float]) {
        guard direction.count == Self.dimensions else { return nil }
        let squares = direction.reduce(0.0) { $0 + Double($1) * Double($1) }
        guard squares.isFinite else { return nil }
        let factor = squares > 0 ? 1 / squares.squareRoot() : 0
        elements = direction.map { Float(Double($0) * factor) }
    }

    public var isZero: Bool { elements.allSatisfy { $0 == 0 } }

    /// The cosine of the angle between the two, from -1 to 1; 0 where one is zero.
    public func similarity(to other: Vector) -> Float {
        min(max(vector_dot(elements, other.elements, Self.dimensions), -1), 1)
    }

    /// This vector seen from `centre`: the mean of many texts taken away, and brought to length 1 again.
    public func centred(on centre: [Float]) -> Vector {
        guard !isZero, centre.count == Self.dimensions else { return self }
        return Vector(direction: zip(elements, centre).map { $0 - $1 }) ?? self
    }

    /// The mean direction of some vectors; zero where there are none or they cancel out.
    public static func mean(of vectors: some Sequence<Vector>) -> Vector {
        pooled(vectors, from: 0) { $0 + $1 }
    }

    /// The greatest of each number over some vectors, brought to length 1; zero where there are none.
    public static func maximum(of vectors: some Sequence<Vector>) -> Vector {
        pooled(vectors, from: -.infinity) { Swift.max($0, $1) }
    }

    private static func pooled(
        _ vectors: some Sequence<Vector>, from start: Float, _ join: (Float, Float) -> Float
    ) -> Vector {
        var result = [Float](repeating: start, count: dimensions)
        for vector in vectors where !vector.isZero {
            for index in result.indices { result[index] = join(result[index], vector.elements[index]) }
        }
        return Vector(direction: result) ?? zero
    }
}
