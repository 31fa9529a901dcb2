internal import CSodium
import Synchronization

/// The vectors of the texts met last, found by their content: at most `capacity` of them, 2 KB each; the one unused longest
/// makes room. Any number of threads may use one cache; two that meet the same new text at once both compute it.
public final class VectorCache: Sendable {
    /// BLAKE2b with 256 bits: two texts never share one.
    fileprivate struct Key: Hashable {
        let words: SIMD4<UInt64>

        init(_ text: String) {
            var digest = [UInt8](repeating: 0, count: 32)
            let bytes = Array(text.utf8)
            crypto_generichash(&digest, digest.count, bytes, UInt64(bytes.count), nil, 0)
            words = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
        }
    }

    fileprivate struct Entry {
        let key: Key
        let vector: Vector
        /// Neighbours in the order of use, as places in `entries`.
        var newer: Int?
        var older: Int?
    }

    fileprivate struct State {
        var places: [Key: Int] = [:]
        var entries: [Entry] = []
        var newest: Int?
        var oldest: Int?
    }

    public let capacity: Int
    private let encoder: SentenceEncoder
    private let state = Mutex(State())

    public init(_ encoder: SentenceEncoder, capacity: Int = 4_096) {
        self.encoder = encoder
        self.capacity = max(1, capacity)
    }

    /// How many vectors are kept now.
    public var count: Int { state.withLock { $0.entries.count } }

    /// The text's vector, kept or computed: always what the encoder gives.
    public func vector(for text: String) -> Vector {
        let key = Key(text)
        if let kept = state.withLock({ $0.use(key) }) { return kept }
        let vector = encoder.vector(for: text)
        state.withLock { $0.keep(vector, key, capacity: capacity) }
        return vector
    }

    /// Whether the text's vector is kept. Does not count as use.
    public func holds(_ text: String) -> Bool {
        let key = Key(text)
        return state.withLock { $0.places[key] != nil }
    }
}

extension VectorCache.State {
    fileprivate mutating func use(_ key: VectorCache.Key) -> Vector? {
        guard let place = places[key] else { return nil }
        unlink(place)
        linkAsNewest(place)
        return entries[place].vector
    }

    fileprivate mutating func keep(_ vector: Vector, _ key: VectorCache.Key, capacity: Int) {
        guard places[key] == nil else { return }
        let entry = VectorCache.Entry(key: key, vector: vector)
        var place = entries.count
        if place < capacity {
            entries.append(entry)
        } else if let oldest {
            place = oldest
            unlink(place)
            places[entries[place].key] = nil
            entries[place] = entry
        }
        places[key] = place
        linkAsNewest(place)
    }

    private mutating func unlink(_ place: Int) {
        let (newer, older) = (entries[place].newer, entries[place].older)
        if let newer { entries[newer].older = older } else { newest = older }
        if let older { entries[older].newer = newer } else { oldest = newer }
        (entries[place].newer, entries[place].older) = (nil, nil)
    }

    private mutating func linkAsNewest(_ place: Int) {
        entries[place].older = newest
        if let newest { entries[newest].newer = place } else { oldest = place }
        newest = place
    }
}
