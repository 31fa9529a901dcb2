import Catalogue
public import Cooperation
import Foundation
import Ledger
import Vocabulary

extension Desk {
    /// Gives a role. Administrators give any; a focal point names authorised users of her country, and representatives of its
    /// institutions.
    @discardableResult
    public func appoint(
        _ appointment: Appointment, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> ID<Appointment> {
        try await permit(appointment, by: viewer)
        try check(appointment.problems())
        let known = try await asking { try await catalogue.appointments(of: appointment.account) }
        if known.contains(where: { $0.body.isSame(as: appointment) && $0.body.isHeld(on: today) }) {
            throw .invalid([Problem(field: "role", code: .taken)])
        }
        let id: ID<Appointment> = try newID()
        let tidings = Tidings(account: appointment.account, matter: .appointed, role: appointment.role)
        var sheets = [try Sheet(appointment, as: id, by: viewer.author)]
        // Setting up a node is nobody's news.
        if viewer.isSignedIn, viewer.account != appointment.account {
            sheets.append(try Sheet(tidings, as: try newID(), by: viewer.author))
        }
        try await file(sheets, once: formKey)
        return id
    }

    /// Takes a role away, from today on. Who may give a role may take it; one's own role one may always lay down. The last
    /// administrator stays.
    public func relieve(
        _ id: ID<Appointment>, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        if viewer.account != filed.body.account || !viewer.isSignedIn { try await permit(filed.body, by: viewer) }
        if filed.body.role == .administrator { try await keepAnAdministrator(without: filed.body.account) }
        if let ended = filed.body.ended, ended <= today { return }
        var body = filed.body
        body.ended = today
        var sheets = [try Sheet(body, as: id, base: filed.revision, by: viewer.author)]
        if viewer.account != body.account {
            let tidings = Tidings(account: body.account, matter: .relieved, role: body.role)
            sheets.append(try Sheet(tidings, as: try newID(), by: viewer.author))
        }
        try await file(sheets, once: formKey)
    }

    /// Throws `refused` unless this person may give that role.
    func permit(_ appointment: Appointment, by viewer: Viewer) async throws(DeskError) {
        if viewer.may(.appointAnybody) { return }
        guard viewer.isSignedIn else { throw .signInFirst }
        switch appointment.role {
        case .authorisedUser:
            if let country = appointment.country, viewer.may(.appointForCountry, country: country) { return }
        case .representative:
            if let id = appointment.organisation, let filed = try await asking({ try await catalogue.paper(id) }),
                let country = filed.body.country, viewer.may(.appointForCountry, country: country)
            {
                return
            }
        default: break
        }
        throw .refused(Deed.appointForCountry.rawValue)
    }

    /// Throws where nobody else would be administrator.
    func keepAnAdministrator(without account: AccountID) async throws(DeskError) {
        for holder in try await asking({ try await catalogue.holders(of: .administrator) }) where holder != account {
            if try await asking({ try await viewer(holder) }).holds(.administrator) { return }
        }
        throw .invalid([Problem(field: "role", code: .lastOne)])
    }
}

extension Appointment {
    /// The same role, for the same institution, country and hub.
    func isSame(as other: Appointment) -> Bool {
        role == other.role && organisation == other.organisation && country == other.country && hub == other.hub
    }
}
