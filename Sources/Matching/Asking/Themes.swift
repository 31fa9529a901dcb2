import Vocabulary

/// What concepts say about themes and targets, where nobody has said it.
enum Themes {
    /// Subjects the concepts belong to, weightiest first.
    static func subjects(of profile: ConceptProfile, limit: Int) -> [SubjectID] {
        var sums: [SubjectID: Double] = [:]
        for (id, weight) in profile.ordered {
            guard let concept = Thesaurus.standard[id], !concept.subjects.isEmpty else { continue }
            for subject in concept.subjects { sums[subject, default: 0] += weight / Double(concept.subjects.count) }
        }
        return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
    }

    /// Targets the concepts belong to, with shares that sum to 1.
    static func targets(of profile: ConceptProfile, limit: Int) -> [FrameworkTarget: Double] {
        var sums: [FrameworkTarget: Double] = [:]
        for (id, weight) in profile.ordered {
            guard let concept = Thesaurus.standard[id], !concept.frameworkTargets.isEmpty else { continue }
            let share = weight / Double(concept.frameworkTargets.count)
            for target in concept.frameworkTargets { sums[target, default: 0] += share }
        }
        let best = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
        let sum = best.reduce(0) { $0 + $1.value }
        return Dictionary(uniqueKeysWithValues: best.map { ($0.key, $0.value / sum) })
    }
}
