import Catalogue
public import Cooperation
import Ledger

extension Desk {
    /// The paper that came of the form with this one-time key; nil if none did. A browser that sends a form twice is led to
    /// what came of the first.
    public func paper(ofForm key: String) async throws(DeskError) -> String? {
        try await asking { try await ledger.holder(of: Claim(space: "form", key: key))?.rawValue }
    }

    /// The accounts behind e-mail addresses, for who names readers of a request. Addresses nobody has are left out.
    public func accounts(
        of emails: [String], for viewer: Viewer
    ) async throws(DeskError) -> [String: AccountID] {
        guard viewer.may(.startRequest) else { throw viewer.isSignedIn ? .refused("startRequest") : .signInFirst }
        return try await asking {
            var found: [String: AccountID] = [:]
            for email in emails.prefix(50) {
                found[email] = try await catalogue.account(email: EmailAddress.normalised(email))?.id
            }
            return found
        }
    }
}
