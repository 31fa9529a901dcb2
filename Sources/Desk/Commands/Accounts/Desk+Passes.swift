import Catalogue
public import Cooperation
import Foundation
import Ledger
import TextAnalysis

extension Desk {
    /// A browser somebody signs in with.
    public struct Browser: Sendable {
        /// What is kept of the token in its cookie.
        public var tokenHash: String
        /// Browser and system in a few words; empty where it does not say.
        public var device: String

        public init(tokenHash: String, device: String = "") {
            self.tokenHash = tokenHash
            self.device = device
        }
    }
}

/// What the link of a letter opens, for the page it leads to.
public struct OpenPass: Sendable {
    public var purpose: Pass.Purpose
    public var name: String
    public var email: String
    public var invitation: Filed<Invitation>?
    /// Whether the address belongs to an account already.
    public var hasAccount: Bool
}

extension Desk {
    /// What a link opens now.
    /// - Throws: `passSpent` for one that was used, has run out, or never was.
    public func openPass(_ token: String) async throws(DeskError) -> OpenPass {
        let pass = try await pass(token, for: nil)
        var invitation: Filed<Invitation>?
        if let id = pass.body.invitation {
            invitation = try await asking { try await catalogue.paper(id) }
            guard let found = invitation, !found.body.isWithdrawn else { throw .passSpent }
        }
        let email = pass.body.email
        let known = try await asking { try await catalogue.account(email: email) }
        return OpenPass(
            purpose: pass.body.purpose, name: invitation?.body.name ?? pass.body.name, email: email,
            invitation: invitation, hasAccount: known != nil)
    }

    /// The pass of a token, if it is good now.
    func pass(_ token: String, for purpose: Pass.Purpose?) async throws(DeskError) -> Filed<Pass> {
        guard token.utf8.count == 43 else { throw .passSpent }
        let hash = HouseSecret.hash(ofToken: token)
        guard let pass = try await asking({ try await catalogue.pass(tokenHash: hash) }), pass.body.isGood(at: now),
            purpose == nil || pass.body.purpose == purpose
        else { throw .passSpent }
        return pass
    }

    func newPass(
        _ purpose: Pass.Purpose, account: AccountID? = nil, invitation: InvitationID? = nil, email: String,
        name: String, language: Language
    ) throws(DeskError) -> (PassID, Pass) {
        let id: PassID = try newID()
        return (
            id,
            Pass(
                purpose: purpose, account: account, invitation: invitation, email: email, name: name,
                language: language, tokenHash: HouseSecret.hash(ofToken: token(of: id)),
                expires: now.addingTimeInterval(purpose.lasts))
        )
    }

    /// The token of a link, for who writes the letter. Nothing of it is stored: it is made from the node's secret.
    func token(of pass: PassID) -> String { surroundings.secret.token(pass.rawValue) }

    /// The pass, spent. Two who use it at once have the same base: the ledger takes only one.
    func used(_ pass: Filed<Pass>) throws(DeskError) -> Sheet {
        var body = pass.body
        body.used = now
        body.email = ""
        body.name = ""
        return try Sheet(body, as: pass.id, base: pass.revision, by: pass.author)
    }
}
