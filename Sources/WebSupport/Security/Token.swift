/// A secret that opens something once or for a while: a session, a link in a mail. 256 bits, written as 43 characters.
///
/// The one who holds it has the text; we keep ``hash`` only, so that a copy of our papers opens nothing.
public struct Token: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    /// As it stands in a cookie or a link.
    public let text: String

    public static func random() -> Token { Token(bytes: RandomBytes.make(32)) }

    /// `nil` unless the text is one this program could have made.
    public init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.decode(text), bytes.count == 32 else { return nil }
        self.text = text
    }

    private init(bytes: [UInt8]) { text = Base64URL.encode(bytes) }

    /// What may be stored: SHA-256 of the text, as Base64 for addresses. 256 random bits need no slow hash.
    public var hash: String { Base64URL.encode(Digest.sha256(Array(text.utf8))) }

    public static func == (left: Token, right: Token) -> Bool {
        Digest.areEqual(Array(left.text.utf8), Array(right.text.utf8))
    }

    public var description: String { "Token" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
