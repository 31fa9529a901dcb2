public import Cooperation

extension Desk {
    /// Writes a new request, as a draft that only its author sees.
    @discardableResult
    public func draft(_ request: Request, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError)
        -> RequestID
    {
        guard viewer.may(.startRequest) else { throw viewer.isSignedIn ? .refused("startRequest") : .signInFirst }
        try checkInstitution(of: request, viewer)
        try check(request.problems())
        let id: RequestID = try newID()
        try await file([Sheet(request, as: id, by: viewer.author)], once: formKey)
        return id
    }

    /// Revises a draft, or a request that came back with a question or an objection.
    public func revise(
        _ id: RequestID, to request: Request, from base: Int, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .revise, once: formKey)
        if view.dossier.request.body == request { return }
        if view.dossier.request.body.organisation != request.organisation { try checkInstitution(of: request, viewer) }
        try check(request.problems())
        try await file([Sheet(request, as: id, base: base, by: viewer.author)], once: formKey)
    }

    /// Nobody asks in the name of an institution she does not speak for; a focal point may for those of her country.
    private func checkInstitution(of request: Request, _ viewer: Viewer) throws(DeskError) {
        let may =
            viewer == .office || viewer.organisations.contains(request.organisation)
            || viewer.countries.contains(request.country)
        guard may else {
            throw .invalid([Problem(field: "organisation", code: .notAChoice)])
        }
    }

    /// Sends the newest revision to the focal point of its country. Her window opens. If the person herself is that focal
    /// point, she endorses it with the same stroke.
    public func submit(_ id: RequestID, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .submit, once: formKey)
        try check(view.dossier.request.body.problemsOfSubmission())
        let submission = Submission(request: id, revision: view.dossier.request.revision)
        var sheets = [try Sheet(submission, as: try newID(), by: viewer.author)]
        if view.standings.contains(.focalPoint) {
            let position = Position(
                request: id, submission: view.dossier.submissions.count + 1, stance: .endorsement)
            sheets.append(try Sheet(position, as: try newID(), by: viewer.author))
        }
        try await file(sheets, moving: view.dossier, once: formKey)
    }

    /// Takes a request back; drafts go this way too.
    public func withdraw(
        _ id: RequestID, because reason: LocalizedText = LocalizedText(), by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .withdraw, once: formKey)
        try await close(view.dossier, .withdrawn, reason, by: viewer.author, formKey)
    }

    /// Ends a request with what came of it, told by its author or the help desk.
    public func close(
        _ id: RequestID, _ outcome: Closing.Outcome, saying text: LocalizedText, by viewer: Viewer,
        once formKey: String? = nil
    ) async throws(DeskError) {
        guard [.fulfilled, .partlyFulfilled, .unfulfilled].contains(outcome) else {
            throw .invalid([Problem(field: "outcome", code: .notAChoice)])
        }
        let view = try await dossier(id, for: viewer, step: .close, once: formKey)
        try await close(view.dossier, outcome, text, by: viewer.author, formKey)
    }

    func close(
        _ dossier: Dossier, _ outcome: Closing.Outcome, _ text: LocalizedText, by author: Author, _ formKey: String?
    ) async throws(DeskError) {
        let closing = Closing(request: dossier.id, outcome: outcome, text: text)
        try check(closing.problems())
        let begun = try await practiceToBegin(dossier, outcome, text)
        try await file([Sheet(closing, as: try newID(), by: author)] + begun, moving: dossier, once: formKey)
    }
}
