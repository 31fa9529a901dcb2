import CSodium
import Foundation

/// The public key of a node (Ed25519, RFC 8032), by which others know what it has signed.
public struct NodeKey: Hashable, Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    fileprivate init(known bytes: [UInt8]) { self.bytes = bytes }

    /// Nil unless there are exactly 64 hexadecimal digits.
    public init?(_ hexadecimal: String) {
        guard let bytes = [UInt8](hexadecimal: hexadecimal), bytes.count == Int(crypto_sign_PUBLICKEYBYTES) else {
            return nil
        }
        self.bytes = bytes
    }

    /// 64 hexadecimal digits in lower case.
    public var description: String { bytes.hexadecimal }

    /// What people compare by eye or read aloud: eight groups of four digits, 128 bits of the key's hash.
    public var fingerprint: String {
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        let digits = Array<Character>([UInt8](hash.prefix(16)).hexadecimal.uppercased())
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<($0 + 4)]) }.joined(separator: " ")
    }

    /// Whether the owner of this key has signed these bytes for this purpose.
    public func hasSigned(_ message: [UInt8], for purpose: Seal.Purpose, seal: Seal) -> Bool {
        guard seal.bytes.count == Int(crypto_sign_BYTES) else { return false }
        let whole = purpose.whole(message)
        return crypto_sign_verify_detached(seal.bytes, whole, UInt64(whole.count), bytes) == 0
    }
}

/// A signature under some bytes.
public struct Seal: Hashable, Sendable {
    /// What is signed for one purpose is worth nothing for another.
    public enum Purpose: String, Sendable {
        case bundle

        fileprivate func whole(_ message: [UInt8]) -> [UInt8] { Array("biobridge \(rawValue) 1\n".utf8) + message }
    }

    fileprivate let bytes: [UInt8]

    fileprivate init(known bytes: [UInt8]) { self.bytes = bytes }

    /// Nil unless these are hexadecimal digits.
    public init?(_ hexadecimal: String) {
        guard let bytes = [UInt8](hexadecimal: hexadecimal) else { return nil }
        self.bytes = bytes
    }

    public var hexadecimal: String { bytes.hexadecimal }
}

extension Desk {
    /// The key by which others know what this node has signed. It is derived from the node's own secret and lasts as long.
    public var nodeKey: NodeKey { surroundings.secret.signingKeys.known }

    func sign(_ message: [UInt8], for purpose: Seal.Purpose) -> Seal {
        let whole = purpose.whole(message)
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
        _ = crypto_sign_detached(&signature, nil, whole, UInt64(whole.count), surroundings.secret.signingKeys.secret)
        return Seal(known: signature)
    }
}

extension HouseSecret {
    fileprivate var signingKeys: (known: NodeKey, secret: [UInt8]) {
        var known = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
        var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
        _ = crypto_sign_seed_keypair(&known, &secret, derived("sign", "node"))
        return (NodeKey(known: known), secret)
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        let digits = Array<UInt8>("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in self { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for anything but pairs of hexadecimal digits.
    fileprivate init?(hexadecimal text: String) {
        var digits: [UInt8] = []
        for character in text {
            guard character.isASCII, let value = character.hexDigitValue else { return nil }
            digits.append(UInt8(value))
        }
        guard digits.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
