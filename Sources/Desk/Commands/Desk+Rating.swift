public import Cooperation

extension Desk {
    /// Who asked says how the help of a partner was. Said again, it replaces what she said before.
    public func rate(_ feedback: Feedback, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let view = try await dossier(feedback.request, for: viewer, step: .rate, once: formKey)
        guard let introduction = view.dossier.introductions.first(where: { $0.id == feedback.introduction }),
            view.dossier.fate(of: introduction) == .accepted
        else { throw .invalid([Problem(field: "introduction", code: .notAChoice)]) }
        try check(feedback.problems())
        let known = view.dossier.feedback.last { $0.body.introduction == feedback.introduction }
        let id: ID<Feedback>
        if let known { id = known.id } else { id = try newID() }
        try await file([Sheet(feedback, as: id, base: known?.revision ?? 0, by: viewer.author)], once: formKey)
    }
}
