import Catalogue
public import Cooperation
public import Matching

/// A need that an offer could answer, as this person may see it.
public struct FittingNeed: Sendable {
    public enum Paper: Sendable {
        case request(DossierView)
        case need(Filed<Need>)
    }

    /// The score and its reasons.
    public var scored: ScoredNeed
    public var paper: Paper
}

extension Desk {
    /// Needs of fewer points are not shown to who offers: place and language alone bring one nearly there.
    public static let leastScore = 20.0

    /// The open requests and needs that a provider could answer, best first, for who speaks for its institution and for the
    /// help desk. Only what everybody may read; its own institution's requests, and those it was introduced to already, are
    /// left out. The same question gives the same list.
    /// - Parameter limit: 1 to 100.
    public func needsThatFit(
        provider id: ProviderID, viewer: Viewer, limit: Int = 20
    ) async throws(DeskError) -> [FittingNeed] {
        let provider = try await record(id)
        let institution = provider.body.organisation
        try permitToSeeNeeds(of: institution, viewer)
        let offer = Offer(provider.body, of: try await record(institution).body, on: today)
        let scored = await offTheLoop { [index] in index.needs(for: offer, limit: 200) }
        return try await papers(of: scored, limit: limit) { dossier in
            dossier.request.body.organisation != institution
                && !dossier.introductions.contains { $0.body.candidate == .provider(id) }
        }
    }

    /// The open public requests that an opportunity may serve, best first, for who speaks for its institution and for the
    /// help desk; none once it is closed. Institutions of types that may not apply are left out.
    /// - Parameter limit: 1 to 100.
    public func eligibleFor(
        _ id: OpportunityID, viewer: Viewer, limit: Int = 20
    ) async throws(DeskError) -> [FittingNeed] {
        let opportunity = try await record(id)
        let body = opportunity.body
        try permitToSeeNeeds(of: body.organisation, viewer)
        guard body.isOpen(at: now) else { return [] }
        let offer = Offer(body, of: try await record(body.organisation).body, on: today)
        let scored = await offTheLoop { [index] in index.needs(for: offer, limit: 200, in: [.request]) }
        let asking = try await papers(of: scored, limit: 200) { dossier in
            !dossier.introductions.contains { $0.body.candidate == .opportunity(id) }
        }
        let types = Set(body.eligibility.organisationTypes)
        guard !types.isEmpty else { return Array(asking.prefix(limit)) }
        var eligible: [FittingNeed] = []
        for need in asking where eligible.count < limit {
            guard case .request(let view) = need.paper else { continue }
            let institution = try await record(view.dossier.request.body.organisation)
            if types.contains(institution.body.type) { eligible.append(need) }
        }
        return eligible
    }

    /// Where needs are many and offers few, the biggest gap first: whom to invite next. From public papers, for everybody.
    public func gaps() async -> [Gap] {
        let day = today
        return await offTheLoop { [index] in index.gaps(on: day) }
    }

    /// The membership of the roster against the needs. From public papers, for everybody.
    public func balance() async -> Balance {
        let day = today
        return await offTheLoop { [index] in index.balance(on: day) }
    }

    private func permitToSeeNeeds(of institution: OrganisationID, _ viewer: Viewer) throws(DeskError) {
        guard viewer.organisations.contains(institution) || viewer.may(.matchFreely) else {
            throw viewer.isSignedIn ? .refused("needsThatFit") : .signInFirst
        }
    }

    /// The papers behind the scores, as everybody may read them; those that are gone are left out.
    private func papers(
        of scored: [ScoredNeed], limit: Int, _ isWanted: (Dossier) -> Bool
    ) async throws(DeskError) -> [FittingNeed] {
        var found: [FittingNeed] = []
        for need in scored where need.score >= Desk.leastScore && found.count < min(200, max(1, limit)) {
            guard let paper = try await paper(of: need) else { continue }
            if case .request(let view) = paper, !isWanted(view.dossier) { continue }
            found.append(FittingNeed(scored: need, paper: paper))
        }
        return found
    }

    func paper(of need: ScoredNeed) async throws(DeskError) -> FittingNeed.Paper? {
        do {
            if let id = need.request { return .request(try await dossier(id, for: .visitor)) }
            if let id = need.need { return .need(try await record(id)) }
            return nil
        } catch {
            guard error == .notFound || error == .gone else { throw error }
            return nil
        }
    }
}
