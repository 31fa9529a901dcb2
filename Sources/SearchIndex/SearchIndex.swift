import Synchronization

/// An index in memory that knows nothing of what it indexes.
///
/// Any number of threads read while one writes: a reader holds segments that never change, a writer makes new ones aside
/// and puts the list of them in place at once. What `apply` was given is in every reader taken after it returns.
public final class SearchIndex: Sendable {
    public let schema: Schema
    private let current: Mutex<Reader>
    /// One writer at a time; readers do not wait for it.
    private let writing = Mutex<Void>(())

    public init(schema: Schema) {
        self.schema = schema
        current = Mutex(Reader(schema: schema, states: [], mark: 0))
    }

    init(_ reader: Reader) {
        schema = reader.schema
        current = Mutex(reader)
    }

    /// The index as it is now.
    public var reader: Reader { current.withLock { $0 } }

    /// Makes changes, in order, all at once.
    ///
    /// - Parameter mark: the caller's place in what it follows, kept with the index and its snapshots.
    public func apply(_ changes: [Change], mark: UInt64? = nil) {
        writing.withLock { _ in
            var last: [String: Document?] = [:]
            var order: [String] = []
            for change in changes {
                switch change {
                case .put(let document):
                    if last.updateValue(document, forKey: document.key) == nil { order.append(document.key) }
                case .remove(let key):
                    if last.updateValue(Document?.none, forKey: key) == nil { order.append(key) }
                }
            }
            var builder = SegmentBuilder(schema: schema)
            var segments: [Segment] = []
            for key in order {
                guard let document = last[key] ?? nil else { continue }
                builder.add(document)
                if builder.isFull {
                    segments.append(builder.segment())
                    builder = SegmentBuilder(schema: schema)
                }
            }
            if builder.count > 0 { segments.append(builder.segment()) }
            install(segments, replacing: order, mark: mark)
        }
    }

    /// Puts everything in anew from a source of documents, which is read once: the quick way to fill an index.
    ///
    /// A key that comes twice counts once, as it came last.
    public func rebuild(from documents: some Sequence<Document>, mark: UInt64 = 0) {
        var filling = filling()
        for document in documents { filling.add(document) }
        install(filling, mark: mark)
    }

    /// Begins to fill it anew, piece by piece.
    public func filling() -> IndexFilling { IndexFilling(schema: schema) }

    /// Puts what was filled in the place of everything before. Changes made since `filling` are gone.
    public func install(_ filling: consuming IndexFilling, mark: UInt64) {
        let states = filling.finish()
        writing.withLock { _ in current.withLock { $0 = Reader(schema: schema, states: states, mark: mark) } }
    }

    private func install(_ segments: [Segment], replacing keys: [String], mark: UInt64?) {
        let before = reader
        var states = before.states
        for key in keys {
            for index in states.indices {
                if let doc = states[index].doc(of: key) { states[index].remove(doc) }
            }
        }
        states.removeAll { $0.liveCount == 0 }
        states.append(contentsOf: segments.map { SegmentState($0) })
        current.withLock { $0 = Reader(schema: schema, states: states, mark: mark ?? before.mark) }
    }

    // MARK: Merging

    /// Joins small segments and drops what was removed, where it is worth it. Call it from the background now and then;
    /// it returns whether it did something. Neither readers nor writers wait while it works.
    @discardableResult
    public func merge() -> Bool {
        let before = reader.states
        let chosen = MergePolicy.choose(before)
        guard !chosen.isEmpty else { return false }
        var builder = SegmentBuilder(schema: schema)
        for index in chosen { builder.add(before[index].segment, dead: before[index].dead) }
        let merged = SegmentState(builder.segment())
        return writing.withLock { _ in
            let now = reader
            let sources = chosen.map { before[$0] }
            // A rebuild may have put other segments in their place meanwhile.
            let places = sources.map { source in now.states.firstIndex { $0.segment.isSame(as: source.segment) } }
            var replacement = merged
            for (source, place) in zip(sources, places) {
                for doc in 0..<source.segment.count where source.isLive(doc) {
                    if let place, now.states[place].isLive(doc) { continue }
                    if let gone = replacement.doc(of: source.segment.keys[doc]) { replacement.remove(gone) }
                }
            }
            var states = now.states
            for place in places.compactMap(\.self).sorted(by: >) { states.remove(at: place) }
            if replacement.liveCount > 0 { states.append(replacement) }
            current.withLock { $0 = Reader(schema: schema, states: states, mark: now.mark) }
            return true
        }
    }
}

/// Which segments to join.
enum MergePolicy {
    /// Segments of like size are joined when there are this many of them.
    static let together = 8

    static func choose(_ states: [SegmentState]) -> [Int] {
        // One with much removed is written anew.
        if let wasteful = states.firstIndex(where: { $0.deadCount * 3 > $0.segment.count }) { return [wasteful] }
        var chosen: [Int] = []
        var sum = 0
        for index in states.indices.sorted(by: { states[$0].liveCount < states[$1].liveCount }) {
            let size = states[index].liveCount
            guard sum + size <= Segment.mostDocuments else { break }
            // Not a large one for the sake of a few small ones.
            if chosen.count >= together, size > sum * 2 { break }
            chosen.append(index)
            sum += size
        }
        return chosen.count >= together ? chosen : []
    }
}

extension Segment {
    /// Whether it is the very same.
    func isSame(as other: Segment) -> Bool { self === other }
}

extension SegmentState {
    func doc(of key: UnsafeBufferPointer<UInt8>) -> Int? {
        let place = segment.keys.lowerBound(key)
        guard place < segment.count, segment.keys[place].elementsEqual(key), isLive(place) else { return nil }
        return place
    }
}
