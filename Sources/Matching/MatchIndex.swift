import Cooperation
public import Foundation
import SearchIndex
public import SentenceVectors

/// Everything the public may find, in one index: for the site's search and for matching.
///
/// It follows the ledger: whoever keeps it current calls `apply` in order, with public papers only. Any number of threads may
/// ask while one writes. The same state and the same question give the same answer.
public final class MatchIndex: Sendable {
    public let weights: Weights
    let index: SearchIndex
    let tools: LanguageTools

    /// - Parameter encoder: nil where there is no model: meaning is then not compared.
    public init(encoder: SentenceEncoder? = nil, weights: Weights = .standard) {
        self.weights = encoder == nil ? weights.withoutMeaning : weights
        tools = LanguageTools(encoder: encoder)
        index = SearchIndex(schema: Layout.schema)
    }

    private init(_ index: SearchIndex, encoder: SentenceEncoder?, weights: Weights) {
        self.weights = encoder == nil ? weights.withoutMeaning : weights
        self.index = index
        tools = LanguageTools(encoder: encoder)
    }

    /// How many papers are in it.
    public var count: Int { index.reader.count }

    /// Where the caller was in what it follows when it last called `apply`.
    public var mark: UInt64 { index.reader.mark }

    public func contains(_ key: String) -> Bool { index.reader.contains(key) }

    /// Makes changes, all at once. What was put is found when this returns.
    ///
    /// - Parameter mark: the caller's place in what it follows.
    public func apply(_ changes: [RecordChange], mark: UInt64? = nil) {
        let writer = DocumentWriter(tools: tools)
        index.apply(
            changes.map { change in
                switch change {
                case .put(let record): .put(writer.document(of: record))
                case .remove(let key): .remove(key: key)
                }
            }, mark: mark)
    }

    /// Fills it anew, the quick way; what was in it before is gone.
    public func rebuild(from records: some Sequence<Record>, mark: UInt64 = 0) {
        let writer = DocumentWriter(tools: tools)
        index.rebuild(from: records.lazy.map(writer.document(of:)), mark: mark)
        tools.encoder?.rest()
    }

    /// The index being filled anew, piece by piece: for more records than should lie in memory at once.
    public struct Filling {
        fileprivate var index: IndexFilling
        fileprivate let writer: DocumentWriter

        public mutating func add(_ records: [Record]) {
            for document in writer.documents(of: records) { index.add(document) }
        }
    }

    public func filling() -> Filling { Filling(index: index.filling(), writer: DocumentWriter(tools: tools)) }

    /// Puts what was filled in the place of everything before; what changed since `filling` must be in it.
    public func install(_ filling: Filling, mark: UInt64) {
        index.install(filling.index, mark: mark)
        tools.encoder?.rest()
    }

    /// Joins small pieces; call it from the background now and then. Tells whether there was something to do.
    @discardableResult
    public func tidy() -> Bool { index.merge() }

    // MARK: Snapshot

    /// Writes it to a file, which is replaced at once or not at all. Throws `SearchIndexError`.
    public func save(to file: URL) throws { try Snapshot.write(index.reader, to: file) }

    /// Opens what `save` wrote. Throws `SearchIndexError` where it is damaged or of another version: then `rebuild`.
    public static func open(
        _ file: URL, encoder: SentenceEncoder? = nil, weights: Weights = .standard
    ) throws -> MatchIndex {
        MatchIndex(try Snapshot.open(file, schema: Layout.schema), encoder: encoder, weights: weights)
    }
}
