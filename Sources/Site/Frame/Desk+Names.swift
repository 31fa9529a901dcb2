internal import Cooperation
internal import Desk

extension Desk {
    /// The names of these institutions, for the lines of a list.
    func institutions(_ ids: [OrganisationID]) async throws(DeskError) -> Institutions {
        let filed = try await records(Array(Set(ids)))
        return Dictionary(uniqueKeysWithValues: filed.map { ($0.id, $0.body.name) })
    }

    /// A request that a record came of or led to, if this person may read it.
    func readable(_ id: RequestID?, for viewer: Viewer) async throws(DeskError) -> DossierView? {
        guard let id else { return nil }
        do {
            return try await dossier(id, for: viewer)
        } catch {
            guard error == .notFound else { throw error }
            return nil
        }
    }
}
