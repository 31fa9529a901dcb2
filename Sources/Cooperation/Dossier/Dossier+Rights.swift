extension Dossier {
    /// How this person stands to this request. `represented` are the institutions behind the candidates introduced in it.
    public func standings(of viewer: Viewer, candidates represented: Set<OrganisationID>) -> Set<Standing> {
        var standings: Set<Standing> = [viewer.isSignedIn ? .member : .visitor]
        if let account = viewer.account {
            if request.author == .account(account) { standings.insert(.requester) }
            if case .named(let readers) = request.body.visibility, readers.contains(account) {
                standings.insert(.namedReader)
            }
            if authorsOfMerged.contains(account) { standings.insert(.namedReader) }
        }
        if viewer.organisations.contains(request.body.organisation) { standings.insert(.requester) }
        if viewer.countries.contains(request.body.country) { standings.insert(.focalPoint) }
        if viewer.servesAtDesk(for: request.body.country) { standings.insert(.helpDesk) }
        if !represented.isDisjoint(with: viewer.organisations) { standings.insert(.candidate) }
        if viewer.holds(.donor) { standings.insert(.donor) }
        if viewer.holds(.administrator) { standings.insert(.administrator) }
        return standings
    }

    /// Whether somebody who stands so may read the request at all. A draft is its author's alone; a submitted one is first
    /// its country's; the public sees what the country let pass, unless it is confidential (Q5).
    public static func mayRead(
        _ standings: Set<Standing>, everSubmitted: Bool, everPassed: Bool, isConfidential: Bool
    ) -> Bool {
        if standings.contains(.requester) { return true }
        if !everSubmitted { return false }
        if !standings.isDisjoint(with: [.focalPoint, .helpDesk, .candidate, .namedReader]) { return true }
        return !isConfidential && everPassed
    }

    public func mayRead(_ standings: Set<Standing>) -> Bool {
        Dossier.mayRead(
            standings, everSubmitted: !submissions.isEmpty, everPassed: hasEverPassed, isConfidential: isConfidential)
    }

    /// Confidential if what was sent is, or what is being written: nothing becomes public by a draft.
    public var isConfidential: Bool {
        [request, asSent].contains { if case .named = $0.body.visibility { true } else { false } }
    }

    /// Whether its country has ever let it pass, by word or by silence on paper.
    public var hasEverPassed: Bool {
        positions.contains { $0.body.stance == .endorsement || $0.body.stance == .silence }
    }
}
