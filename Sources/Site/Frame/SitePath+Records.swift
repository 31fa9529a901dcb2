internal import Cooperation

extension SitePath {
    /// The page of a record by its whole identifier, whoever may read it; nil for what has no page of its own.
    static func record(_ key: String) -> SitePath? {
        if let id = RequestID(rawValue: key) { return .request(id) }
        if let id = NeedID(rawValue: key) { return .need(id) }
        if let id = ProviderID(rawValue: key) { return .provider(id) }
        if let id = OpportunityID(rawValue: key) { return .opportunity(id) }
        if let id = PracticeID(rawValue: key) { return .practice(id) }
        if let id = HubID(rawValue: key) { return .hub(id) }
        if let id = PartnershipID(rawValue: key) { return .partnership(id) }
        if let id = ProjectID(rawValue: key) { return .project(id) }
        if let id = EventID(rawValue: key) { return .event(id) }
        if let id = ResourceID(rawValue: key) { return .resource(id) }
        if let id = OrganisationID(rawValue: key) { return .organisation(id) }
        if let id = PracticeDraftID(rawValue: key) { return .practiceDraft(id) }
        return nil
    }
}
