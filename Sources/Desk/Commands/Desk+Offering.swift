public import Cooperation

extension Desk {
    /// Who speaks for a provider tells the help desk that it could help with a public request. The help desk alone reads it
    /// and decides whom to introduce.
    /// - Throws: `illegal` where help is no longer looked for, or where the provider was introduced already.
    public func offerHelp(
        of provider: ProviderID, with id: RequestID, saying text: LocalizedText, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) {
        let profile = try await record(provider)
        guard viewer.organisations.contains(profile.body.organisation) else {
            throw viewer.isSignedIn ? .refused("offerHelp") : .signInFirst
        }
        // Only what everybody may read can be answered unasked.
        let view = try await dossier(id, for: .visitor)
        let isIntroduced = view.dossier.introductions.contains { $0.body.candidate == .provider(provider) }
        guard view.state.isOpenToOffers, !isIntroduced else {
            try await checkNew(formKey)
            throw .illegal(.introduce, view.state)
        }
        let message = Message(request: id, audience: .desk, text: text)
        try check(message.problems())
        try await file([Sheet(message, as: try newID(), by: viewer.author)], once: formKey)
    }
}
