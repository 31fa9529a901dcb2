public import Foundation
public import TextAnalysis

/// A link in a letter that opens one thing, once, for a while. A secret kind: older bodies are not kept, and once it was
/// used or has run out it is redacted. The token itself is only in the letter.
public struct Pass: Paper {
    public static let kind = PaperKind.pass

    /// What it opens. The raw value stands in the ledger and in the names of the messages.
    public enum Purpose: String, Codable, CaseIterable, Sendable {
        /// Her address is right: she may choose a password and has an account.
        case join
        /// She may choose a new password.
        case reset
        /// Her new address is right.
        case address
        /// She may take on what somebody invited her to.
        case invitation

        /// How long the link is good for, in seconds.
        public var lasts: TimeInterval {
            switch self {
            case .join: 3 * 86_400
            case .reset: 2 * 3600
            case .address: 86_400
            case .invitation: 30 * 86_400
            }
        }
    }

    public var purpose: Purpose
    /// Whose; nil for who has no account yet.
    public var account: AccountID?
    public var invitation: InvitationID?
    /// Where the letter goes; lower case.
    public var email: String
    public var name: String
    public var language: Language
    /// SHA-256 of the token, hexadecimal.
    public var tokenHash: String
    public var expires: Date
    public var used: Date?

    public init(
        purpose: Purpose, account: AccountID? = nil, invitation: InvitationID? = nil, email: String, name: String,
        language: Language, tokenHash: String, expires: Date, used: Date? = nil
    ) {
        self.purpose = purpose
        self.account = account
        self.invitation = invitation
        self.email = email
        self.name = name
        self.language = language
        self.tokenHash = tokenHash
        self.expires = expires
        self.used = used
    }

    public func isGood(at moment: Date) -> Bool { used == nil && moment < expires }

    public func problems() -> [Problem] {
        var check = Check()
        if purpose == .join { check.text(name, "name", upTo: 120) } else { check.optionalText(name, "name", upTo: 120) }
        check.email(email, "email")
        check.text(tokenHash, "tokenHash", upTo: 128)
        return check.problems
    }
}
