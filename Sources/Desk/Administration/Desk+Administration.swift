public import Catalogue
public import Cooperation
public import Foundation
import Ledger
public import Vocabulary

/// An account as administrators see it.
public struct AccountView: Sendable {
    public var account: Filed<Account>
    public var appointments: [Filed<Appointment>]
    /// Nil where it never was.
    public var suspension: Filed<Suspension>?
    public var hasSecondFactor: Bool
    /// She will be let in without it.
    public var release: Filed<Release>?
    /// When somebody last used it, to the nearest hour or so.
    public var lastSeen: Date?

    public var isSuspended: Bool { suspension.map { !$0.body.isLifted } ?? false }
}

/// An invitation and what came of it.
public struct InvitationView: Sendable {
    public enum Standing: String, CaseIterable, Sendable { case open, accepted, withdrawn, runOut }

    public var invitation: Filed<Invitation>
    public var standing: Standing
}

extension Desk {
    /// Throws unless this person may do that.
    func demand(_ deed: Deed, of viewer: Viewer) throws(DeskError) {
        guard viewer.may(deed) else { throw viewer.isSignedIn ? .refused(deed.rawValue) : .signInFirst }
    }

    /// Accounts whose name or address holds a text, in pages.
    public func accounts(
        holding text: String, role: Role? = nil, for viewer: Viewer, limit: Int = 30, offset: Int = 0
    ) async throws(DeskError) -> Page<AccountView> {
        try demand(.seeAccounts, of: viewer)
        let page = try await asking {
            try await catalogue.accounts(holding: text.trimmingBlanks, role: role, limit: limit, offset: offset)
        }
        var views: [AccountView] = []
        for account in page.items { views.append(try await view(account)) }
        return Page(items: views, total: page.total, offset: page.offset)
    }

    public func account(_ id: AccountID, for viewer: Viewer) async throws(DeskError) -> AccountView {
        try demand(.seeAccounts, of: viewer)
        guard let account = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        return try await view(account)
    }

    private func view(_ account: Filed<Account>) async throws(DeskError) -> AccountView {
        try await asking {
            var suspension: Filed<Suspension>?
            if let id = Suspension.id(of: account.id) { suspension = try await catalogue.paper(id) }
            let sessions = try await catalogue.sessions(of: account.id)
            return AccountView(
                account: account, appointments: try await catalogue.appointments(of: account.id),
                suspension: suspension,
                hasSecondFactor: try await catalogue.factor(of: account.id)?.body.isOn ?? false,
                release: try await openRelease(of: account.id),
                lastSeen: sessions.compactMap { $0.body.seen ?? $0.at }.max())
        }
    }

    /// All invitations, for administrators.
    public func invitations(for viewer: Viewer) async throws(DeskError) -> [InvitationView] {
        try demand(.appointAnybody, of: viewer)
        return try await views(of: try await asking { try await catalogue.invitations() })
    }

    func views(of invitations: [Filed<Invitation>]) async throws(DeskError) -> [InvitationView] {
        let accepted = try await asking { try await catalogue.acceptances(of: invitations.map(\.id)) }
        return invitations.map { invitation in
            let isOver = now.timeIntervalSince(invitation.at) > Pass.Purpose.invitation.lasts
            let standing: InvitationView.Standing =
                if accepted[invitation.id] != nil {
                    .accepted
                } else if invitation.body.isWithdrawn {
                    .withdrawn
                } else if isOver {
                    .runOut
                } else {
                    .open
                }
            return InvitationView(invitation: invitation, standing: standing)
        }
    }

    /// The rules of all countries that have set one.
    public func rules(for viewer: Viewer) async throws(DeskError) -> [NonObjectionRule] {
        try demand(.seeHealth, of: viewer)
        return try await asking { try await catalogue.all(NonObjectionRule.self, limit: 300) }.items.map(\.body)
    }

    /// Sends a letter once more that waits, failed, or of which nobody knows whether it arrived: then it may arrive twice.
    public func tryAgain(
        _ id: DispatchID, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) {
        try demand(.mendPost, of: viewer)
        guard let filed = try await asking({ try await catalogue.paper(id) }) else { throw .notFound }
        let again: Set<Dispatch.Outcome> = [.postponed, .refused, .uncertain, .givenUp, .begun]
        guard again.contains(filed.body.outcome) else {
            throw .invalid([Problem(field: "dispatch", code: .notAChoice)])
        }
        var body = filed.body
        body.outcome = .postponed
        body.next = now
        body.firstTried = now
        try await file([Sheet(body, as: id, base: filed.revision, by: .clock)], once: formKey)
    }
}

/// The people who act for a country, and those who were asked to.
public struct CountryPeople: Sendable {
    public struct Person: Sendable {
        public var appointment: Filed<Appointment>
        public var name: String
        /// Whether who looks may end it.
        public var mayEnd: Bool
    }

    public var countries: [CountryCode]
    public var people: [Person]
    public var invitations: [InvitationView]
    /// Institutions of the country, for whom representatives can be named.
    public var organisations: [Filed<Organisation>]
}

extension Desk {
    /// Who acts for the countries of a focal point, with the invitations that are out.
    public func countryPeople(for viewer: Viewer) async throws(DeskError) -> CountryPeople {
        guard viewer.may(.appointForCountry), !viewer.countries.isEmpty else {
            throw viewer.isSignedIn ? .refused(Deed.appointForCountry.rawValue) : .signInFirst
        }
        var people: [CountryPeople.Person] = []
        var invitations: [Filed<Invitation>] = []
        var organisations: [Filed<Organisation>] = []
        for country in viewer.countries.sorted() {
            let filter = RecordFilter(country: country)
            let (held, asked, seated) = try await asking {
                (
                    try await catalogue.appointments(for: country), try await catalogue.invitations(for: country),
                    try await catalogue.papers(Organisation.self, filter, limit: 300).items
                )
            }
            invitations += asked
            organisations += seated.filter { $0.body.country == country }
            let current = held.filter { $0.body.ended.map { $0 > today } ?? true }
            let names = try await names(of: Set(current.map(\.body.account)), for: viewer)
            for appointment in current {
                guard let name = names[appointment.body.account] else { continue }
                let mayEnd = (try? await permit(appointment.body, by: viewer)) != nil
                people.append(CountryPeople.Person(appointment: appointment, name: name, mayEnd: mayEnd))
            }
        }
        return CountryPeople(
            countries: viewer.countries.sorted(), people: people, invitations: try await views(of: invitations),
            organisations: organisations)
    }
}
