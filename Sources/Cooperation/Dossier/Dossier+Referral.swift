public import Vocabulary

extension Dossier {
    /// The global help desk has it, because a centre could not answer it.
    public var isReferred: Bool { referrals.last?.body.way == .toGlobalDesk }

    /// Which way this person may hand it over now; nil for none. A centre hands over what it has, the global desk hands
    /// back what it was handed.
    public func way(ofReferralBy viewer: Viewer) -> Referral.Way? {
        if isReferred { return viewer.sitsAtGlobalDesk ? .backToHub : nil }
        return viewer.hub(for: request.body.country) == nil ? nil : .toGlobalDesk
    }

    /// What this person may do. A centre that has handed a request over reads on and writes, and the rest is the global desk's.
    public func steps(in state: State, for standings: Set<Standing>, of viewer: Viewer) -> Set<Step> {
        var steps = Steps.legal(in: state, for: standings)
        if way(ofReferralBy: viewer) == nil { steps.remove(.refer) }
        guard standings.contains(.helpDesk), !viewer.sitsAtGlobalDesk else { return steps }
        let others = Steps.legal(in: state, for: standings.subtracting([.helpDesk]))
        if isReferred { return others.union(steps.intersection([.write, .note])) }
        // Two centres cover the country, and the other has taken it: this one reads on, writes, and may take it over.
        guard let centre, !viewer.hubs.contains(centre) else { return steps }
        return others.union(steps.intersection([.write, .note, .charge]))
    }
}

extension Viewer {
    /// An officer of the global help desk, which has the cases of all countries.
    public var sitsAtGlobalDesk: Bool { grants.contains { $0.role == .helpDesk && $0.hub == nil } }

    /// The centre at whose help desk this person serves for a country; nil for none.
    public func hub(for country: CountryCode) -> HubID? {
        grants.filter { $0.role == .helpDesk && $0.hubCountries.contains(country) }.compactMap(\.hub).min()
    }

    /// The centres at whose help desks this person serves.
    public var hubs: Set<HubID> { Set(grants.filter { $0.role == .helpDesk }.compactMap(\.hub)) }

    /// Whether this person may see a centre's dashboard: its own officers, and those of the global desk.
    public func serves(at hub: HubID) -> Bool { sitsAtGlobalDesk || hubs.contains(hub) }
}
