internal import Catalogue
internal import Cooperation
internal import Desk
internal import Localisation
internal import WebSupport

/// What there is to introduce, for who knows better than any list of candidates.
struct Offers: Sendable {
    /// How many of each kind are offered in a list to choose from.
    static let most = 200

    let choices: [(candidate: Introduction.Candidate, title: LocalizedText)]

    static func load(for it: RequestCase, _ desk: Desk) async throws(DeskError) -> Offers {
        let introduced = Set(it.dossier.introductions.map(\.body.candidate))
        var all: [(candidate: Introduction.Candidate, title: LocalizedText)] = []
        for paper in try await desk.records(ProviderProfile.self, limit: most).items {
            all.append((.provider(paper.id), paper.body.title))
        }
        for paper in try await desk.records(Opportunity.self, limit: most).items {
            all.append((.opportunity(paper.id), paper.body.title))
        }
        for paper in try await desk.records(Practice.self, limit: most).items {
            all.append((.practice(paper.id), paper.body.title))
        }
        return Offers(choices: all.filter { !introduced.contains($0.candidate) })
    }

    /// As choices of a form, each with its kind before it, in the order of their names.
    func choices(_ visit: Visit) -> [Choice] {
        let all = choices.map { offer in
            Choice(
                value: offer.candidate.name,
                label: "\(visit.words(offer.candidate.kindWord)) – \(visit.plain(offer.title))")
        }
        return visit.words.sorted(all) { $0.label }
    }
}

extension Introduction.Candidate {
    /// The message that says what kind of record it is.
    var kindWord: MessageKey {
        switch self {
        case .provider: "desk.kind-provider"
        case .opportunity: "desk.kind-opportunity"
        case .practice: "desk.kind-practice"
        }
    }
}
