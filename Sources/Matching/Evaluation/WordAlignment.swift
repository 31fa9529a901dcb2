import SentenceVectors

/// How well the words of two texts answer each other: each word finds its nearest by meaning in the other text.
struct WordAlignment {
    private let from: TextFeatures
    private let to: TextFeatures
    /// By word of `from`, then word of `to`.
    private let nearness: [Float]

    /// - Parameters:
    ///   - vectors: of the two vocabularies, seen from the centre of each.
    init(_ from: TextFeatures, _ to: TextFeatures, vectors: (from: [Vector], to: [Vector])) {
        self.from = from
        self.to = to
        var nearness: [Float] = []
        nearness.reserveCapacity(vectors.from.count * vectors.to.count)
        for left in vectors.from {
            for right in vectors.to { nearness.append(max(0, left.similarity(to: right))) }
        }
        let width = vectors.to.count
        let places = Dictionary(zip(to.vocabulary, to.vocabulary.indices)) { first, _ in first }
        for (place, word) in from.vocabulary.enumerated() {
            if let same = places[word] { nearness[place * width + same] = 1 }
        }
        self.nearness = nearness
    }

    /// The vectors of a vocabulary as seen from its centre.
    static func vectors(_ features: TextFeatures, _ encoder: SentenceEncoder) -> [Vector] {
        let vectors = encoder.vectors(for: features.vocabulary)
        var centre = [Float](repeating: 0, count: Vector.dimensions)
        for vector in vectors {
            for place in centre.indices { centre[place] += vector.elements[place] / Float(max(1, vectors.count)) }
        }
        return vectors.map { $0.centred(on: centre) }
    }

    /// 0 to 1, the same from both sides.
    func score(_ left: Int, _ right: Int) -> Float {
        let query = from.words[left]
        let candidate = to.words[right]
        guard !query.isEmpty, !candidate.isEmpty else { return 0 }
        let width = to.vocabulary.count
        var best = [Float](repeating: 0, count: candidate.count)
        var forward: Float = 0
        var backward: Float = 0
        var all: Float = 0
        return nearness.withUnsafeBufferPointer { nearness in
            for word in query {
                let row = word * width
                var nearest: Float = 0
                for (place, other) in candidate.enumerated() {
                    let value = nearness[row + other]
                    nearest = max(nearest, value)
                    best[place] = max(best[place], value)
                }
                forward += nearest * from.wordWeights[word]
                all += from.wordWeights[word]
            }
            forward /= all
            all = 0
            for (place, word) in candidate.enumerated() {
                backward += best[place] * to.wordWeights[word]
                all += to.wordWeights[word]
            }
            return (forward + backward / all) / 2
        }
    }
}
