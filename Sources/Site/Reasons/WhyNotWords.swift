public import Localisation
public import Matching
public import Cooperation
internal import TextAnalysis
internal import Vocabulary

/// Says in the reader's language why an offer is not among those shown for a need.
public struct WhyNotWords: Sendable {
    private let words: Words
    private var reasons: ReasonWords { ReasonWords(words) }

    public init(_ words: Words) { self.words = words }

    /// The reason in a sentence or two.
    ///
    /// - Parameters:
    ///   - reason: nil where it is shown.
    ///   - name: of the other offer a reason speaks of, where there is one.
    public func sentence(_ reason: WhyNot?, name: String) -> String {
        switch reason {
        case nil: words("whynot.is-shown")
        case .unknown: words("whynot.unknown")
        case .otherKind: words("whynot.other-kind")
        case .closed(let day): words("whynot.closed", ["day": words.date(day.start)])
        case .notOpenTo(let country): words("whynot.not-open", ["country": country.country.name(in: words.language)])
        case .doesNotCover(let country):
            words("whynot.does-not-cover", ["country": country.country.name(in: words.language)])
        case .leftOut: words("whynot.introduced")
        case .nothingInCommon: words("whynot.nothing-in-common")
        case .folded: words("whynot.folded", ["name": name])
        case .ranksLower(let comparison):
            words(
                "whynot.ranks-lower",
                [
                    "own": points(comparison.own.score), "name": name, "other": points(comparison.other.score),
                ])
        }
    }

    /// Where it is behind the last one shown, the most first; empty where the reason is another.
    public func shortfalls(_ reason: WhyNot?, limit: Int = 4) -> [String] {
        guard case .ranksLower(let comparison) = reason else { return [] }
        return comparison.shortfalls.prefix(limit).map { shortfall in
            let part = words(MessageKey("whynot.part-\(shortfall.part.rawValue)"))
            let (own, other) = (said(shortfall.own), said(shortfall.other))
            // The same sentence twice would say nothing: it is a matter of more and less.
            if own == other {
                return words("whynot.behind-same", ["part": part, "points": points(shortfall.points), "own": own])
            }
            return words(
                "whynot.behind",
                ["part": part, "points": points(shortfall.points), "own": own, "other": other])
        }
    }

    private func said(_ part: Part?) -> String {
        part.map { words("reason.quoted", ["word": reasons.sentence($0)]) } ?? words("whynot.nothing-said")
    }

    private func points(_ value: Double) -> String { words.number(Int(value.rounded())) }
}

extension WhyNot {
    /// The other offer a reason speaks of.
    public var other: Introduction.Candidate? {
        switch self {
        case .folded(let other): other
        case .ranksLower(let comparison): comparison.other.candidate
        default: nil
        }
    }
}
