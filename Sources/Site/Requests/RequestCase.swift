internal import Catalogue
internal import Cooperation
internal import Desk
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// All that pages about one request show to one person.
struct RequestCase: Sendable {
    let visit: Visit
    let view: DossierView
    let names: [AccountID: String]
    let institutions: [OrganisationID: LocalizedText]
    let offers: [Introduction.Candidate: Offer]
    /// Public papers about the same; none for a request that is not public.
    let alike: [FoundPaper]

    /// What was introduced: its title and the institution behind it.
    struct Offer: Sendable {
        let title: LocalizedText
        let organisation: OrganisationID?
    }

    var dossier: Dossier { view.dossier }
    var request: Cooperation.Request { view.dossier.request.body }
    var id: RequestID { view.dossier.id }

    static func load(_ id: RequestID, _ visit: Visit, _ desk: Desk) async throws(DeskError) -> RequestCase {
        let view = try await desk.dossier(id, for: visit.viewer)
        let dossier = view.dossier
        var offers: [Introduction.Candidate: Offer] = [:]
        for introduction in dossier.introductions {
            offers[introduction.body.candidate] = try await offer(introduction.body.candidate, desk)
        }
        for (record, title) in try await desk.titles(of: dossier.answers.flatMap(\.body.handedOut)) {
            offers[record] = Offer(title: title, organisation: nil)
        }
        let organisations =
            [dossier.request.body.organisation] + offers.values.compactMap(\.organisation)
            + dossier.pledges.map(\.body.organisation) + visit.viewer.organisations
        let records = try await desk.records(Array(Set(organisations)))
        return RequestCase(
            visit: visit, view: view, names: try await visit.names(of: dossier.people, desk),
            institutions: Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.body.name) }), offers: offers,
            alike: try await desk.alike(id.rawValue, in: [.request, .need, .practice, .resource, .opportunity]))
    }

    /// What a candidate offers; nil where there is no such record.
    static func offer(_ candidate: Introduction.Candidate, _ desk: Desk) async throws(DeskError) -> Offer? {
        switch candidate {
        case .provider(let id):
            try await desk.records([id]).first.map { Offer(title: $0.body.title, organisation: $0.body.organisation) }
        case .opportunity(let id):
            try await desk.records([id]).first.map { Offer(title: $0.body.title, organisation: $0.body.organisation) }
        case .practice, .resource:
            try await desk.titles(of: [candidate])[candidate].map { Offer(title: $0, organisation: nil) }
        }
    }

    /// A candidate as people know it: the institution where there is one, else the title of the record.
    func title(_ candidate: Introduction.Candidate) -> HTML {
        guard let offer = offers[candidate] else { return HTML(text: candidate.name) }
        return visit.text(offer.organisation.flatMap { institutions[$0] } ?? offer.title)
    }

    func link(_ candidate: Introduction.Candidate) -> HTML {
        "<a href=\"\(visit.address(.candidate(candidate)))\">\(title(candidate))</a>"
    }

    /// The side on which this person replies to an introduction; nil if she does not.
    func side(in introduction: Filed<Introduction>) -> Reply.Side? {
        if let organisation = offers[introduction.body.candidate]?.organisation,
            visit.viewer.organisations.contains(organisation)
        {
            return .candidate
        }
        return view.standings.contains(.requester) ? .requester : nil
    }

    /// Introductions that wait for this person's word.
    var awaitingReply: [Filed<Introduction>] {
        dossier.introductions.filter { introduction in
            guard case .open(let requester, let candidate) = dossier.fate(of: introduction) else { return false }
            switch side(in: introduction) {
            case .requester: return requester
            case .candidate: return candidate
            case nil: return false
            }
        }
    }
}

extension Dossier {
    /// Everybody who wrote one of its papers or is named as a reader.
    var people: Set<AccountID> {
        var authors: [Author] = [request.author]
        authors += submissions.map(\.author) + positions.map(\.author) + assessments.map(\.author)
        authors += answers.map(\.author) + introductions.map(\.author) + replies.map(\.author)
        authors += plans.map(\.author) + pledges.map(\.author) + reports.map(\.author)
        authors += messages.map(\.author) + closings.map(\.author)
        var people = Set(authors.compactMap(\.account))
        if case .named(let readers) = request.body.visibility { people.formUnion(readers) }
        return people
    }
}
