import CSodium

/// SHA-256 and its keyed form, by libsodium.
public enum Digest {
    /// 32 bytes.
    public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        return hash
    }

    /// HMAC-SHA-256, 32 bytes.
    public static func authentication(of bytes: [UInt8], key: SecretKey) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256(&code, bytes, UInt64(bytes.count), key.bytes)
        return code
    }

    /// Compares in a time that depends on the lengths only.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }
}

/// A key of this node, 32 bytes. It is never written to logs.
public struct SecretKey: Sendable, CustomStringConvertible, CustomReflectable {
    public static let length = 32

    let bytes: [UInt8]

    /// `nil` unless `bytes` are 32.
    public init?(bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        self.bytes = bytes
    }

    /// A key for one purpose, derived from this one, so that the node keeps one secret only.
    public func derived(for purpose: String) -> SecretKey {
        SecretKey(known: Digest.authentication(of: Array(purpose.utf8), key: self))
    }

    /// A key from libsodium's generator.
    public static func random() -> SecretKey { SecretKey(known: RandomBytes.make(length)) }

    private init(known bytes: [UInt8]) { self.bytes = bytes }

    public var description: String { "SecretKey" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

enum RandomBytes {
    /// From the system's generator. Without it nothing here is safe: libsodium ends the program then.
    static func make(_ count: Int) -> [UInt8] {
        Sodium.start()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}

/// libsodium chooses its fastest code for this processor when it is started, once.
enum Sodium {
    private static let isStarted = sodium_init() >= 0

    static func start() { precondition(isStarted, "libsodium could not start: the system gives no random numbers") }
}
