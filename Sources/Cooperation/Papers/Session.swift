public import Foundation

/// A browser in which somebody signed in. A secret kind. The token itself is only in the browser's cookie.
public struct Session: Paper {
    public static let kind = PaperKind.session

    public var account: AccountID
    /// SHA-256 of the token, as the web writes it.
    public var tokenHash: String
    /// After this it is over, whatever happens.
    public var expires: Date
    /// Set when the person signed out or ended it from elsewhere.
    public var ended: Date?
    /// When she signed in; nil in papers of older programs.
    public var begun: Date?
    /// When it was last used, to the nearest hour or so: it is over when it was not used for long.
    public var seen: Date?
    /// Browser and system, as coarse as helps her to know it again: "Firefox, Android".
    public var device: String?
    /// The password was right and the second factor is asked for: it opens nothing else.
    public var isHalf: Bool?

    public init(
        account: AccountID, tokenHash: String, expires: Date, ended: Date? = nil, begun: Date? = nil,
        seen: Date? = nil, device: String? = nil, isHalf: Bool? = nil
    ) {
        self.account = account
        self.tokenHash = tokenHash
        self.expires = expires
        self.ended = ended
        self.begun = begun
        self.seen = seen
        self.device = device
        self.isHalf = isHalf
    }

    /// Whether it opens the house at this moment.
    /// - Parameter idle: how long it may lie unused, in seconds.
    public func isOpen(at moment: Date, idle: TimeInterval) -> Bool {
        guard ended == nil, isHalf != true, expires > moment else { return false }
        return seen.map { moment.timeIntervalSince($0) <= idle } ?? true
    }

    public func problems() -> [Problem] {
        var check = Check()
        check.text(tokenHash, "tokenHash", upTo: 128)
        check.optionalText(device ?? "", "device", upTo: 100)
        return check.problems
    }
}
