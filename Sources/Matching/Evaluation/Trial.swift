import Cooperation
import Foundation
import SearchIndex
import SentenceVectors
import TextAnalysis

/// One need with what was found for it, taken apart so that other weights can be tried without searching again.
struct Trial {
    /// What a candidate has in its favour, before it is weighed.
    struct Evidence {
        /// Shares of full points.
        var words = 0.0
        var concepts = 0.0
        /// No common language of text: concepts speak alone.
        var isAlone = false
        /// Nil where it was below what counts.
        var cosine: Double?
        /// Points of the other parts, which are not tuned.
        var rest = 0.0

        func score(_ weights: Weights) -> Double {
            let alone = isAlone ? weights.conceptsAlone : 1
            let span = weights.meaningTo - weights.meaningFrom
            let meaning = cosine.map { min(1, max(0, ($0 - weights.meaningFrom) / span)) } ?? 0
            return words * weights.words + concepts * weights.concepts * alone + meaning * weights.meaning + rest
        }
    }

    /// In the order the index gave them.
    var candidates: [Evidence]
    /// Which of them is the right one; nil where it was not found at all.
    var right: Int?

    /// The place of the right one, from 1; nil where it was not found. It stands behind those of the same score.
    func rank(_ weights: Weights) -> Int? {
        guard let right else { return nil }
        let own = candidates[right].score(weights)
        guard own > 0 else { return nil }
        return 1 + candidates.enumerated().count { $0.offset != right && $0.element.score(weights) >= own - 1e-9 }
    }
}

extension Trial {
    /// How many candidates are kept of each need.
    private static let kept = 50

    /// Holds each need of a set against all its offers.
    static func all(_ set: NeedPairs, encoder: SentenceEncoder?, base: Weights) -> [Trial] {
        let index = MatchIndex(encoder: encoder, weights: base)
        index.rebuild(from: set.pairs.enumerated().compactMap { record($0.element, $0.offset) })
        let reader = index.index.reader
        let day = CalendarDay(Date(timeIntervalSince1970: 0))
        return set.pairs.enumerated().map { place, pair in
            let wanted = Wanted(texts: [.init(pair.need, in: pair.needLanguage)], day: day)
            let matches = index.candidates(
                Question(wanted, base, index.tools, reader), on: reader, limit: kept, in: [.practice])
            let own = key(place).flatMap { Introduction.Candidate(name: $0.rawValue) }
            return Trial(
                candidates: matches.best.map { evidence($0, pair, base) },
                right: own.flatMap { own in
                    matches.best.firstIndex { $0.candidate == own || $0.alike.contains(own) }
                })
        }
    }

    private static func key(_ place: Int) -> PracticeID? { PracticeID(own: "offer-\(place)") }

    /// Short texts are titles, long ones what stands below.
    private static func record(_ pair: NeedPair, _ place: Int) -> Record? {
        guard let id = key(place) else { return nil }
        let text = LocalizedText(pair.offer, in: pair.offerLanguage)
        let none = LocalizedText()
        let isShort = pair.offer.count <= 250
        let practice = Practice(
            title: isShort ? text : none, summary: isShort ? none : text, problem: none, whatWasDone: none,
            results: none, countries: [], subjects: [])
        return .practice(
            Filed(id: id, revision: 1, author: .office, at: Date(timeIntervalSince1970: 0), body: practice))
    }

    private static func evidence(_ scored: ScoredCandidate, _ pair: NeedPair, _ base: Weights) -> Evidence {
        var evidence = Evidence()
        evidence.isAlone = pair.needLanguage != pair.offerLanguage
        for part in scored.parts {
            switch part.part {
            case .words: evidence.words = part.value / base.words
            case .concepts:
                evidence.concepts = part.value / base.concepts / (evidence.isAlone ? base.conceptsAlone : 1)
            case .meaning: if case .meansAlike(let cosine) = part.reason { evidence.cosine = cosine }
            default: evidence.rest += part.value
            }
        }
        return evidence
    }
}
