public import Catalogue
public import Cooperation
public import Vocabulary

extension Desk {
    /// Requests this person may read.
    public func requests(
        _ filter: RequestFilter, for viewer: Viewer, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> Page<DossierCard> {
        try await asking { try await catalogue.requests(filter, for: viewer, at: now, limit: limit, offset: offset) }
    }

    /// The help desk's queue: what it has, the first due on top.
    public func queue(for viewer: Viewer, limit: Int = 100, offset: Int = 0) async throws(DeskError) -> Page<
        DossierCard
    > {
        guard viewer.may(.seeQueue) else { throw viewer.isSignedIn ? .refused("seeQueue") : .signInFirst }
        let hubs = viewer.grants.filter { $0.role == .helpDesk }
        let countries = hubs.contains { $0.hub == nil } ? [] : Set(hubs.flatMap(\.hubCountries))
        var filter = RequestFilter(
            states: [
                .endorsed, .passedBySilence, .triaged, .answered, .introduced, .matched, .planned, .funded, .underWay,
                .reported,
            ],
            countries: countries, order: .due)
        if !viewer.sitsAtGlobalDesk { filter.isReferred = false }
        return try await requests(filter, for: viewer, limit: limit, offset: offset)
    }

    /// What waits for the focal point of these countries, and everything else of her countries behind it.
    public func countryDesk(for viewer: Viewer) async throws(DeskError) -> CountryDesk {
        guard viewer.may(.seeCountryDesk), !viewer.countries.isEmpty else {
            throw viewer.isSignedIn ? .refused("seeCountryDesk") : .signInFirst
        }
        let waiting = RequestFilter(states: [.submitted], countries: viewer.countries, order: .due)
        let all = RequestFilter(countries: viewer.countries)
        return CountryDesk(
            countries: viewer.countries.sorted(), waiting: try await requests(waiting, for: viewer).items,
            all: try await requests(all, for: viewer, limit: 200).items)
    }

    /// What this person wrote and what was brought to the institutions she speaks for.
    public func ownWork(for viewer: Viewer) async throws(DeskError) -> OwnWork {
        guard let account = viewer.account else { throw .signInFirst }
        var written = try await requests(RequestFilter(author: account), for: viewer, limit: 100).items
        var introduced: [DossierCard] = []
        var providers: [Filed<ProviderProfile>] = []
        if !viewer.organisations.isEmpty {
            let organisations = viewer.organisations
            let ofInstitution = RequestFilter(organisations: organisations)
            let known = Set(written.map(\.request.id))
            written += try await requests(ofInstitution, for: viewer, limit: 100).items.filter {
                !known.contains($0.request.id)
            }
            introduced = try await requests(RequestFilter(introducedTo: organisations), for: viewer, limit: 100).items
            providers = try await asking { try await catalogue.papers(ProviderProfile.self, of: organisations) }
        }
        return OwnWork(requests: written, introduced: introduced, providers: providers)
    }

    public func figures() async throws(DeskError) -> PublicFigures {
        try await asking { try await catalogue.publicFigures() }
    }

    public func progress() async throws(DeskError) -> ProgressFigures {
        try await asking { try await catalogue.progressFigures() }
    }
}

/// The focal point's desk.
public struct CountryDesk: Sendable {
    public var countries: [CountryCode]
    public var waiting: [DossierCard]
    public var all: [DossierCard]
}

/// A member's own page.
public struct OwnWork: Sendable {
    public var requests: [DossierCard]
    public var introduced: [DossierCard]
    public var providers: [Filed<ProviderProfile>]
}
