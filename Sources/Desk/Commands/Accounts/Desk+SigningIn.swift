import Catalogue
public import Cooperation
public import Foundation
import Ledger
import Vocabulary

/// Whether the password was enough.
public enum Entrance: Sendable, Equatable {
    case open(AccountID)
    /// The second factor is asked for; the browser's token is good for that alone.
    case half(AccountID)
}

extension Desk {
    /// How long a browser stays signed in at most, and how long it may lie unused; seconds. Who can do much is asked more often.
    public static let sessionLength: TimeInterval = 14 * 86_400
    static let idleLength: TimeInterval = 4 * 86_400
    static let idleLengthOfAdministrators: TimeInterval = 12 * 3600
    /// How long there is to find one's telephone.
    static let halfLength: TimeInterval = 600
    /// How much time passes before the use of a session is noted anew.
    static let seenStep: TimeInterval = 3600

    /// Signs in a browser that holds the token of this hash. Takes as long for an unknown address as for a wrong password.
    /// - Throws: `wrongPassword` for both, and for an account that is suspended.
    public func enter(email: String, password: String, browser: Browser) async throws(DeskError) -> Entrance {
        let (account, credential) = try await asking { () -> (Filed<Account>?, Filed<Credential>?) in
            guard let account = try await catalogue.account(email: EmailAddress.normalised(email)) else {
                return (nil, nil)
            }
            return (account, try await catalogue.credential(of: account.id))
        }
        let isRight = try await asking { try await surroundings.verify(password, credential?.body.passwordHash) }
        guard isRight, let account, !(try await isSuspended(account.id)) else { throw .wrongPassword }
        let factor = try await asking { try await catalogue.factor(of: account.id) }.flatMap { $0.body.isOn ? $0 : nil }
        var sheets: [Sheet] = []
        if let factor { sheets = try await released(factor) }
        let isHalf = factor != nil && sheets.isEmpty
        sheets.append(try session(of: account.id, browser, isHalf: isHalf))
        try await file(sheets)
        return isHalf ? .half(account.id) : .open(account.id)
    }

    /// Signs in where a password is enough.
    @discardableResult
    public func signIn(email: String, password: String, tokenHash: String) async throws(DeskError) -> AccountID {
        switch try await enter(email: email, password: password, browser: Browser(tokenHash: tokenHash)) {
        case .open(let account): return account
        case .half: throw .wrongCode
        }
    }

    /// The second step: a code of her telephone, or a recovery code. The half-open session ends, and the browser gets a new token.
    /// - Throws: `signInFirst` where there is no half-open session (it lasts ten minutes); `wrongCode`.
    @discardableResult
    public func enter(
        code: String, half tokenHash: String, browser: Browser
    ) async throws(DeskError) -> AccountID {
        let half = try await halfSession(tokenHash)
        let account = half.body.account
        guard let factor = try await asking({ try await catalogue.factor(of: account) }), factor.body.isOn else {
            throw .signInFirst
        }
        var body = factor.body
        guard let proof = take(code, from: &body, factor.id) else { throw .wrongCode }
        var sheets = [
            try Sheet(body, as: factor.id, base: factor.revision, by: .account(account)),
            try ended(half), try session(of: account, browser),
        ]
        if proof == .recovery {
            let tidings = Tidings(account: account, matter: .recoveryCodeUsed)
            sheets.append(try Sheet(tidings, as: try newID(), by: .account(account)))
        }
        // Who has it has not lost it.
        if let release = try await openRelease(of: account) {
            sheets += try stopping(release, by: .account(account))
        }
        // The same code in two browsers at once: the second finds the paper revised.
        do { try await file(sheets) } catch .conflict { throw .wrongCode }
        return account
    }

    /// Whose code is waited for in this browser.
    /// - Throws: `signInFirst` where nobody's is.
    public func awaitedCode(half tokenHash: String) async throws(DeskError) -> AccountID {
        try await halfSession(tokenHash).body.account
    }

    private func halfSession(_ tokenHash: String) async throws(DeskError) -> Filed<Session> {
        guard let half = try await asking({ try await catalogue.session(tokenHash: tokenHash) }),
            half.body.isHalf == true, half.body.ended == nil, half.body.expires > now,
            !(try await isSuspended(half.body.account))
        else { throw .signInFirst }
        return half
    }

    public func signOut(tokenHash: String) async throws(DeskError) {
        guard let session = try await asking({ try await catalogue.session(tokenHash: tokenHash) }),
            session.body.ended == nil
        else { return }
        try await file([try ended(session)])
    }

    /// Who is behind a token: nil if nobody is, or the session has expired, lay unused for too long or was ended.
    public func visitor(tokenHash: String) async throws(DeskError) -> Person? {
        let found = try await asking { () -> (Filed<Session>, Person)? in
            guard let session = try await catalogue.session(tokenHash: tokenHash),
                session.body.isOpen(at: now, idle: Desk.idleLength),
                let account = try await catalogue.paper(session.body.account)
            else { return nil }
            return (session, Person(account: account, viewer: try await viewer(account.id), session: session.id))
        }
        guard let (session, person) = found, !(try await isSuspended(person.account.id)) else { return nil }
        if person.viewer.holds(.administrator),
            !session.body.isOpen(at: now, idle: Desk.idleLengthOfAdministrators)
        {
            return nil
        }
        if let seen = session.body.seen, now.timeIntervalSince(seen) > Desk.seenStep {
            var body = session.body
            body.seen = now
            // Another request may note it at the same moment, which is as good.
            if let sheet = try? Sheet(body, as: session.id, base: session.revision, by: session.author) {
                _ = try? await file([sheet])
            }
        }
        return person
    }

    /// A person with the roles she holds today; none while her account is suspended.
    /// - Parameter moment: only those she was given by then, if any is named.
    public func viewer(_ account: AccountID, since moment: Date? = nil) async throws -> Viewer {
        var grants: Set<Viewer.Grant> = []
        let day = today
        if try await isSuspended(account) { return Viewer(account: account, grants: []) }
        for appointment in try await catalogue.appointments(of: account) {
            let body = appointment.body
            guard body.isHeld(on: day) else { continue }
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

    func isSuspended(_ account: AccountID) async throws(DeskError) -> Bool {
        guard let id = Suspension.id(of: account) else { return false }
        return try await asking { try await catalogue.paper(id) }.map { !$0.body.isLifted } ?? false
    }

    func session(of account: AccountID, _ browser: Browser, isHalf: Bool = false) throws(DeskError) -> Sheet {
        let length = isHalf ? Desk.halfLength : Desk.sessionLength
        let session = Session(
            account: account, tokenHash: browser.tokenHash, expires: now.addingTimeInterval(length), begun: now,
            seen: now, device: String(browser.device.prefix(100)), isHalf: isHalf ? true : nil)
        return try Sheet(session, as: try newID(), by: .account(account))
    }

    func ended(_ session: Filed<Session>) throws(DeskError) -> Sheet {
        var body = session.body
        body.ended = now
        return try Sheet(body, as: session.id, base: session.revision, by: session.author)
    }
}

/// A person who has signed in.
public struct Person: Sendable {
    public var account: Filed<Account>
    public var viewer: Viewer
    /// The session of the browser she reads in.
    public var session: ID<Session>?

    public init(account: Filed<Account>, viewer: Viewer, session: ID<Session>? = nil) {
        self.account = account
        self.viewer = viewer
        self.session = session
    }
}
