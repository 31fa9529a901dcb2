import Synchronization

/// What a reader knows of a term.
struct TermPlaces: Sendable {
    /// By segment; nil where it does not have the term.
    let places: [Int?]
    /// Documents with the term that are not removed.
    let frequency: Int
}

/// Terms asked for lately. A question asks for each of its words twice (how rare it is, where it is kept), and most words
/// of one question stand in others too; looking into every segment waits for memory several times.
final class TermCache: Sendable {
    private static let most = 16_384
    private let terms = Mutex<[String: TermPlaces]>([:])

    func places(of term: String, _ find: () -> TermPlaces) -> TermPlaces {
        if let known = terms.withLock({ $0[term] }) { return known }
        let found = find()
        terms.withLock { terms in
            if terms.count >= Self.most { terms.removeAll(keepingCapacity: true) }
            terms[term] = found
        }
        return found
    }
}
