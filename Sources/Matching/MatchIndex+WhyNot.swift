public import Cooperation
import SearchIndex

/// A candidate that is not shown beside the last one that is, in its circle.
public struct RankComparison: Hashable, Sendable {
    /// One part of the score in which it is behind.
    public struct Shortfall: Hashable, Sendable {
        public var part: PartName
        /// So many points less than the other has; above 0.
        public var points: Double
        /// What speaks for or against each; nil where that part says nothing of it.
        public var own: Part?
        public var other: Part?
    }

    public var own: ScoredCandidate
    /// The last one shown where it would stand: in its circle, or among all where there are no circles.
    public var other: ScoredCandidate
    /// The greatest first. What it is ahead in is not told.
    public var shortfalls: [Shortfall]

    init(_ own: ScoredCandidate, other: ScoredCandidate) {
        self.own = own
        self.other = other
        shortfalls = PartName.allCases.compactMap { name in
            let (left, right) = (own.parts.first { $0.part == name }, other.parts.first { $0.part == name })
            let points = (right?.value ?? 0) - (left?.value ?? 0)
            return points > 0 ? Shortfall(part: name, points: points, own: left, other: right) : nil
        }.sorted { left, right in
            left.points == right.points ? left.part.rawValue < right.part.rawValue : left.points > right.points
        }
    }
}

extension MatchIndex {
    /// Why a candidate is not among those shown for what is wanted; nil where it is.
    public func why(
        not candidate: Introduction.Candidate, for wanted: Wanted, limit: Int = 20,
        in kinds: Set<PaperKind> = Record.candidates, shown: [String: Int]? = nil
    ) -> WhyNot? {
        let reader = index.reader
        guard let stored = reader.stored(candidate.name) else { return .unknown }
        if let refusal = Eligibility(wanted, kinds).refusal(candidate.name, stored) { return refusal }
        let question = Question(wanted, weights, tools, reader)
        let matches = candidates(question, on: reader, limit: limit, in: kinds, shown: shown)
        // Where there are circles, they are what is shown.
        let all = matches.circles.isEmpty ? matches.best : matches.circles.flatMap(\.candidates)
        if all.contains(where: { $0.candidate == candidate }) { return nil }
        if let other = all.first(where: { $0.alike.contains(candidate) }) { return .folded(under: other.candidate) }
        let appraisal = Appraisal(question: question, shown: shown)
        let alone = Shortlist(appraisal.ranking(.keys([candidate.name]), limit: 1, perCircle: 0), appraisal, reader)
        guard let own = alone.items.first.map({ alone.explained($0) }) else { return .nothingInCommon }
        let ring = matches.circles.first { $0.circle == own.circle }?.candidates ?? matches.best
        guard let last = ring.last ?? matches.best.last else { return .nothingInCommon }
        return .ranksLower(RankComparison(own, other: last))
    }
}
