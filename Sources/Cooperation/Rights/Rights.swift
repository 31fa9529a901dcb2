public import Vocabulary

/// The one table of rights: which role may do what, and how far.
public enum Rights {
    /// How far a right reaches.
    public enum Reach: String, Sendable {
        case everywhere, ownOrganisation, ownCountry, ownHub
    }

    /// Nil: not at all. A role has nothing that is not written here.
    public static func reach(of role: Role, for deed: Deed) -> Reach? {
        switch (role, deed) {
        case (_, .browse), (_, .search), (_, .readHistory): .everywhere
        case (.visitor, _): nil
        case (_, .seeOwnWork): .everywhere
        case (.member, .keepOwnAccount): .everywhere
        case (.member, .startRequest), (.member, .writeOrganisation), (.member, .writeAlert): .everywhere
        case (.representative, .writeProvider), (.representative, .writeOpportunity): .ownOrganisation
        case (.representative, .writePractice): .everywhere
        case (.donor, .writeOpportunity): .ownOrganisation
        case (.focalPoint, .writeNeed), (.authorisedUser, .writeNeed): .ownCountry
        case (.focalPoint, .writePartnership), (.authorisedUser, .writePartnership): .ownCountry
        case (.representative, .writePartnership): .ownOrganisation
        case (.helpDesk, .writePartnership): .everywhere
        case (.focalPoint, .writeProject), (.authorisedUser, .writeProject): .ownCountry
        case (.representative, .writeProject), (.donor, .writeProject): .ownOrganisation
        case (.helpDesk, .writeProject): .everywhere
        case (.representative, .writeEvent), (.donor, .writeEvent): .ownOrganisation
        // A centre announces what its own institution holds: `Desk.write` looks at it.
        case (.helpDesk, .writeEvent): .ownHub
        case (.focalPoint, .seeCountryDesk), (.authorisedUser, .seeCountryDesk): .ownCountry
        case (.focalPoint, .appointForCountry), (.focalPoint, .setNonObjectionRule): .ownCountry
        case (.helpDesk, .seeQueue), (.helpDesk, .matchFreely): .ownHub
        case (.helpDesk, .writeNeed), (.helpDesk, .seeCountryDesk): .ownHub
        case (.helpDesk, .writePractice), (.helpDesk, .writeProvider), (.helpDesk, .writeOpportunity): .everywhere
        case (.helpDesk, .keepWordings), (.helpDesk, .seeWorkload), (.helpDesk, .merge): .everywhere
        case (.member, .enquire): .everywhere
        case (.helpDesk, .engage), (.administrator, .engage): .everywhere
        case (.donor, .seeFunding): .ownOrganisation
        case (.helpDesk, .seeFunding): .everywhere
        case (.reviewer, .writePractice), (.reviewer, .review), (.helpDesk, .review): .everywhere
        case (.helpDesk, .takeIn), (.administrator, .takeIn): .everywhere
        case (.focalPoint, .takeIn), (.authorisedUser, .takeIn): .ownCountry
        case (.helpDesk, .writeResource), (.reviewer, .writeResource), (.representative, .writeResource): .everywhere
        case (.helpDesk, .seeLinks), (.reviewer, .seeLinks), (.administrator, .seeLinks): .everywhere
        case (.helpDesk, .chooseBrightSpots), (.reviewer, .chooseBrightSpots): .everywhere
        case (.helpDesk, .openWriteShop), (.reviewer, .openWriteShop), (.representative, .openWriteShop): .everywhere
        case (.focalPoint, .openWriteShop), (.administrator, .openWriteShop): .everywhere
        case (.helpDesk, .writeSource), (.administrator, .writeSource): .everywhere
        case (.focalPoint, .decideNeeds), (.authorisedUser, .decideNeeds): .ownCountry
        case (.helpDesk, .decideNeeds): .ownHub
        case (.administrator, .appointAnybody), (.administrator, .appointForCountry): .everywhere
        case (.administrator, .setNonObjectionRule), (.administrator, .writeHub): .everywhere
        case (.administrator, .suspendAccounts), (.administrator, .seeAudit): .everywhere
        case (.administrator, .mendPost): .everywhere
        case (.administrator, .seeAccounts), (.administrator, .seeHealth), (.administrator, .backUp): .everywhere
        case (.administrator, .keepTexts), (.administrator, .releaseFactors): .everywhere
        default: nil
        }
    }
}

extension Viewer {
    /// Whether this person may do it, for that country and institution where the deed is about one.
    public func may(_ deed: Deed, country: CountryCode? = nil, organisation: OrganisationID? = nil) -> Bool {
        grants.contains { grant in
            switch Rights.reach(of: grant.role, for: deed) {
            case nil: false
            case .everywhere: true
            case .ownOrganisation: organisation == nil || grant.organisation == organisation
            case .ownCountry: country == nil || grant.country == country
            case .ownHub: grant.hub == nil || country.map { grant.hubCountries.contains($0) } ?? true
            }
        }
    }
}

extension Viewer {
    /// The countries for which this person may do it; nil for all of them, empty for none.
    public func countries(for deed: Deed) -> Set<CountryCode>? {
        var all: Set<CountryCode> = []
        for grant in grants {
            switch Rights.reach(of: grant.role, for: deed) {
            case nil: continue
            case .everywhere, .ownOrganisation: return nil
            case .ownCountry: all.formUnion([grant.country].compactMap { $0 })
            case .ownHub:
                guard grant.hub != nil else { return nil }
                all.formUnion(grant.hubCountries)
            }
        }
        return all
    }
}
