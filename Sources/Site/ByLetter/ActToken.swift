internal import Cooperation
internal import Foundation
internal import WebSupport

/// What the link of a letter lets its reader do without signing in: take one position on one request, as the request stood
/// when the letter was written. It is signed with the node's key, and nothing is stored: it is used up by the act itself,
/// because an act moves the request to its next turn, and so does every act of somebody else.
struct ActToken: Hashable, Sendable {
    let account: AccountID
    let request: RequestID
    let stance: Position.Stance
    /// The turn of the request (see `Dossier.turn`).
    let turn: Int
    /// Nothing can be done with it after this second.
    let expires: Int

    /// As it stands in the address: five parts, and the code over them.
    func text(signedWith key: SecretKey) -> String {
        let content = [account.own, request.own, stance.rawValue, String(turn), String(expires)].joined(separator: "~")
        return content + "~" + ActToken.code(content, key)
    }

    /// Nil unless this node signed it.
    init?(_ text: String, signedWith key: SecretKey) {
        guard text.utf8.count < 400, let end = text.lastIndex(of: "~") else { return nil }
        let content = String(text[..<end])
        let code = Array(text[text.index(after: end)...].utf8)
        guard Digest.areEqual(code, Array(ActToken.code(content, key).utf8)) else { return nil }
        let parts = content.split(separator: "~", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let account = AccountID(own: parts[0]), let request = RequestID(own: parts[1]),
            let stance = Position.Stance(rawValue: parts[2]), let turn = Int(parts[3]), let expires = Int(parts[4])
        else { return nil }
        self.init(account: account, request: request, stance: stance, turn: turn, expires: expires)
    }

    init(account: AccountID, request: RequestID, stance: Position.Stance, turn: Int, expires: Int) {
        self.account = account
        self.request = request
        self.stance = stance
        self.turn = turn
        self.expires = expires
    }

    func hasExpired(at now: Date) -> Bool { Double(expires) < now.timeIntervalSince1970 }

    private static func code(_ content: String, _ key: SecretKey) -> String {
        let key = key.derived(for: "acts by letter")
        return Base64URL.encode(Digest.authentication(of: Array(content.utf8), key: key))
    }
}
