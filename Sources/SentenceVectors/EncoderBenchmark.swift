/// Measures how fast an encoder is, on one thread, with texts of ours (figure S3 of the project's goals).
public struct EncoderBenchmark: Sendable {
    /// Times of one measured text.
    public struct Result: Sendable {
        public let name: String
        public let words: Int
        public let pieces: Int
        public let median: Duration
        /// Of twenty, nineteen took no longer.
        public let slowest: Duration
    }

    private static let text = """
        Our park agency looks after forty thousand hectares of mangroves and lagoons on the coast. Since the new road was \
        opened, people cut wood where turtles nest, and we have no means to see it in time. We would like to learn how to \
        read satellite pictures, and to train twelve young rangers together with the fishers of the villages around.
        """

    private let encoder: SentenceEncoder

    public init(_ encoder: SentenceEncoder) {
        self.encoder = encoder
    }

    /// Each text is turned into a vector `repetitions` times (at least 20), never twice with the same words, so that no cache
    /// of the machine's knows it better than it would in use.
    public func run(repetitions: Int = 200) -> [Result] {
        let words = Self.text.split(separator: " ").map(String.init)
        return [3, 10, 30, 60].map { count in
            let texts = (0..<max(20, repetitions)).map { start in
                (0..<count).map { words[(start + $0) % words.count] }.joined(separator: " ")
            }
            let clock = ContinuousClock()
            let times = texts.map { text in clock.measure { _ = encoder.vector(for: text) } }.sorted()
            return Result(
                name: "\(count) words", words: count, pieces: encoder.pieces(of: texts[0]).count,
                median: times[times.count / 2], slowest: times[times.count * 19 / 20])
        }
    }
}
