import Vocabulary

/// Concepts that say nothing of what is needed: those of record-keeping, which the thesaurus has because people search for them and
/// forms are full of them, and those of any project. A need that speaks of a draft, an update or an outcome has nothing in
/// common with an offer that does.
enum PlainConcepts {
    /// These and all below them.
    private static let branches = [
        "record", "form", "document", "search-function", "user-account", "user-help", "error-message", "number-count",
    ].compactMap(ConceptID.init)

    /// These alone.
    private static let single = [
        "assistance-request", "project", "project-objective", "project-outcome", "challenge-obstacle",
        "administrative-measure", "effective-proportionate-measure", "institutional-mechanism", "procedure",
        "responsibility", "condition-requirement", "encouragement",
    ].compactMap(ConceptID.init)

    static let all: Set<ConceptID> = branches.reduce(into: Set(branches + single)) {
        $0.formUnion(Thesaurus.standard.descendants(of: $1))
    }
}
