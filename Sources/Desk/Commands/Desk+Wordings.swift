import Catalogue
public import Cooperation

extension Desk {
    /// The ready texts of the help desk.
    /// - Parameter retired: those no longer offered too.
    public func wordings(
        for viewer: Viewer, retired: Bool = false
    ) async throws(DeskError) -> [Filed<Wording>] {
        guard viewer.may(.keepWordings) else { throw viewer.isSignedIn ? .refused("keepWordings") : .signInFirst }
        return try await asking { try await catalogue.wordings() }.filter { retired || !$0.body.isRetired }
    }

    /// Writes a ready text, or a new version of one: they belong to all officers together.
    @discardableResult
    public func write(
        _ wording: Wording, as id: WordingID? = nil, from base: Int = 0, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> WordingID {
        guard viewer.may(.keepWordings) else { throw viewer.isSignedIn ? .refused("keepWordings") : .signInFirst }
        try check(wording.problems())
        let paper: WordingID
        if let id { paper = id } else { paper = try newID() }
        if id != nil {
            guard let current = try await asking({ try await catalogue.paper(paper) }) else { throw .notFound }
            if current.body == wording { return paper }
        }
        try await file([Sheet(wording, as: paper, base: base, by: viewer.author)], once: formKey)
        return paper
    }

    /// All versions of a ready text, oldest first.
    public func versions(of id: WordingID, for viewer: Viewer) async throws(DeskError) -> [Filed<Wording>] {
        guard viewer.may(.keepWordings) else { throw viewer.isSignedIn ? .refused("keepWordings") : .signInFirst }
        let all: [Filed<Wording>] = try await revisions(of: id)
        if all.isEmpty { throw .notFound }
        return all
    }
}
