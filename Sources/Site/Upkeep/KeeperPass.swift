internal import Cooperation
internal import WebSupport

/// What the link in a letter to a keeper holds: who may say that which record still holds, and for which term she was asked,
/// with a seal of this node. It does that and nothing else, and only while that term is the record's, so it needs no
/// password.
struct KeeperPass {
    private static let purpose = "word of a keeper"

    let account: AccountID
    let record: Kept
    let term: CalendarDay
    let text: String

    init(_ account: AccountID, _ record: Kept, _ term: CalendarDay, key: SecretKey) {
        self.account = account
        self.record = record
        self.term = term
        let said = [account.own, record.name, term.description].joined(separator: ".")
        text = said + "." + KeeperPass.seal(said, key)
    }

    /// Nil unless this node made it.
    init?(_ text: String, key: SecretKey) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let account = AccountID(own: parts[0]), let record = Kept(name: parts[1]),
            let term = CalendarDay(parts[2])
        else { return nil }
        let made = KeeperPass(account, record, term, key: key)
        guard WebSupport.Digest.areEqual(Array(text.utf8), Array(made.text.utf8)) else { return nil }
        self = made
    }

    private static func seal(_ said: String, _ key: SecretKey) -> String {
        Base64URL.encode(WebSupport.Digest.authentication(of: Array(said.utf8), key: key.derived(for: purpose)))
    }
}
