import Documents
import Matching
import SentenceVectors
import TextAnalysis
import Vocabulary

/// Says of a need what it is about, where, for whom and by when.
struct NeedDescriber: Sendable {
    private let targets: TargetTagger

    init(encoder: SentenceEncoder?) {
        // Meaning is compared once, for the need itself: the tagger works by concepts here.
        targets = TargetTagger(encoder: nil)
    }

    func describe(
        _ statement: Statement, _ appraisal: Appraisal, vector: Vector?, country: CountryCode?
    ) -> PotentialNeed {
        let text = statement.text
        let context = statement.passage.heading.map { $0 + ". " + text } ?? text
        let tags = ConceptTagger.standard.tags(in: context, language: statement.language)
        let aims = Self.targets(
            of: tags, ranked: targets.rank(context, language: statement.language, weights: .withoutMeaning))
        let themes = Self.themes(of: tags)
        return PotentialNeed(
            id: NeedFingerprint(of: text), text: text, language: statement.language, passages: [statement.passage],
            kind: appraisal.kind,
            heading: HeadingRule.heading(kind: appraisal.kind, cues: appraisal.cues, themes: themes, tags: tags),
            themes: themes, targets: aims, aichiTargets: Self.aichi(tags, aims),
            assistance: AssistanceRule.types(appraisal.cues),
            places: PlaceRule.places(in: text, statement.language, without: country),
            holders: HolderRule.holders(appraisal.cues), urgency: Self.urgency(appraisal.cues),
            deadline: DeadlineRule.deadline(in: text), score: appraisal.score, why: appraisal.why)
    }

    private static func urgency(_ cues: [CueGroup: [Range<Int>]]) -> NeedUrgency? {
        cues[.urgent] != nil ? .urgent : cues[.priority] != nil ? .priority : nil
    }

    /// At most three, those most of the concepts belong to.
    private static func themes(of tags: [ConceptTag]) -> [SubjectID] {
        var sums: [SubjectID: Double] = [:]
        for tag in tags {
            guard let concept = Thesaurus.standard[tag.concept], !concept.subjects.isEmpty else { continue }
            for subject in concept.subjects { sums[subject, default: 0] += tag.weight / Double(concept.subjects.count) }
        }
        return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
    }

    /// At most two; none where no concept speaks for one.
    private static func targets(of tags: [ConceptTag], ranked: [TargetTagger.Match]) -> [FrameworkTarget] {
        guard !tags.isEmpty, let best = ranked.first?.score, best > 0.1 else { return [] }
        return ranked.prefix(2).filter { $0.score > best * 0.7 }.compactMap { match in
            if case .target(let target) = match.aim { target } else { nil }
        }
    }

    private static func aichi(_ tags: [ConceptTag], _ targets: [FrameworkTarget]) -> [AichiTarget] {
        var sums: [AichiTarget: Double] = [:]
        for tag in tags {
            for target in Thesaurus.standard[tag.concept]?.aichiTargets ?? [] { sums[target, default: 0] += tag.weight }
        }
        if sums.isEmpty {
            for crosswalk in targets.compactMap({ $0.predecessors.first }) { sums[crosswalk.aichi, default: 0] += 1 }
        }
        return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2).map(\.key)
    }
}
