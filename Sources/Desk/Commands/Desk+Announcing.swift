import Catalogue
public import Cooperation
import Ledger

extension Desk {
    /// Announces or revises an event: who speaks for the institution that holds it, the desk of a centre that institution runs,
    /// or the global help desk for anybody.
    ///
    /// - Throws: `refused` for others; `invalid` where what stands in it cannot be.
    @discardableResult
    public func write(
        _ event: Event, as id: EventID? = nil, from base: Int = 0, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> EventID {
        var event = event
        event.hub = try await centre(holding: event, viewer)
        let isOfCentre = event.hub.map(viewer.hubs.contains) ?? false
        if !isOfCentre, !viewer.sitsAtGlobalDesk {
            // The desk of a centre has the right for its own centre alone.
            guard viewer == .office || viewer.organisations.contains(event.organisation) else {
                throw viewer.isSignedIn ? .refused(Deed.writeEvent.rawValue) : .signInFirst
            }
            try permit(.writeEvent, to: viewer, organisation: event.organisation)
        }
        return try await write(event, as: id, from: base, by: viewer, formKey)
    }

    /// The institutions for which this person may announce events: her own, and those that run the centres at whose desks she
    /// serves; for the global help desk those of all centres.
    public func organisers(for viewer: Viewer) async throws(DeskError) -> Set<OrganisationID> {
        var all = viewer.organisations
        guard viewer.sitsAtGlobalDesk || !viewer.hubs.isEmpty else { return all }
        for hub in try await records(Hub.self, limit: 500).items where viewer.serves(at: hub.id) {
            all.insert(hub.body.organisation)
        }
        return all
    }

    /// The centre whose desk announces it: one at which the writer serves, else the one that is named already, if the
    /// institution runs it.
    private func centre(holding event: Event, _ viewer: Viewer) async throws(DeskError) -> HubID? {
        let run = try await records(Hub.self, of: event.organisation).map(\.id)
        return run.first(where: viewer.hubs.contains) ?? event.hub.flatMap { run.contains($0) ? $0 : nil }
    }
}
