/// Makes and checks the tokens that tie a form to the browser it was shown to, so that another site cannot send it.
///
/// A token is the HMAC of the browser's cookie token and the form's scope under the node's key: nothing is stored, and any
/// server of the node can check it. It is masked anew each time, since pages are compressed (the BREACH attack guesses
/// secrets that repeat).
public struct FormGuard: Sendable {
    private let key: SecretKey

    public init(key: SecretKey) { self.key = key.derived(for: "form tokens") }

    /// 64 bytes as Base64 for addresses: a random mask, and the code under it.
    public func token(for browser: Token, scope: String) -> String {
        let mask = RandomBytes.make(SecretKey.length)
        return Base64URL.encode(mask + zip(mask, code(browser, scope)).map { $0 ^ $1 })
    }

    public func accepts(_ token: String, for browser: Token, scope: String) -> Bool {
        guard token.utf8.count < 100, let bytes = Base64URL.decode(token), bytes.count == 2 * SecretKey.length else {
            return false
        }
        let unmasked = zip(bytes.prefix(SecretKey.length), bytes.suffix(SecretKey.length)).map { $0 ^ $1 }
        return Digest.areEqual(unmasked, code(browser, scope))
    }

    /// The mark a browser keeps of an account that signed in from it; it names nobody and cannot be made up.
    func mark(of name: String) -> String {
        Base64URL.encode(Digest.authentication(of: Array(("known browser\n" + name).utf8), key: key))
    }

    private func code(_ browser: Token, _ scope: String) -> [UInt8] {
        Digest.authentication(of: Array((browser.text + "\n" + scope).utf8), key: key)
    }
}
