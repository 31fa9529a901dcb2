public import Cooperation
import SearchIndex

extension MatchIndex {
    /// How much of words, concepts, themes and meaning two papers must share to be called alike; points of `Weights`.
    private static let leastAlike = 18.0

    /// Requests, needs and other papers that say much the same as somebody's own words, best first, ties by identifier.
    /// Place, language and standing do not count here.
    ///
    /// - Parameter limit: 1 to 50.
    public func alike(_ wanted: Wanted, in kinds: Set<PaperKind>, limit: Int = 5) -> [SearchResults.Hit] {
        var wanted = wanted
        wanted.country = nil
        wanted.assistance = []
        wanted.languages = []
        let reader = index.reader
        let appraisal = Appraisal(question: Question(wanted, weights, tools, reader))
        let filters: [Filter] = [
            .facet(Layout.kind, anyOf: kinds.map { Code.of($0) }.sorted()), .not(.keys(wanted.leftOut.sorted())),
        ]
        let outcome = reader.best(appraisal.ranking(.all(filters), limit: 40, perCircle: 0)) {
            appraisal.tally($0)?.score
        }
        var found: [SearchResults.Hit] = []
        for ranked in outcome.best {
            let evidence = appraisal.evidence(ranked, outcome, reader)
            guard let kind = PaperKind(key: ranked.key), let tally = appraisal.tally(ranked, evidence) else { continue }
            let shared = appraisal.parts(tally, evidence)
                .reduce(0) { $0 + ($1.reason.isAboutContent ? $1.value : 0) }
            if shared >= Self.leastAlike {
                found.append(SearchResults.Hit(key: ranked.key, kind: kind, score: shared))
            }
        }
        found.sort { $0.score == $1.score ? $0.key < $1.key : $0.score > $1.score }
        found = found.sinking { reader.isLapsed($0.key) }
        return Array(found.prefix(max(1, min(50, limit))))
    }
}

extension Reader {
    /// Whether nobody stands by it any more.
    func isLapsed(_ key: String) -> Bool { stored(key)?.numbers[Layout.lapsed] == 1 }
}

extension Array {
    /// Those for which it holds come last; otherwise in the same order.
    func sinking(_ isLast: (Element) -> Bool) -> [Element] { filter { !isLast($0) } + filter(isLast) }
}

extension Reason {
    /// It speaks of what is written, not of place, language or standing.
    fileprivate var isAboutContent: Bool {
        switch self {
        case .sharedWords, .sharedConcepts, .widerConcepts, .meansAlike, .sharedSubjects, .sharedTargets: true
        default: false
        }
    }
}
