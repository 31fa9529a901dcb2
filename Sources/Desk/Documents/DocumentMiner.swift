public import Documents
public import Foundation
public import NeedsMining
public import SentenceVectors
public import Vocabulary

/// Reads a document and finds its potential needs: an outside effect, because strangers' files are read in a child process.
public struct DocumentMiner: Sendable {
    /// How far it is.
    public struct Progress: Hashable, Sendable {
        public var pagesRead: Int
        /// 0 while it is not known.
        public var pages: Int
        public var found: Int

        public init(pagesRead: Int, pages: Int, found: Int = 0) {
            self.pagesRead = pagesRead
            self.pages = pages
            self.found = found
        }
    }

    public typealias Mined = (document: SourceDocument, needs: [NeedsMining.PotentialNeed])

    /// Throws `DocumentRefusal`, or `CancellationError`.
    public var mine:
        @Sendable (
            _ file: URL, _ name: String, _ country: CountryCode, _ progress: @escaping @Sendable (Progress) -> Void
        ) async throws -> Mined

    public init(
        mine:
            @escaping @Sendable (
                _ file: URL, _ name: String, _ country: CountryCode, _ progress: @escaping @Sendable (Progress) -> Void
            ) async throws -> Mined
    ) {
        self.mine = mine
    }

    /// Where none was given, every document fails with a reason that says so.
    public static let none = DocumentMiner { _, _, _, _ in throw DocumentRefusal.toolMissing("miner") }

    /// Potential needs are kept from here on, so that people may lower their own threshold to it.
    public static let leastScore = 0.2

    /// Reads with this reader, and mines with the model that is in use when the document's turn comes.
    public static func standard(
        reader: DocumentReader, encoder: SentenceEncoder?, model: @escaping @Sendable () -> NeedModel = { .standard }
    ) -> DocumentMiner {
        DocumentMiner { file, name, country, progress in
            let document = try await reader.read(file, named: name) {
                progress(Progress(pagesRead: $0.pagesRead, pages: $0.pages))
            }
            let miner = Miner(encoder: encoder, model: model())
            let needs = try await miner.mine(document, country: country, threshold: leastScore) {
                progress(Progress(pagesRead: $0.pagesRead, pages: $0.pages, found: $0.found))
            }
            return (document, needs)
        }
    }
}
