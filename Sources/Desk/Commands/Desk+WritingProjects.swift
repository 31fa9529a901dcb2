public import Cooperation
import Ledger

extension Desk {
    /// Records or revises a project: who speaks for an institution that takes part or pays, the focal point of one of its
    /// countries, or the help desk.
    ///
    /// - Throws: `invalid` with `unknown` where it names a practice that is not here.
    @discardableResult
    public func write(
        _ project: Project, as id: ProjectID? = nil, from base: Int = 0, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> ProjectID {
        let isOfHers =
            !viewer.organisations.isDisjoint(with: project.organisations + project.donors)
            || !viewer.countries.isDisjoint(with: project.countries)
        let isTheDesk = viewer == .office || viewer.holds(.helpDesk)
        guard isTheDesk || viewer.may(.writeProject) && isOfHers else {
            throw viewer.isSignedIn ? .refused(Deed.writeProject.rawValue) : .signInFirst
        }
        var problems = project.problems()
        if try await records(project.practices).count < project.practices.count {
            problems.append(Problem(field: "practices", code: .unknown))
        }
        try check(problems)
        return try await write(project, as: id, from: base, by: viewer, formKey)
    }
}
