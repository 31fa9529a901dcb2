public import Documents
public import SentenceVectors
public import TextAnalysis
public import Vocabulary

/// Finds statements of need in documents, in any of the six languages, and says why it takes them for such.
///
/// Knows neither storage nor web. Any number of threads may use one miner.
public struct Miner: Sendable {
    /// Where the shipped model draws its line between a need and none.
    public static let standardThreshold = 0.5

    /// How far it is, for who waits.
    public struct Progress: Codable, Hashable, Sendable {
        public var pagesRead: Int
        public var pages: Int
        /// Sentences taken for needs so far, before those that say the same are put together.
        public var found: Int
    }

    let appraiser: NeedAppraiser
    let describer: NeedDescriber

    /// - Parameter encoder: without it meaning is not compared, and `why` has no such part.
    public init(encoder: SentenceEncoder?, model: NeedModel = .standard) {
        appraiser = NeedAppraiser(encoder: encoder, model: model)
        describer = NeedDescriber(encoder: encoder)
    }

    /// The potential needs of a document whose score reaches the threshold, in the order they are first said. What is said in
    /// several places is one need with several passages.
    ///
    /// Works on threads of its own, not on the cooperative pool. Throws `CancellationError` where the task is cancelled.
    ///
    /// - Parameters:
    ///   - country: of whom the document speaks: its own name is no place.
    ///   - language: of blocks whose language cannot be told; the document's own where nil.
    ///   - threshold: 0 to 1.
    public func mine(
        _ document: SourceDocument, country: CountryCode? = nil, language: Language? = nil,
        threshold: Double = Miner.standardThreshold,
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) async throws -> [PotentialNeed] {
        let run = MiningRun(
            miner: self, document: document, country: country, language: language, threshold: threshold,
            progress: progress)
        return try await run.needs()
    }
}
