public import Foundation

/// A browser in which somebody signed in. A secret kind. The token itself is only in the browser's cookie.
public struct Session: Paper {
    public static let kind = PaperKind.session

    public var account: AccountID
    /// SHA-256 of the token, hexadecimal.
    public var tokenHash: String
    public var expires: Date
    /// Set when the person signed out or ended it from elsewhere.
    public var ended: Date?

    public init(account: AccountID, tokenHash: String, expires: Date, ended: Date? = nil) {
        self.account = account
        self.tokenHash = tokenHash
        self.expires = expires
        self.ended = ended
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(tokenHash, "tokenHash", upTo: 128)
        return check.problems
    }
}
