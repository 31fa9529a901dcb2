import Catalogue
public import Cooperation
public import Foundation
import Ledger

extension Desk {
    /// The reason that stands in the ledger for ever where a person's papers were.
    static let wishOfThePerson = "erased at the person's wish"

    /// Erases a person: her account, her password, her sessions, what proves who she is, her letters and alerts. What she wrote
    /// for her institution or country stays, signed by an account that has no name any more. Her roles end.
    /// - Throws: `invalid` for a wrong password, and for the last administrator.
    public func erase(password: String, by viewer: Viewer, once formKey: String? = nil) async throws(DeskError) {
        let filed = try await account(of: viewer)
        try await demand(password, of: filed.id)
        if viewer.holds(.administrator) { try await keepAnAdministrator(without: filed.id) }
        // First what takes effect at once: her roles end, her sessions too, and her address is free again.
        var sheets = try await endings(of: filed.id)
        for appointment in try await asking({ try await catalogue.appointments(of: filed.id) })
        where appointment.body.ended.map({ $0 > today }) ?? true {
            var body = appointment.body
            body.ended = today
            sheets.append(try Sheet(body, as: appointment.id, base: appointment.revision, by: viewer.author))
        }
        if let factor = try await asking({ try await catalogue.factor(of: filed.id) }), factor.body.ended == nil {
            sheets.append(try ended(factor, by: viewer.author))
        }
        var bare = filed.body
        bare.name = "-"
        bare.email = Catalogue.erasedPrefix + filed.id.own + ".invalid"
        sheets.append(try Sheet(bare, as: filed.id, base: filed.revision, by: viewer.author))
        try await file(sheets, releasing: [Claim(space: "email", key: filed.body.email)], once: formKey)
        for paper in try await papersToErase(filed) { try await redact(paper, by: viewer.author) }
    }

    /// Her papers of the kinds that say who she is or open something, the account last: where the program dies on the way, she
    /// can no longer sign in, and the sweep goes on with the rest.
    private func papersToErase(_ account: Filed<Account>) async throws(DeskError) -> [String] {
        let kinds: Set<PaperKind> = [.credential, .session, .factor, .pass, .tidings, .alert]
        return try await asking {
            try await catalogue.papers(about: account.id, kinds: kinds)
                + (try await catalogue.invitations(to: account.body.email).map(\.id.rawValue)) + [account.id.rawValue]
        }
    }

    /// Empties a paper for good, and tells those who follow the ledger.
    func redact(_ paper: String, by author: Author, because reason: String = Desk.wishOfThePerson)
        async throws(DeskError)
    {
        do {
            try await ledger.redact(PaperID(paper), author: author.name, reason: reason)
        } catch .redacted {
            // Somebody was faster.
        } catch {
            throw DeskError(error)
        }
        try await catchUp()
    }

    /// Empties links and sessions that are over, so that addresses and devices of the past do not stay: a month after their
    /// end. Called by the clock.
    /// - Returns: how many.
    @discardableResult
    public func sweep(at moment: Date, limit: Int = 200) async throws(DeskError) -> Int {
        let due = try await asking {
            try await catalogue.spent(before: moment.addingTimeInterval(-30 * 86_400), limit: limit)
        }
        for paper in due { try await redact(paper, by: .clock, because: "over for a month") }
        for account in try await asking({ try await catalogue.halfErased() }) {
            for paper in try await papersToErase(account) { try await redact(paper, by: account.author) }
        }
        return due.count
    }
}
