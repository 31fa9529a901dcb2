import Catalogue
public import Cooperation
import Ledger
import Vocabulary

extension Desk {
    /// Writes or revises an institution. A new one makes its author its representative; only who speaks for it revises it.
    @discardableResult
    public func write(
        _ organisation: Organisation, as id: OrganisationID? = nil, from base: Int = 0, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) -> OrganisationID {
        guard viewer.may(.writeOrganisation) else {
            throw viewer.isSignedIn ? .refused("writeOrganisation") : .signInFirst
        }
        try check(organisation.problems())
        if let id {
            guard viewer.organisations.contains(id) || !viewer.isSignedIn else { throw .refused("writeOrganisation") }
            try await file([Sheet(organisation, as: id, base: base, by: viewer.author)], once: formKey)
            return id
        }
        let new: OrganisationID = try newID()
        var sheets = [try Sheet(organisation, as: new, by: viewer.author)]
        if let account = viewer.account {
            let appointment = Appointment(account: account, role: .representative, organisation: new)
            sheets.append(try Sheet(appointment, as: try newID(), by: viewer.author))
        }
        try await file(sheets, once: formKey)
        return new
    }

    /// Writes or revises what an institution offers.
    @discardableResult
    public func write(
        _ profile: ProviderProfile, as id: ProviderID? = nil, from base: Int = 0, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) -> ProviderID {
        try permit(.writeProvider, to: viewer, organisation: profile.organisation)
        return try await write(profile, as: id, from: base, by: viewer, formKey)
    }

    @discardableResult
    public func write(
        _ opportunity: Opportunity, as id: OpportunityID? = nil, from base: Int = 0, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) -> OpportunityID {
        try permit(.writeOpportunity, to: viewer, organisation: opportunity.organisation)
        return try await write(opportunity, as: id, from: base, by: viewer, formKey)
    }

    @discardableResult
    public func write(
        _ practice: Practice, as id: PracticeID? = nil, from base: Int = 0, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) -> PracticeID {
        try permit(.writePractice, to: viewer)
        return try await write(practice, as: id, from: base, by: viewer, formKey)
    }

    /// Writes or revises a resource of the library. What a source brought is revised by that source alone.
    @discardableResult
    public func write(
        _ resource: Resource, as id: ResourceID? = nil, from base: Int = 0, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) -> ResourceID {
        try permit(.writeResource, to: viewer)
        return try await write(resource, as: id, from: base, by: viewer, formKey)
    }

    @discardableResult
    public func write(
        _ need: Need, as id: NeedID? = nil, from base: Int = 0, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> NeedID {
        guard viewer.may(.writeNeed, country: need.country) else {
            throw viewer.isSignedIn ? .refused("writeNeed") : .signInFirst
        }
        return try await write(need, as: id, from: base, by: viewer, formKey)
    }

    @discardableResult
    public func write(
        _ hub: Hub, as id: HubID? = nil, from base: Int = 0, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> HubID {
        try permit(.writeHub, to: viewer)
        return try await write(hub, as: id, from: base, by: viewer, formKey)
    }

    /// Writes or revises a partnership. What is written must be one that she may write: see `mayWrite`, `mayRevise`.
    @discardableResult
    public func write(
        _ partnership: Partnership, as id: PartnershipID? = nil, from base: Int = 0, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) -> PartnershipID {
        guard mayWrite(partnership, viewer) else {
            throw viewer.isSignedIn ? .refused("writePartnership") : .signInFirst
        }
        return try await write(partnership, as: id, from: base, by: viewer, formKey)
    }

    /// The one rule of who writes that there is such a partnership: who speaks for one of its institutions, the focal point of
    /// one of its countries, the help desk.
    fileprivate func mayWrite(_ partnership: Partnership, _ viewer: Viewer) -> Bool {
        if viewer == .office || viewer.holds(.helpDesk) { return true }
        let isOfHers =
            !viewer.organisations.isDisjoint(with: partnership.organisations)
            || !viewer.countries.isDisjoint(with: partnership.countries)
        return viewer.may(.writePartnership) && isOfHers
    }

    func permit(_ deed: Deed, to viewer: Viewer, organisation: OrganisationID? = nil) throws(DeskError) {
        // The office sets a node up and speaks for everybody.
        if viewer == .office { return }
        guard viewer.may(deed, organisation: organisation) else {
            throw viewer.isSignedIn ? .refused(deed.rawValue) : .signInFirst
        }
    }

    /// One writer per paper: what exists is revised only by its author, or by who speaks for the same institution (which
    /// `permit` has checked), or, for a need, by who may write needs of its country.
    func write<Body: Paper>(
        _ body: Body, as id: ID<Body>?, from base: Int, by viewer: Viewer, _ formKey: String?
    ) async throws(DeskError) -> ID<Body> {
        try check(body.problems())
        let paper: ID<Body>
        if let id { paper = id } else { paper = try newID() }
        if id != nil {
            guard let current = try await asking({ try await catalogue.paper(paper) }) else { throw .notFound }
            guard mayRevise(current, viewer) else { throw .refused(Body.kind.rawValue) }
        }
        try await file([Sheet(body, as: paper, base: base, by: viewer.author)], once: formKey)
        return paper
    }
}

extension Desk {
    /// One writer per paper: its author, who speaks for an institution it belongs to, and the office.
    public func mayRevise<Body: Paper>(_ filed: Filed<Body>, _ viewer: Viewer) -> Bool {
        if filed.id.rawValue.hasPrefix(PaperKind.organisation.rawValue),
            let id = OrganisationID(rawValue: filed.id.rawValue)
        {
            return viewer.organisations.contains(id) || viewer == .office
        }
        // A need is its country's: whoever may write its needs acts for the same author.
        if let need = filed.body as? Need {
            return viewer == .office || viewer.may(.writeNeed, country: need.country)
        }
        // Centres are named by administrators.
        if filed.body is Hub { return viewer == .office || viewer.may(.writeHub) }
        // Who wrote it and has nothing to do with it any more could not write it again either.
        if let partnership = filed.body as? Partnership, !mayWrite(partnership, viewer) { return false }
        // What a centre's desk announced is that desk's, whoever of it wrote it.
        if let hub = (filed.body as? Event)?.hub, viewer.hubs.contains(hub) { return true }
        return keeps(filed, viewer)
    }
}

extension Paper {
    /// The institutions a paper belongs to, for kinds that belong to some. Who speaks for one of them may revise it.
    public var institutions: Set<OrganisationID> {
        switch self {
        case let profile as ProviderProfile: [profile.organisation]
        case let opportunity as Opportunity: [opportunity.organisation]
        case let hub as Hub: [hub.organisation]
        case let event as Event: [event.organisation]
        case let project as Project: Set(project.organisations)
        case let practice as Practice: Set(practice.organisations)
        case let partnership as Partnership: Set(partnership.organisations)
        default: []
        }
    }
}
