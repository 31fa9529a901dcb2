import Catalogue
public import Cooperation
import Matching

extension Desk {
    /// Triage: whether the request is eligible and which lane it takes. A later assessment replaces the earlier one.
    public func assess(
        _ assessment: Assessment, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let view = try await dossier(assessment.request, for: viewer, step: .triage, once: formKey)
        try check(assessment.problems())
        try await file([Sheet(assessment, as: try newID(), by: viewer.author)], moving: view.dossier, once: formKey)
    }

    /// The help desk will not take it up, and says why.
    public func decline(
        _ id: RequestID, because reason: LocalizedText, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .decline, once: formKey)
        try await close(view.dossier, .declined, reason, by: viewer.author, formKey)
    }

    /// The help desk answers the request itself. What it hands out is of the library, and everybody can read it.
    public func answer(_ answer: Answer, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let view = try await dossier(answer.request, for: viewer, step: .answer, once: formKey)
        try check(answer.problems())
        let found = try await titles(of: answer.handedOut)
        for record in answer.handedOut where found[record] == nil {
            throw .invalid([Problem(field: record.kind == .practice ? "practices" : "resources", code: .unknown)])
        }
        try await file([Sheet(answer, as: try newID(), by: viewer.author)], moving: view.dossier, once: formKey)
    }

    /// Brings the requester and a candidate together. The same candidate is introduced once.
    @discardableResult
    public func introduce(
        _ introduction: Introduction, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> IntroductionID {
        let view = try await dossier(introduction.request, for: viewer, step: .introduce, once: formKey)
        try check(introduction.problems())
        if view.dossier.introductions.contains(where: { $0.body.candidate == introduction.candidate }) {
            throw .invalid([Problem(field: "candidate", code: .taken)])
        }
        guard try await exists(introduction.candidate) else {
            throw .invalid([Problem(field: "candidate", code: .unknown)])
        }
        let id: IntroductionID = try newID()
        try await file([Sheet(introduction, as: id, by: viewer.author)], moving: view.dossier, once: formKey)
        return id
    }

    private func exists(_ candidate: Introduction.Candidate) async throws(DeskError) -> Bool {
        try await asking {
            switch candidate {
            case .provider(let id): try await catalogue.paper(id) != nil
            case .opportunity(let id): try await catalogue.paper(id) != nil
            case .practice(let id): try await catalogue.paper(id) != nil
            case .resource(let id): try await catalogue.paper(id) != nil
            }
        }
    }

    /// One side says yes or no to an introduction. Which side is decided by who speaks: a person who speaks for the
    /// institution that asks answers for the requester; one who speaks for the candidate answers for the candidate.
    public func reply(
        _ stance: Reply.Stance, to introduction: IntroductionID, on id: RequestID,
        because reason: LocalizedText = LocalizedText(), ground: Reply.Ground? = nil,
        by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        let view = try await dossier(id, for: viewer, step: .reply, once: formKey)
        guard let filed = view.dossier.introductions.first(where: { $0.id == introduction }) else { throw .notFound }
        let side = try await side(of: viewer, standings: view.standings, in: filed.body)
        let reply = Reply(
            request: id, introduction: introduction, side: side, stance: stance, reason: reason,
            ground: stance == .declines ? ground : nil)
        try check(reply.problems())
        try await file([Sheet(reply, as: try newID(), by: viewer.author)], once: formKey)
    }

    private func side(
        of viewer: Viewer, standings: Set<Standing>, in introduction: Introduction
    ) async throws(DeskError) -> Reply.Side {
        if let organisation = try await organisation(behind: introduction.candidate),
            viewer.organisations.contains(organisation)
        {
            return .candidate
        }
        if standings.contains(.requester) { return .requester }
        throw .refused("reply")
    }

    /// The institution that speaks for a candidate; nil for a record of the library, for which nobody speaks.
    func organisation(behind candidate: Introduction.Candidate) async throws(DeskError) -> OrganisationID? {
        try await asking {
            switch candidate {
            case .provider(let id): try await catalogue.paper(id)?.body.organisation
            case .opportunity(let id): try await catalogue.paper(id)?.body.organisation
            case .practice, .resource: nil
            }
        }
    }
}
