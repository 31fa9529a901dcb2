import Catalogue
public import Cooperation

extension Desk {
    /// The focal point's word on a request: endorsement, objection with its reason, or a question that stops the clock.
    public func take(
        _ stance: Position.Stance, on id: RequestID, because reason: LocalizedText = LocalizedText(), by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) {
        try await take(stance, on: id, because: reason, by: viewer, at: nil, once: formKey)
    }

    /// The same by the link of a letter: by whom it was sent to, with the rights she holds now, and only while the request
    /// stands at the turn it was written at.
    public func take(
        _ stance: Position.Stance, on id: RequestID, because reason: LocalizedText, byLetterTo account: AccountID,
        at turn: Int, once formKey: String? = nil
    ) async throws(DeskError) {
        let viewer = try await asking { try await self.viewer(account) }
        try await take(stance, on: id, because: reason, by: viewer, at: turn, once: formKey)
    }

    /// What the reader of a letter is shown of the request it is about, without signing in: as she may read it now.
    public func dossier(_ id: RequestID, forLetterTo account: AccountID) async throws(DeskError) -> DossierView {
        let viewer = try await asking { try await self.viewer(account) }
        let view = try await dossier(id, for: viewer)
        guard view.standings.contains(.focalPoint) else { throw .notFound }
        return view
    }

    private func take(
        _ stance: Position.Stance, on id: RequestID, because reason: LocalizedText, by viewer: Viewer, at turn: Int?,
        once formKey: String?
    ) async throws(DeskError) {
        let step: Step
        switch stance {
        case .endorsement: step = .endorse
        case .objection: step = .object
        case .question: step = .ask
        case .silence: throw .invalid([Problem(field: "stance", code: .notAChoice)])
        }
        let view = try await dossier(id, for: viewer, step: step, once: formKey)
        if let turn, turn != view.dossier.turn { throw .conflict(current: view.dossier.turn) }
        let position = Position(
            request: id, submission: view.dossier.submissions.count, stance: stance, reason: reason,
            byLetter: turn == nil ? nil : true)
        try check(position.problems())
        try await file([Sheet(position, as: try newID(), by: viewer.author)], moving: view.dossier, once: formKey)
    }

    /// Answers the focal point's open question; her window goes on from there.
    public func answerQuestion(
        on id: RequestID, saying text: LocalizedText, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .answerQuestion, once: formKey)
        let message = Message(request: id, text: text, answers: view.dossier.window?.openQuestion?.id)
        try check(message.problems())
        try await file([Sheet(message, as: try newID(), by: viewer.author)], once: formKey)
    }

    /// Writes to all parties of a request, or a note only the help desk sees.
    public func write(
        _ text: LocalizedText, to audience: Message.Audience = .parties, on id: RequestID, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) {
        _ = try await dossier(id, for: viewer, step: audience == .desk ? .note : .write, once: formKey)
        let message = Message(request: id, audience: audience, text: text)
        try check(message.problems())
        try await file([Sheet(message, as: try newID(), by: viewer.author)], once: formKey)
    }

    /// Sets how long a country's focal point has, and which days count.
    public func set(
        _ rule: NonObjectionRule, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        guard viewer.may(.setNonObjectionRule, country: rule.country) else { throw .refused("setNonObjectionRule") }
        try check(rule.problems())
        guard let id = NonObjectionRule.id(of: rule.country) else { throw .notFound }
        let current = try await asking { try await catalogue.paper(id) }
        try await file([Sheet(rule, as: id, base: current?.revision ?? 0, by: viewer.author)], once: formKey)
    }
}
