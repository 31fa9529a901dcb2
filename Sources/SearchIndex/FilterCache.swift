import Synchronization

/// Sets of documents that filters asked for lately, of one segment, which never changes.
///
/// The same few come again and again (what is open today, what serves a country, what has a subject): evaluating them anew
/// cost more than the search itself with a million documents. At most 512 of 32 KB each; then begun anew.
final class FilterCache: Sendable {
    private static let most = 512
    private let sets = Mutex<[FilterKey: Column<UInt64>]>([:])

    func set(_ filter: FilterKey, _ make: () -> Bitmap) -> Column<UInt64> {
        if let known = sets.withLock({ $0[filter] }) { return known }
        let made = Column(make().words)
        sets.withLock { sets in
            if sets.count >= Self.most { sets.removeAll() }
            sets[filter] = made
        }
        return made
    }
}

/// A filter whose hash is known: hashing its lists of values anew for every segment took longer than looking it up.
struct FilterKey: Hashable, Sendable {
    let filter: Filter
    let isLasting: Bool
    private let hash: Int

    init(_ filter: Filter) {
        self.filter = filter
        isLasting = filter.isLasting
        hash = filter.hashValue
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    static func == (left: FilterKey, right: FilterKey) -> Bool {
        left.hash == right.hash && left.filter == right.filter
    }
}

extension Filter {
    /// Whether the same question will come again: keys and words are asked for once.
    var isLasting: Bool {
        switch self {
        case .facet, .facetCount, .number, .hasVector: true
        case .keys, .term, .phrase: false
        case .all(let filters), .any(let filters): filters.allSatisfy(\.isLasting)
        case .not(let filter): filter.isLasting
        }
    }
}
