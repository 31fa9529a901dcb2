public import Cooperation
import SearchIndex
public import Vocabulary

/// A request or need that an offer fits, with the score and why.
public struct ScoredNeed: Hashable, Sendable {
    /// The paper's identifier.
    public var key: String
    public var kind: PaperKind
    public var circle: Circle?
    /// Exactly the sum of `parts`.
    public var score: Double
    /// Greatest first.
    public var parts: [Part]

    public var request: RequestID? { RequestID(rawValue: key) }
    public var need: NeedID? { NeedID(rawValue: key) }
}

extension MatchIndex {
    /// The open requests and needs that an offer fits best, ties by identifier.
    ///
    /// - Parameter limit: 1 to 200.
    public func needs(
        for offer: Offer, limit: Int = 20, in kinds: Set<PaperKind> = Record.asking
    ) -> [ScoredNeed] {
        needs(for: offer, limit: max(1, min(200, limit)), in: kinds, only: nil)
    }

    /// How well an offer fits one request or need; nil where it is closed, out of its reach, or has nothing in common.
    /// For telling people of new needs from a score of theirs on.
    public func need(_ key: String, for offer: Offer) -> ScoredNeed? {
        needs(for: offer, limit: 1, in: Record.asking, only: key).first
    }

    /// How well one candidate fits; nil where it may not be proposed or has nothing in common.
    public func candidate(_ candidate: Introduction.Candidate, for wanted: Wanted) -> ScoredCandidate? {
        let reader = index.reader
        guard let stored = reader.stored(candidate.name),
            Eligibility(wanted, Record.candidates).refusal(candidate.name, stored) == nil
        else { return nil }
        let appraisal = Appraisal(question: Question(wanted, weights, tools, reader))
        let shortlist = Shortlist(appraisal.ranking(.keys([candidate.name]), limit: 1, perCircle: 0), appraisal, reader)
        return shortlist.items.first.map { shortlist.explained($0) }
    }

    private func needs(for offer: Offer, limit: Int, in kinds: Set<PaperKind>, only key: String?) -> [ScoredNeed] {
        let reader = index.reader
        let question = Question(offer.wanted, weights, tools, reader)
        let appraisal = Appraisal(question: question, offer: offer)
        var filters: [Filter] = [
            .facet(Layout.kind, anyOf: kinds.intersection(Record.asking).map { Code.of($0) }.sorted()),
            .number(Layout.deadline, Double(offer.day.ordinal)...Layout.always),
        ]
        if case .countries = offer.coverage { filters.append(.facet(Layout.place, anyOf: Code.of(offer.coverage))) }
        if let key { filters.append(.keys([key])) }
        let outcome = reader.best(appraisal.ranking(.all(filters), limit: limit, perCircle: 0)) {
            appraisal.tally($0)?.score
        }
        return outcome.best.compactMap { found -> ScoredNeed? in
            guard let kind = PaperKind(key: found.key) else { return nil }
            let evidence = appraisal.evidence(found, outcome, reader)
            guard let tally = appraisal.tally(found, evidence) else { return nil }
            return ScoredNeed(
                key: found.key, kind: kind, circle: tally.circle, score: found.score,
                parts: appraisal.parts(tally, evidence))
        }
    }
}
