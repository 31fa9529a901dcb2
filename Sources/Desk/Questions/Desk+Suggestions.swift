import Catalogue
public import Cooperation
public import Matching
public import Vocabulary

/// What may already answer a need that somebody is writing down. All of it is public.
public struct Suggestions: Sendable {
    /// Requests and needs that say much the same.
    public var alike: [FoundPaper] = []
    public var practices: [FoundPaper] = []
    /// Tools, guidance and courses on the subject.
    public var resources: [FoundPaper] = []
    /// Who and what may answer, best first, each explained.
    public var candidates: [(paper: FoundPaper, scored: ScoredCandidate)] = []

    public var isEmpty: Bool { alike.isEmpty && practices.isEmpty && resources.isEmpty && candidates.isEmpty }
}

extension Desk {
    /// What may already answer a need as it is written so far, for everybody, signed in or not: it shows nothing that the
    /// search would not. Empty for texts of fewer than four words.
    /// - Parameters:
    ///   - country: nil where it is not said yet; the request's own does not count.
    ///   - leavingOut: the request being written.
    public func suggestions(
        forDraft request: Request, in country: CountryCode?, leavingOut id: RequestID? = nil
    ) async throws(DeskError) -> Suggestions {
        var wanted = Wanted(request, on: today)
        guard wanted.texts.reduce(0, { $0 + WordCount.words(in: $1.text) }) >= 4 else { return Suggestions() }
        wanted.country = country
        if let id { wanted.leftOut = [id.rawValue] }
        let asked = wanted
        let found = await offTheLoop { [index] in
            (
                alike: index.alike(asked, in: [.request, .need], limit: 4),
                practices: index.alike(asked, in: [.practice], limit: 3),
                resources: index.alike(asked, in: [.resource], limit: 3),
                // The library stands in lists of its own.
                candidates: index.candidates(
                    for: asked, limit: 4, perCircle: 0, in: Record.candidates.subtracting(Record.library)
                ).best.filter { $0.score >= Desk.leastScore }
            )
        }
        var papers = try await foundPapers(found.alike + found.practices + found.resources)
        for paper in try await foundPapers(of: found.candidates.map(\.candidate.name)) { papers[paper.key] = paper }
        return Suggestions(
            alike: found.alike.compactMap { papers[$0.key] }, practices: found.practices.compactMap { papers[$0.key] },
            resources: found.resources.compactMap { papers[$0.key] },
            candidates: found.candidates.compactMap { scored in
                papers[scored.candidate.name].map { ($0, scored) }
            })
    }
}
