import Catalogue
public import Cooperation
public import Foundation
import Ledger
import Vocabulary

/// What a password must be: long enough; no other rule helps (NIST SP 800-63B, 5.1.1.2).
public enum PasswordRule {
    public static let shortest = 12
    /// A bound so that nobody makes the hash slow with a novel.
    public static let longest = 200

    public static func problems(_ password: String) -> [Problem] {
        let count = password.unicodeScalars.count
        if count < shortest {
            return [Problem(field: "password", code: .tooFew, figures: ["least": shortest, "count": count])]
        }
        if count > longest {
            return [Problem(field: "password", code: .tooLong, figures: ["limit": longest, "count": count])]
        }
        return []
    }
}

extension Desk {
    /// How long a browser stays signed in.
    public static let sessionLength: TimeInterval = 14 * 86_400

    /// Makes an account. The e-mail address is unique.
    @discardableResult
    public func register(
        _ account: Account, password: String, by author: Author = .office, once formKey: String? = nil
    ) async throws(DeskError) -> AccountID {
        var account = account
        account.email = EmailAddress.normalised(account.email)
        try check(account.problems() + PasswordRule.problems(password))
        let id: AccountID = try newID()
        let hash = try await asking { try await surroundings.hash(password) }
        let own = author == .office ? Author.account(id) : author
        let email = Claim(space: "email", key: account.email)
        try await file(
            [
                try Sheet(account, as: id, by: own, claims: [email]),
                try Sheet(Credential(account: id, passwordHash: hash), as: try newID(), by: own),
            ], once: formKey)
        return id
    }

    /// Signs in a browser that holds the token of this hash. Takes as long for an unknown address as for a wrong password.
    /// - Throws: `wrongPassword` for both.
    public func signIn(email: String, password: String, tokenHash: String) async throws(DeskError) -> AccountID {
        let (account, credential) = try await asking { () -> (Filed<Account>?, Filed<Credential>?) in
            guard let account = try await catalogue.account(email: EmailAddress.normalised(email)) else {
                return (nil, nil)
            }
            return (account, try await catalogue.credential(of: account.id))
        }
        let isRight = try await asking { try await surroundings.verify(password, credential?.body.passwordHash) }
        guard isRight, let account else { throw .wrongPassword }
        let session = Session(
            account: account.id, tokenHash: tokenHash, expires: now.addingTimeInterval(Desk.sessionLength))
        try await file([Sheet(session, as: try newID(), by: .account(account.id))])
        return account.id
    }

    public func signOut(tokenHash: String) async throws(DeskError) {
        guard let session = try await asking({ try await catalogue.session(tokenHash: tokenHash) }),
            session.body.ended == nil
        else { return }
        var ended = session.body
        ended.ended = now
        try await file([Sheet(ended, as: session.id, base: session.revision, by: session.author)])
    }

    /// Who is behind a token: nil if nobody is, or the session has expired or was ended.
    public func visitor(tokenHash: String) async throws(DeskError) -> Person? {
        try await asking {
            guard let session = try await catalogue.session(tokenHash: tokenHash), session.body.ended == nil,
                session.body.expires > now, let account = try await catalogue.paper(session.body.account)
            else { return nil }
            return Person(account: account, viewer: try await viewer(account.id))
        }
    }

    /// A person with the roles she holds today.
    /// - Parameter moment: only those she was given by then, if any is named.
    public func viewer(_ account: AccountID, since moment: Date? = nil) async throws -> Viewer {
        var grants: Set<Viewer.Grant> = []
        let day = today
        for appointment in try await catalogue.appointments(of: account) {
            let body = appointment.body
            if let ended = body.ended, ended <= day { continue }
            // A later revision only ends a role: who has one held it before.
            if let moment, appointment.revision == 1, appointment.at > moment { continue }
            var countries: Set<CountryCode> = []
            if let hub = body.hub, let filed = try await catalogue.paper(hub) { countries = Set(filed.body.countries) }
            grants.insert(
                Viewer.Grant(
                    role: body.role, organisation: body.organisation, country: body.country, hub: body.hub,
                    hubCountries: countries))
            // Institutions that were found to be one and the same are spoken for alike.
            guard let organisation = body.organisation else { continue }
            for other in try await catalogue.family(of: organisation) where other != organisation {
                grants.insert(Viewer.Grant(role: body.role, organisation: other))
            }
        }
        return Viewer(account: account, grants: grants)
    }

    /// Gives a role. Administrators give any; a focal point names authorised users of her country.
    @discardableResult
    public func appoint(
        _ appointment: Appointment, by viewer: Viewer, once formKey: String? = nil
    ) async throws(DeskError) -> ID<Appointment> {
        let mayAppoint =
            viewer.may(.appointAnybody)
            || (appointment.role == .authorisedUser && viewer.may(.appointForCountry, country: appointment.country))
        guard mayAppoint else { throw .refused("appoint") }
        try check(appointment.problems())
        let id: ID<Appointment> = try newID()
        try await file([Sheet(appointment, as: id, by: viewer.author)], once: formKey)
        return id
    }
}

/// A person who has signed in.
public struct Person: Sendable {
    public var account: Filed<Account>
    public var viewer: Viewer
}
