import Cooperation
import Vocabulary

/// Puts near-duplicates under the best of them, and the best into their circles.
enum Duplicates {
    /// Signatures of texts that say the same differ in at most so many bits.
    private static let mostDifferent = 3

    /// One that stands for itself and for those alike, by their places in the shortlist.
    struct Kept {
        var place: Int
        var alike: [Int] = []
    }

    struct Folded {
        var best: [Kept]
        /// Nearest first; only circles with candidates.
        var circles: [(circle: Circle, kept: [Kept])]
        /// Whether so many were folded that there may be others to show.
        var isShort: Bool
    }

    static func fold(_ shortlist: Shortlist, limit: Int, perCircle: Int) -> Folded {
        var kept: [Kept] = []
        // Beside `kept`: comparing each with each, hundreds with hundreds, must not copy candidates.
        var signatures: [(kind: PaperKind, signature: Signature, place: Int)] = []
        for (place, item) in shortlist.items.enumerated() {
            if let signature = item.signature {
                let kind = item.candidate.kind
                let alike = signatures.first {
                    $0.signature.distance(to: signature) <= mostDifferent && $0.kind == kind
                }
                if let alike {
                    kept[alike.place].alike.append(place)
                    continue
                }
                signatures.append((kind, signature, kept.count))
            }
            kept.append(Kept(place: place))
        }
        let best = Array(kept.prefix(limit))
        var isShort = shortlist.isCut && kept.count { $0.place < shortlist.overall } < limit
        var circles: [(circle: Circle, kept: [Kept])] = []
        for circle in Circle.byRank {
            let members = kept.filter { shortlist.items[$0.place].circle == circle }
            if shortlist.cutCircles.contains(circle), members.count < perCircle { isShort = true }
            if !members.isEmpty, perCircle > 0 { circles.append((circle, Array(members.prefix(perCircle)))) }
        }
        return Folded(best: best, circles: circles, isShort: isShort)
    }
}
