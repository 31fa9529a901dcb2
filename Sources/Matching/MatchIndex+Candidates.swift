public import Cooperation
import SearchIndex
import Vocabulary

extension MatchIndex {
    /// The best candidates for what is wanted, each explained: overall, and of each circle. The list is that of scoring all
    /// of them.
    ///
    /// - Parameters:
    ///   - limit: how many overall; 1 to 200.
    ///   - perCircle: how many in each circle, as many as overall without it.
    ///   - kinds: `.provider`, `.opportunity`, `.practice`, `.resource`; others are passed over.
    ///   - shown: how often each was shown lately, by identifier: among nearly equal ones those seldom shown come forward.
    public func candidates(
        for wanted: Wanted, limit: Int = 20, perCircle: Int? = nil, in kinds: Set<PaperKind> = Record.candidates,
        shown: [String: Int]? = nil
    ) -> Matches {
        let reader = index.reader
        let question = Question(wanted, weights, tools, reader)
        return candidates(question, on: reader, limit: limit, perCircle: perCircle, in: kinds, shown: shown)
    }

    func candidates(
        _ question: Question, on reader: Reader, limit: Int, perCircle: Int? = nil,
        in kinds: Set<PaperKind> = Record.candidates, shown: [String: Int]? = nil
    ) -> Matches {
        let limit = max(1, min(200, limit))
        let perCircle = max(0, min(limit, perCircle ?? limit))
        let appraisal = Appraisal(question: question, shown: shown)
        let kinds = kinds.intersection(Record.candidates)
        let filter = kinds.isEmpty ? Filter.any([]) : Eligibility(question.wanted, kinds).filter
        // More than are shown: near-duplicates are folded. Where that is not enough, more again.
        var depth = 1
        while true {
            let ranking = appraisal.ranking(
                filter, limit: (limit + max(10, limit / 5)) * depth,
                perCircle: question.circles == nil ? 0 : (perCircle + max(5, perCircle / 5)) * depth)
            let shortlist = Shortlist(ranking, appraisal, reader)
            let folded = Duplicates.fold(shortlist, limit: limit, perCircle: perCircle)
            if folded.isShort, depth < 64 {
                depth *= 4
                continue
            }
            return matches(folded, shortlist, appraisal)
        }
    }

    private func matches(_ folded: Duplicates.Folded, _ shortlist: Shortlist, _ appraisal: Appraisal) -> Matches {
        // Who is among the best and in a circle is explained once.
        var explained = [ScoredCandidate?](repeating: nil, count: shortlist.items.count)
        var places = folded.best.map(\.place)
        for circle in folded.circles { places += circle.kept.map(\.place) }
        shortlist.fetch(places)
        func explain(_ kept: Duplicates.Kept) -> ScoredCandidate {
            if let known = explained[kept.place] { return known }
            let scored = shortlist.explained(
                shortlist.items[kept.place], alike: kept.alike.map { shortlist.items[$0].candidate })
            explained[kept.place] = scored
            return scored
        }
        return Matches(
            best: folded.best.map(explain),
            circles: folded.circles.map { .init(circle: $0.circle, candidates: $0.kept.map(explain)) },
            uncovered: uncovered(shortlist, appraisal), weights: weights.version,
            comparedMeaning: appraisal.question.vector != nil)
    }

    /// Wanted parts that none of those found has.
    private func uncovered(_ shortlist: Shortlist, _ appraisal: Appraisal) -> [Lack] {
        let question = appraisal.question
        let wanted = question.wanted
        var all: [Lack] = Set(wanted.assistance).sorted().map(Lack.assistance)
        all += wanted.subjects.map(Lack.subject)
        all += wanted.targets.filter { $0.value >= 1 }.keys.sorted().map(Lack.target)
        // What is named once in passing is not a wish.
        all += question.concepts.ordered.filter { $0.weight >= 2 }.prefix(6).map { .concept($0.concept) }
        if !wanted.languages.isEmpty { all.append(.language(wanted.languages)) }
        for item in shortlist.items {
            if all.isEmpty { break }
            all.removeAll { shortlist.covers($0, item) }
        }
        return all
    }
}

extension Introduction.Candidate {
    /// The kind of paper it is.
    public var kind: PaperKind {
        switch self {
        case .provider: .provider
        case .opportunity: .opportunity
        case .practice: .practice
        case .resource: .resource
        }
    }
}
