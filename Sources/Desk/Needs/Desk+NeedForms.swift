public import Cooperation
import Ledger

extension Desk {
    /// Writes several needs of one country at once, all or none: those of a template that was filled in.
    @discardableResult
    public func write(
        _ needs: [Need], by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> [NeedID] {
        guard let first = needs.first else { throw .invalid([Problem(field: "file", code: .missing)]) }
        for need in needs {
            guard viewer.may(.writeNeed, country: need.country) else {
                throw viewer.isSignedIn ? .refused("writeNeed") : .signInFirst
            }
            try check(need.problems())
        }
        guard needs.count <= Self.mostNeedsAtOnce, needs.allSatisfy({ $0.country == first.country }) else {
            throw .invalid([Problem(field: "file", code: .tooMany, figures: ["most": Self.mostNeedsAtOnce])])
        }
        var sheets: [Sheet] = []
        var ids: [NeedID] = []
        for need in needs {
            let id: NeedID = try newID()
            sheets.append(try Sheet(need, as: id, by: viewer.author))
            ids.append(id)
        }
        try await file(sheets, once: formKey)
        return ids
    }

    public static let mostNeedsAtOnce = 200
}
