internal import Cooperation
internal import Desk
internal import Localisation
internal import Matching
internal import Vocabulary
internal import WebSupport

/// What the desk finds for a request, in the words of its reader.
enum Candidates {
    /// How many of each circle are shown.
    static let perCircle = 5

    static func view(for it: RequestCase, _ desk: Desk) async throws(DeskError) -> CandidatesView {
        let visit = it.visit
        let words = visit.words
        let matches = try await desk.matches(for: it.id, viewer: visit.viewer, limit: perCircle)
        var circles: [CandidatesView.Circle] = []
        for ring in matches.circles {
            var rows: [CandidatesView.Candidate] = []
            for scored in ring.candidates {
                guard let row = try await candidate(scored, it, desk) else { continue }
                rows.append(row)
            }
            circles.append(CandidatesView.Circle(name: ring.circle.label(in: visit.language), candidates: rows))
        }
        let reasons = ReasonWords(words)
        return CandidatesView(
            words: words, circles: circles, uncovered: matches.uncovered.map(reasons.lack),
            caution: matches.comparedMeaning ? nil : words("desk.meaning-not-compared"))
    }

    private static func candidate(
        _ scored: ScoredCandidate, _ it: RequestCase, _ desk: Desk
    ) async throws(DeskError) -> CandidatesView.Candidate? {
        guard let offer = try await RequestCase.offer(scored.candidate, desk) else { return nil }
        let visit = it.visit
        let reasons = ReasonWords(visit.words)
        var facts: [String] = []
        if let id = offer.organisation, let institution = try await desk.records([id]).first {
            facts = [visit.plain(institution.body.name)]
        }
        let lacks = scored.parts.flatMap { part -> [Lack] in
            if case .missing(let lacks) = part.reason { lacks } else { [] }
        }
        return CandidatesView.Candidate(
            kind: visit.words(scored.candidate.kindWord), title: visit.text(offer.title),
            address: visit.address(.candidate(scored.candidate)), facts: facts,
            parts: scored.parts.map { ReasonBar.Part(reason: reasons.sentence($0), points: $0.value) },
            missing: lacks.map(reasons.lack),
            introduce: it.view.steps.contains(.introduce)
                ? visit.link(
                    visit.words("desk.introduce"),
                    .request(it.id, .newIntroduction).with("candidate", scored.candidate.name)) : nil)
    }
}
