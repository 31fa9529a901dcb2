import CSodium
import NIOPosix

/// Turns passwords into hashes with argon2id (libsodium), on threads of its own: one takes some 25 ms and 19 MiB, which no
/// event loop can spare.
///
/// The defaults are those OWASP's Password Storage Cheat Sheet names for argon2id (19 MiB, two passes).
public struct PasswordHasher: Sendable {
    /// What one hash costs. It is written into the hash, so it may change while old hashes go on being valid.
    public struct Cost: Sendable, Equatable {
        public var passes: Int
        public var bytes: Int

        public init(passes: Int = 2, bytes: Int = 19 << 20) {
            self.passes = passes
            self.bytes = bytes
        }

        public static let interactive = Cost()
        /// The least argon2id accepts; for tests.
        public static let least = Cost(passes: 1, bytes: 8_192)
    }

    /// Longer ones are refused before they are hashed, in bytes of UTF-8.
    public static let longestPassword = 1_024

    private let cost: Cost
    private let pool: BoundedThreads
    private let unknown: String

    /// - Parameters:
    ///   - threads: Hashes made at once, which bounds memory: `threads` times `cost.bytes`.
    ///   - waiting: Callers that may wait; one more is told `busy`.
    public init(cost: Cost = .interactive, threads: Int = 2, waiting: Int = 64) {
        self.cost = cost
        pool = BoundedThreads(threads: threads, waiting: waiting)
        // The hash of a password nobody knows, so that an unknown account takes as long as a wrong password.
        unknown = (try? Self.hash(Token.random().text, cost: cost)) ?? ""
    }

    /// The hash to keep, with its salt and cost in it. Throws `busy`, `tooLarge`, or `unexpected` when memory is short.
    public func hash(_ password: String) async throws -> String {
        guard password.utf8.count <= Self.longestPassword else { throw WebProblem(.tooLarge) }
        let cost = cost
        return try await pool.run { try Self.hash(password, cost: cost) }
    }

    /// Whether the password belongs to the hash. With no hash (there is no such account) it takes the same time and is
    /// false. Throws `busy`.
    public func verify(_ password: String, against hash: String?) async throws -> Bool {
        guard password.utf8.count <= Self.longestPassword else { return false }
        let stored = hash ?? unknown
        let isRight = try await pool.run {
            let bytes = Array(password.utf8.map(CChar.init(bitPattern:)))
            return crypto_pwhash_str_verify(stored, bytes, UInt64(bytes.count)) == 0
        }
        return isRight && hash != nil
    }

    /// Whether a hash was made at another cost, so that the next right sign-in should make it anew.
    public func needsNewHash(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, UInt64(cost.passes), cost.bytes) != 0
    }

    private static func hash(_ password: String, cost: Cost) throws(WebProblem) -> String {
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let bytes = Array(password.utf8.map(CChar.init(bitPattern:)))
        guard
            crypto_pwhash_str_alg(
                &text, bytes, UInt64(bytes.count), UInt64(cost.passes), cost.bytes, crypto_pwhash_ALG_ARGON2ID13) == 0
        else { throw WebProblem(.unexpected) }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
