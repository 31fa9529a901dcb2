internal import Catalogue
internal import Cooperation
internal import Desk
internal import Matching
internal import TextAnalysis
internal import Vocabulary

/// What stands under a theme or target, for each kind of question.
extension Topic {
    var subject: SubjectID? {
        if case .theme(let id) = self { id } else { nil }
    }

    /// Of an Aichi target, those that took up its subject closest.
    var targets: [FrameworkTarget] {
        switch self {
        case .theme: []
        case .framework(let target): [target]
        case .aichi(let target): Array(target.successors.map(\.framework).prefix(1))
        }
    }

    var filter: RecordFilter { RecordFilter(subject: subject, target: targets.first) }

    var projects: ProjectFilter { ProjectFilter(subject: subject, target: targets.first) }

    var requests: RequestFilter { RequestFilter(subject: subject, targets: Set(targets)) }

    var search: SearchFilters { SearchFilters(subject: subject, target: targets.first) }

    /// A list narrowed to it.
    func narrowed(_ path: SitePath) -> SitePath {
        path.with("subject", subject?.description).with("target", targets.first?.description)
    }
}

extension Desk {
    /// How many public records stand under each value of the lists.
    func standing(
        under filters: SearchFilters = SearchFilters(), in language: Language
    ) async throws(DeskError) -> SearchResults.Counts {
        try await search("", language: language, filters: filters, limit: 1).results.counts
    }
}

extension SearchResults.Counts {
    var subjectCounts: [SubjectID: Int] { Dictionary(uniqueKeysWithValues: subjects.map { ($0.value, $0.count) }) }
    var targetCounts: [FrameworkTarget: Int] { Dictionary(uniqueKeysWithValues: targets.map { ($0.value, $0.count) }) }
}
