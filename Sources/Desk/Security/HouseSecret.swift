import CSodium
import Foundation
import Ledger

/// The node's own secret, from which the desk derives what must not lie in the ledger: the tokens of links, the keys of
/// second factors. A copy of the ledger opens nothing without it.
public struct HouseSecret: Sendable, CustomStringConvertible, CustomReflectable {
    public static let length = 32

    private let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == HouseSecret.length else { return nil }
        self.bytes = bytes
    }

    private init(known bytes: [UInt8]) { self.bytes = bytes }

    /// For tests and for tools that write no letters: what is derived from it is good in this process only.
    public static func random() -> HouseSecret {
        var random = SystemRandomNumberGenerator()
        return HouseSecret(known: (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    /// 32 bytes for one purpose and thing: HMAC-SHA-256 of its name.
    func derived(_ purpose: String, _ name: String) -> [UInt8] {
        let message = Array("desk \(purpose) \(name)".utf8)
        var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256(&code, message, UInt64(message.count), bytes)
        return code
    }

    /// The token of a link, as it stands in a letter: 43 characters fit for addresses.
    func token(_ name: String) -> String {
        Data(derived("token", name)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// What is kept of a token.
    static func hash(ofToken token: String) -> String { Digest.of(Array(token.utf8)).hexadecimal }

    public var description: String { "HouseSecret" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
