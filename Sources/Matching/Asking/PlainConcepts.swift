import Vocabulary

/// Concepts that say nothing of what is needed: those of record-keeping, which the thesaurus has because people search for them and
/// forms are full of them, and those of any project. A need that speaks of a draft, an update or an outcome has nothing in
/// common with an offer that does.
enum PlainConcepts {
    /// These and all below them.
    static let branches = [
        "record", "form", "document", "search-function", "user-account", "user-help", "error-message", "number-count",
    ]

    /// These alone.
    static let single = [
        "assistance-request", "project", "project-objective", "project-outcome", "challenge-obstacle",
        "administrative-measure", "effective-proportionate-measure", "institutional-mechanism", "procedure",
        "responsibility", "condition-requirement", "encouragement",
    ]

    static let all: Set<ConceptID> = {
        let tops = branches.compactMap(ConceptID.init)
        let named = Set(tops + single.compactMap(ConceptID.init))
        return tops.reduce(into: named) { $0.formUnion(Thesaurus.standard.descendants(of: $1)) }
    }()
}
