import Cooperation
import Vocabulary

/// Puts near-duplicates under the best of them, and the best into their circles.
enum Duplicates {
    /// Signatures of texts that say the same differ in at most so many bits.
    private static let mostDifferent = 3

    static func fold(_ appraised: [Appraised], limit: Int, circles: Bool) -> (
        best: [ScoredCandidate], circles: [Matches.Ring]
    ) {
        var kept: [Appraised] = []
        // Beside `kept`: comparing each with each, hundreds with hundreds, must not copy candidates.
        var signatures: [(kind: PaperKind, signature: Signature)] = []
        var places: [Int] = []
        for item in appraised {
            if let signature = item.signature {
                let kind = item.scored.kind
                let alike = signatures.firstIndex {
                    $0.signature.distance(to: signature) <= mostDifferent && $0.kind == kind
                }
                if let alike {
                    kept[places[alike]].scored.alike.append(item.scored.candidate)
                    continue
                }
                signatures.append((kind, signature))
                places.append(kept.count)
            }
            kept.append(item)
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
}
