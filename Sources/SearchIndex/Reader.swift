/// The index as it was at one moment. A value: later changes do not touch it, and reading never waits.
public struct Reader: Sendable {
    /// How many terms a prefix stands for at most.
    public static let mostExpansions = 64

    public let schema: Schema
    let states: [SegmentState]
    /// The caller's mark of the last change it holds.
    public let mark: UInt64
    private let terms = TermCache()

    /// How many documents there are.
    public var count: Int { states.reduce(0) { $0 + $1.liveCount } }

    public func contains(_ key: String) -> Bool { states.contains { $0.doc(of: key) != nil } }

    /// How many documents have a term.
    public func frequency(of term: String) -> Int { places(of: term).frequency }

    /// Where each segment keeps a term, and how many documents have it.
    func places(of term: String) -> TermPlaces {
        terms.places(of: term) {
            let places = states.map { $0.segment.term(term) }
            let frequency = zip(states, places).reduce(0) { sum, found in
                sum + (found.1.map { found.0.frequency(of: $0) } ?? 0)
            }
            return TermPlaces(places: places, frequency: frequency)
        }
    }

    /// The vector of a document, where it has one.
    public func vector(of key: String) -> Vector? {
        for state in states {
            guard let doc = state.doc(of: key), let row = state.segment.vectors.row(of: doc) else { continue }
            let length = schema.vectorLength
            let values = UnsafeBufferPointer(start: state.segment.vectors.values.base + row * length, count: length)
            return Vector(values: Array(values), scale: state.segment.vectors.scales[row])
        }
        return nil
    }
}

extension Reader {
    /// The terms of the segment that has most: how rich in words the texts are.
    public var mostTermsOfASegment: Int { states.map { $0.segment.terms.count }.max() ?? 0 }
}
