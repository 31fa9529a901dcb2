import Cooperation
import SearchIndex
import Vocabulary

/// The best by score, overall and of each circle.
struct Shortlist {
    struct Item {
        var candidate: Introduction.Candidate
        var found: Ranking.Ranked
        var circle: Circle?
        var signature: Signature?
    }

    /// Best first; ties by identifier. Each once.
    let items: [Item]
    /// How many of the first are the best of all: those after them are there for their circle alone.
    let overall: Int
    /// Whether there were more than were asked for: of all, and of each circle.
    let isCut: Bool
    let cutCircles: Set<Circle>
    private let outcome: Ranking.Outcome
    private let reader: Reader
    private let appraisal: Appraisal

    init(_ ranking: Ranking, _ appraisal: Appraisal, _ reader: Reader) {
        let outcome = reader.best(ranking) { appraisal.tally($0)?.score }
        let all = outcome.best + outcome.classes.joined()
        // Who is among the best of all and of a circle came twice: the same score, and side by side.
        let order = all.indices.sorted { left, right in
            all[left].score == all[right].score ? all[left].key < all[right].key : all[left].score > all[right].score
        }
        var items: [Item] = []
        items.reserveCapacity(all.count)
        for place in order where items.last?.found.key != all[place].key {
            let found = all[place]
            guard let candidate = Introduction.Candidate(name: found.key) else { continue }
            items.append(
                Item(
                    candidate: candidate, found: found,
                    circle: ranking.classes.isEmpty ? nil : Circle.byRank[found.class],
                    signature: found.stored.numbers[Layout.signature].map(Signature.init(stored:))))
        }
        self.items = items
        overall = outcome.best.count
        isCut = outcome.best.count >= ranking.limit
        cutCircles = Set(
            outcome.classes.indices.filter { outcome.classes[$0].count >= ranking.limitPerClass }
                .map { Circle.byRank[$0] })
        self.outcome = outcome
        self.reader = reader
        self.appraisal = appraisal
    }

    /// Asks memory for what explaining these will read.
    func fetch(_ places: some Sequence<Int>) { reader.fetch(places.map { items[$0].found }) }

    private func evidence(_ item: Item) -> Appraisal.Evidence { appraisal.evidence(item.found, outcome, reader) }

    /// Whether one has what is wanted.
    func covers(_ lack: Lack, _ item: Item) -> Bool {
        appraisal.covers(lack, item.found.stored.values) { reader.has(Code.term($0), item.found) }
    }

    /// With reasons.
    func explained(_ item: Item, alike: [Introduction.Candidate] = []) -> ScoredCandidate {
        let evidence = evidence(item)
        let parts = appraisal.tally(item.found, evidence).map { appraisal.parts($0, evidence) } ?? []
        return ScoredCandidate(
            candidate: item.candidate, kind: item.candidate.kind, circle: item.circle, score: item.found.score,
            parts: parts, alike: alike)
    }
}

extension Appraisal {
    /// What the index knows of one that was found.
    func evidence(_ found: Ranking.Ranked, _ outcome: Ranking.Outcome, _ reader: Reader) -> Evidence {
        Evidence(
            key: found.key, stored: found.stored,
            groups: reader.values(of: found, in: outcome, groups: question.groups.count),
            cosine: question.vector.flatMap { reader.cosine(of: found, to: $0) })
    }

    /// The numbers of one that was found, once more.
    func tally(_ found: Ranking.Ranked, _ evidence: Evidence) -> Tally? {
        var sums = SIMD2<Double>.zero
        for (group, value) in zip(question.groups, evidence.groups) { sums[Question.sum(of: group)] += value }
        return tally(sums, evidence.cosine, found.class, found.stored.values, key: found.key)
    }
}
