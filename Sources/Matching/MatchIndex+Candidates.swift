public import Cooperation
import SearchIndex
import Vocabulary

extension MatchIndex {
    /// The best candidates for what is wanted, each explained: overall, and of each circle.
    ///
    /// - Parameters:
    ///   - limit: how many overall, and at most in each circle; 1 to 200.
    ///   - kinds: `.provider`, `.opportunity`, `.practice`; others are passed over.
    ///   - shown: how often each was shown lately, by identifier: among nearly equal ones those seldom shown come forward.
    public func candidates(
        for wanted: Wanted, limit: Int = 20, in kinds: Set<PaperKind> = Record.candidates, shown: [String: Int]? = nil
    ) -> Matches {
        let reader = index.reader
        return candidates(Question(wanted, weights, tools, reader), on: reader, limit: limit, in: kinds, shown: shown)
    }

    func candidates(
        _ question: Question, on reader: Reader, limit: Int, in kinds: Set<PaperKind> = Record.candidates,
        shown: [String: Int]? = nil
    ) -> Matches {
        let limit = max(1, min(200, limit))
        let kinds = kinds.intersection(Record.candidates)
        let appraised = appraise(question, kinds, limit: limit, shown, reader)
        let folded = Duplicates.fold(appraised, limit: limit, circles: question.wanted.country != nil)
        return Matches(
            best: folded.best, circles: folded.circles, uncovered: uncovered(question, appraised),
            weights: weights.version, comparedMeaning: question.vector != nil)
    }

    /// Candidates come from a search over all and one in each of the nearer circles, so that home is not drowned.
    private func appraise(
        _ question: Question, _ kinds: Set<PaperKind>, limit: Int, _ shown: [String: Int]?, _ reader: Reader
    ) -> [Appraised] {
        guard !kinds.isEmpty else { return [] }
        let appraisal = Appraisal(question: question, shown: shown)
        let eligible = Eligibility(question.wanted, kinds).filter
        var filters: [(filter: Filter, limit: Int)] = [(eligible, max(60, limit * 3))]
        if let circles = question.circles {
            for circle in [Circle.home, .neighbours, .region] {
                let near = Filter.facet(Layout.place, anyOf: circles.codes(in: circle))
                filters.append((.all([eligible, near]), max(20, limit * 2)))
            }
        }
        var seen: Set<String> = []
        var found: [Appraised] = []
        for (filter, limit) in filters {
            let query = Query(clauses: question.clauses, vector: question.vectorClause, filter: filter, limit: limit)
            for hit in reader.search(query).hits where seen.insert(hit.key).inserted {
                guard !question.wanted.leftOut.contains(hit.key), let stored = reader.stored(hit.key),
                    let candidate = Introduction.Candidate(name: hit.key),
                    let verdict = appraisal.verdict(on: hit, stored)
                else { continue }
                found.append(Appraised(candidate, verdict, stored))
            }
        }
        return found.sorted { left, right in
            left.scored.score == right.scored.score
                ? left.scored.candidate.name < right.scored.candidate.name : left.scored.score > right.scored.score
        }
    }

    /// Wanted parts that none of the candidates has.
    private func uncovered(_ question: Question, _ appraised: [Appraised]) -> [Lack] {
        let wanted = question.wanted
        let covered = appraised.reduce(into: Set<Lack>()) { $0.formUnion($1.covered) }
        var all: [Lack] = Set(wanted.assistance).sorted().map(Lack.assistance)
        all += wanted.subjects.map(Lack.subject)
        all += wanted.targets.filter { $0.value >= 1 }.keys.sorted().map(Lack.target)
        // What is named once in passing is not a wish.
        all += question.concepts.ordered.filter { $0.weight >= 2 }.prefix(6).map { .concept($0.concept) }
        if !wanted.languages.isEmpty { all.append(.language(wanted.languages)) }
        return all.filter { !covered.contains($0) }
    }
}

/// A candidate appraised, with what is needed to fold and to sum up.
struct Appraised {
    var scored: ScoredCandidate
    var covered: Set<Lack>
    var signature: Signature?

    init(_ candidate: Introduction.Candidate, _ verdict: Appraisal.Verdict, _ stored: StoredDocument) {
        scored = ScoredCandidate(
            candidate: candidate, kind: candidate.kind, circle: verdict.circle, score: verdict.score,
            parts: verdict.parts, alike: [])
        covered = verdict.covered
        signature = stored.numbers[Layout.signature].map(Signature.init(stored:))
    }
}

extension Introduction.Candidate {
    /// The kind of paper it is.
    public var kind: PaperKind {
        switch self {
        case .provider: .provider
        case .opportunity: .opportunity
        case .practice: .practice
        }
    }
}
