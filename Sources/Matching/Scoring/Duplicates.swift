import Vocabulary

/// Puts near-duplicates under the best of them, and the best into their circles.
enum Duplicates {
    /// Signatures of texts that say the same differ in at most so many bits.
    private static let mostDifferent = 3

    static func fold(_ appraised: [Appraised], limit: Int, circles: Bool) -> (
        best: [ScoredCandidate], circles: [Matches.Ring]
    ) {
        var kept: [Appraised] = []
        for item in appraised {
            if let place = kept.firstIndex(where: { isAlike($0, item) }) {
                kept[place].scored.alike.append(item.scored.candidate)
            } else {
                kept.append(item)
            }
        }
        var rings: [Matches.Ring] = []
        if circles {
            for circle in Circle.allCases.sorted() {
                let members = kept.map(\.scored).filter { $0.circle == circle }.prefix(limit)
                if !members.isEmpty { rings.append(Matches.Ring(circle: circle, candidates: Array(members))) }
            }
        }
        return (kept.prefix(limit).map(\.scored), rings)
    }

    private static func isAlike(_ left: Appraised, _ right: Appraised) -> Bool {
        guard left.scored.kind == right.scored.kind, let first = left.signature, let second = right.signature else {
            return false
        }
        return first.distance(to: second) <= mostDifferent
    }
}
