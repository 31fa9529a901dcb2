/// The number of one request: it stands in the log and on an error page, and a person can read it over the telephone.
public struct CaseNumber: Sendable, Hashable, CustomStringConvertible {
    /// Eight characters in two groups, without those taken for one another (no I, L, O, U).
    public var description: String {
        let characters = (0..<8).map { Self.alphabet[Int(bits >> UInt64($0 * 5) & 31)] }
        return String(decoding: characters[..<4], as: UTF8.self) + "-"
            + String(decoding: characters[4...], as: UTF8.self)
    }

    private let bits: UInt64

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// 40 random bits: two of a million requests share a number by chance about once in two.
    public init() {
        var random = SystemRandomNumberGenerator()
        bits = random.next() & 0xFF_FFFF_FFFF
    }
}
