internal import Cooperation
internal import WebSupport

/// What the link at the foot of a letter about news holds: whose letters it ends, with a seal of this node. Who has the letter
/// may end the letters and nothing else, so the link needs no password and no end.
struct NewsPass {
    private static let purpose = "end of letters about news"

    let account: AccountID
    let text: String

    init(_ account: AccountID, key: SecretKey) {
        self.account = account
        text = account.own + "." + NewsPass.seal(account, key)
    }

    /// Nil unless this node made it.
    init?(_ text: String, key: SecretKey) {
        guard let dot = text.lastIndex(of: "."), let account = AccountID(own: String(text[..<dot])) else { return nil }
        let seal = Array(text[text.index(after: dot)...].utf8)
        guard WebSupport.Digest.areEqual(seal, Array(NewsPass.seal(account, key).utf8)) else { return nil }
        self.account = account
        self.text = text
    }

    private static func seal(_ account: AccountID, _ key: SecretKey) -> String {
        Base64URL.encode(
            WebSupport.Digest.authentication(of: Array(account.rawValue.utf8), key: key.derived(for: purpose)))
    }
}
