import CSodium
public import Foundation

/// A SHA-256 (FIPS 180-4): 32 bytes.
public struct Digest: Hashable, Codable, Sendable, CustomStringConvertible {
    // Four words rather than an array: no allocation for each of a million entries.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The digest of no entry: what the first entry's `previous` is.
    public static let zero = Digest(words: (0, 0, 0, 0))

    private init(words: (UInt64, UInt64, UInt64, UInt64)) {
        self.words = words
    }

    /// Nil unless there are exactly 32 bytes.
    public init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        words = bytes.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
    }

    /// Nil unless there are exactly 32 bytes.
    public init?(_ bytes: Data) {
        guard let digest = bytes.withUnsafeBytes({ Digest($0) }) else { return nil }
        self = digest
    }

    /// Nil unless there are exactly 64 hexadecimal digits.
    public init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: 64, by: 2) {
            guard let high = Self.value(of: digits[start]), let low = Self.value(of: digits[start + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        self.init(Data(bytes))
    }

    /// The SHA-256 of these bytes.
    public static func of(_ bytes: some ContiguousBytes) -> Digest {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        bytes.withUnsafeBytes { input in
            withUnsafeMutableBytes(of: &words) { output in
                guard let output = output.baseAddress else { return }
                _ = crypto_hash_sha256(
                    output.assumingMemoryBound(to: UInt8.self), input.baseAddress?.assumingMemoryBound(to: UInt8.self),
                    UInt64(input.count))
            }
        }
        return Digest(words: words)
    }

    fileprivate init(_ state: crypto_hash_sha256_state) {
        var state = state
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        Swift.withUnsafeMutableBytes(of: &words) { output in
            guard let output = output.baseAddress else { return }
            crypto_hash_sha256_final(&state, output.assumingMemoryBound(to: UInt8.self))
        }
        self.words = words
    }

    public var bytes: Data { withUnsafeBytes { Data($0) } }

    /// 64 hexadecimal digits in lower case.
    public var hexadecimal: String {
        let alphabet = Array("0123456789abcdef".utf8)
        let digits = withUnsafeBytes { bytes in
            bytes.flatMap { [alphabet[Int($0 >> 4)], alphabet[Int($0 & 15)]] }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    public var description: String { hexadecimal }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words, body)
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        case 0x41...0x46: digit - 0x41 + 10
        default: nil
        }
    }

    public static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = Digest(hexadecimal: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not 64 hexadecimal digits")
        }
        self = digest
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }
}

/// The digest of what is given piece by piece.
struct DigestStream {
    private var state = crypto_hash_sha256_state()

    init() { crypto_hash_sha256_init(&state) }

    mutating func add(_ bytes: Data) {
        bytes.withUnsafeBytes { input in
            _ = crypto_hash_sha256_update(
                &state, input.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(input.count))
        }
    }

    var value: Digest { Digest(state) }
}
