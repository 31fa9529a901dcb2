import Catalogue
public import Cooperation
import Foundation
public import Matching
public import TextAnalysis
public import Vocabulary

extension Desk {
    /// Who may answer a request, for the help desk that has its country: best first and by circles, each explained. Those
    /// introduced already are left out. Among nearly equal ones those seldom introduced in the last year come forward.
    public func matches(for id: RequestID, viewer: Viewer, limit: Int = 10) async throws(DeskError) -> Matches {
        var wanted = try await wanted(by: id, viewer: viewer)
        // Who said to be full is not asked before that day.
        let day = today
        wanted.leftOut.formUnion(try await asking { try await catalogue.providersFull(on: day) })
        let (meant, shown) = (wanted, try await timesShown())
        return await offTheLoop { [index] in index.candidates(for: meant, limit: limit, shown: shown) }
    }

    /// What of the library may already answer a request, best first: practices and resources to hand out with an answer.
    /// Only what is likely to help, and nothing that was introduced or handed out already.
    public func libraryMatches(
        for id: RequestID, viewer: Viewer, limit: Int = 5
    ) async throws(DeskError) -> [ScoredCandidate] {
        let wanted = try await wanted(by: id, viewer: viewer)
        return await offTheLoop { [index] in
            index.candidates(for: wanted, limit: limit, perCircle: 0, in: Record.library).best.filter {
                $0.score >= Desk.leastLibraryScore
            }
        }
    }

    /// In the demonstration what answers a request has 48 points and more; of what has less, most shares a word or a theme.
    static let leastLibraryScore = 45.0

    /// Why somebody is not among the first `limit` candidates for a request, for the help desk; nil where it is. One that
    /// was introduced already is `leftOut`.
    public func whyNot(
        _ candidate: Introduction.Candidate, for id: RequestID, viewer: Viewer, limit: Int = 10
    ) async throws(DeskError) -> WhyNot? {
        let wanted = try await wanted(by: id, viewer: viewer)
        let shown = try await timesShown()
        return await offTheLoop { [index] in index.why(not: candidate, for: wanted, limit: limit, shown: shown) }
    }

    /// The same for a need said in somebody's own words.
    public func whyNot(
        _ candidate: Introduction.Candidate, forText text: String, country: CountryCode?, language: Language?,
        viewer: Viewer, limit: Int = 10
    ) async throws(DeskError) -> WhyNot? {
        guard viewer.may(.matchFreely) else { throw viewer.isSignedIn ? .refused("matchFreely") : .signInFirst }
        let wanted = Wanted(text, country: country, language: language, on: today)
        return await offTheLoop { [index] in index.why(not: candidate, for: wanted, limit: limit) }
    }

    private func wanted(by id: RequestID, viewer: Viewer) async throws(DeskError) -> Wanted {
        let view = try await dossier(id, for: viewer)
        guard view.standings.contains(.helpDesk) || viewer == .office else { throw .refused("match") }
        var wanted = Wanted(view.dossier.request.body, on: today)
        wanted.leftOut = Set(view.dossier.introductions.map(\.body.candidate.name))
        wanted.leftOut.formUnion(view.dossier.answers.flatMap(\.body.handedOut).map(\.name))
        return wanted
    }

    /// How often each candidate was introduced in public requests in the last year.
    private func timesShown() async throws(DeskError) -> [String: Int] {
        try await asking { try await catalogue.timesIntroduced(since: now.addingTimeInterval(-365 * 86_400)) }
    }

    /// Who may answer a need said in somebody's own words.
    public func matches(
        forText text: String, country: CountryCode?, language: Language?, viewer: Viewer, limit: Int = 10
    ) async throws(DeskError) -> Matches {
        guard viewer.may(.matchFreely) else { throw viewer.isSignedIn ? .refused("matchFreely") : .signInFirst }
        let wanted = Wanted(text, country: country, language: language, on: today)
        return await offTheLoop { [index] in index.candidates(for: wanted, limit: limit) }
    }

    /// Titles of candidates, as their authors wrote them.
    public func titles(of candidates: [Introduction.Candidate]) async throws(DeskError) -> [Introduction.Candidate:
        LocalizedText]
    {
        var providers: [ProviderID] = []
        var opportunities: [OpportunityID] = []
        var practices: [PracticeID] = []
        var resources: [ResourceID] = []
        for candidate in candidates {
            switch candidate {
            case .provider(let id): providers.append(id)
            case .opportunity(let id): opportunities.append(id)
            case .practice(let id): practices.append(id)
            case .resource(let id): resources.append(id)
            }
        }
        var titles: [Introduction.Candidate: LocalizedText] = [:]
        for paper in try await records(providers) { titles[.provider(paper.id)] = paper.body.title }
        for paper in try await records(opportunities) { titles[.opportunity(paper.id)] = paper.body.title }
        for paper in try await records(practices) { titles[.practice(paper.id)] = paper.body.title }
        for paper in try await records(resources) { titles[.resource(paper.id)] = paper.body.title }
        return titles
    }

    /// Runs a computation of some milliseconds away from the threads that answer requests.
    func offTheLoop<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await Task.detached(priority: .userInitiated) { work() }.value
    }
}
