import Catalogue
public import Cooperation

extension Desk {
    /// Who asked says how the help of a partner was, or the partner how it was to work together. Said again, it replaces what
    /// that side said before.
    public func rate(_ feedback: Feedback, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let view = try await dossier(feedback.request, for: viewer, step: .rate, once: formKey)
        guard let introduction = view.dossier.introductions.first(where: { $0.id == feedback.introduction }),
            view.dossier.fate(of: introduction) == .accepted
        else { throw .invalid([Problem(field: "introduction", code: .notAChoice)]) }
        var feedback = feedback
        let request = feedback.request
        let institutions = try await asking { try await catalogue.institutions(introducedIn: request) }
        if let partner = institutions[introduction.id], viewer.organisations.contains(partner) {
            feedback.by = .candidate
        } else {
            guard view.standings.contains(.requester) else { throw .refused(Step.rate.rawValue) }
            feedback.by = nil
        }
        try check(feedback.problems())
        let known = view.dossier.feedback.last {
            $0.body.introduction == feedback.introduction && $0.body.side == feedback.side
        }
        let id: ID<Feedback>
        if let known { id = known.id } else { id = try newID() }
        try await file([Sheet(feedback, as: id, base: known?.revision ?? 0, by: viewer.author)], once: formKey)
    }
}
