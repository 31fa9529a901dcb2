import Synchronization

/// Sets of documents that filters asked for lately, of one segment, which never changes.
///
/// The same few come again and again (what is open today, what serves a country): evaluating them anew cost more than the
/// search itself with a million documents. At most 64 of 32 KB each; then begun anew.
final class FilterCache: Sendable {
    private static let most = 64
    private let sets = Mutex<[Filter: Bitmap]>([:])

    func set(_ filter: Filter, _ make: () -> Bitmap) -> Bitmap {
        if let known = sets.withLock({ $0[filter] }) { return known }
        let made = make()
        sets.withLock { sets in
            if sets.count >= Self.most { sets.removeAll() }
            sets[filter] = made
        }
        return made
    }
}
