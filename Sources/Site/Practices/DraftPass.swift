internal import Cooperation
internal import WebSupport

/// What the link of a draft in a write-shop holds: which draft it opens, with a seal of this node. Who has the link writes that
/// draft and nothing else; it is given to nobody but who began it.
struct DraftPass {
    private static let purpose = "draft of a write-shop"

    let draft: PracticeDraftID
    let text: String

    init(_ draft: PracticeDraftID, key: SecretKey) {
        self.draft = draft
        text = draft.own + "." + DraftPass.seal(draft, key)
    }

    /// Nil unless this node made it.
    init?(_ text: String, key: SecretKey) {
        guard let dot = text.lastIndex(of: "."), let draft = PracticeDraftID(own: String(text[..<dot])) else {
            return nil
        }
        let made = DraftPass(draft, key: key)
        guard WebSupport.Digest.areEqual(Array(text.utf8), Array(made.text.utf8)) else { return nil }
        self = made
    }

    private static func seal(_ draft: PracticeDraftID, _ key: SecretKey) -> String {
        Base64URL.encode(
            WebSupport.Digest.authentication(of: Array(draft.rawValue.utf8), key: key.derived(for: purpose)))
    }
}
