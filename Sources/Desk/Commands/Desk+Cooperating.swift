public import Cooperation

extension Desk {
    /// What the partners agreed to do; a later plan replaces the earlier one.
    public func plan(_ plan: Plan, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let view = try await dossier(plan.request, for: viewer, step: .plan, once: formKey)
        try check(plan.problems())
        try await file([Sheet(plan, as: try newID(), by: viewer.author)], moving: view.dossier, once: formKey)
    }

    /// Somebody promises money or help in kind, for an institution this person speaks for.
    public func pledge(_ pledge: Pledge, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        _ = try await dossier(pledge.request, for: viewer, step: .pledge, once: formKey)
        guard viewer.organisations.contains(pledge.organisation) else { throw .refused("pledge") }
        try check(pledge.problems())
        try await file([Sheet(pledge, as: try newID(), by: viewer.author)], once: formKey)
    }

    /// How the work goes, or how it ended.
    public func report(_ report: Report, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        _ = try await dossier(report.request, for: viewer, step: .report, once: formKey)
        try check(report.problems())
        try await file([Sheet(report, as: try newID(), by: viewer.author)], once: formKey)
    }
}
