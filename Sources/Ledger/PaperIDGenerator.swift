public import Foundation
import Synchronization

/// Makes identifiers that sort in the order of their making.
///
/// The part after the kind is a ULID (github.com/ulid/spec): 48 bits of milliseconds since 1970 and 80 random bits,
/// written as 26 characters of Crockford's base 32, here in lower case. Within one millisecond, or when the clock goes
/// back, the previous number is counted up, so each identifier of one generator is greater than the one before.
public final class PaperIDGenerator: Sendable {
    private let now: @Sendable () -> Date
    private let random: @Sendable () -> UInt64
    private let last = Mutex<UInt128>(0)

    /// - Parameters:
    ///   - now: the clock.
    ///   - random: 64 random bits at each call. Identifiers appear in addresses, so they must not be guessable.
    public init(
        now: @escaping @Sendable () -> Date,
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0 ... .max) }
    ) {
        self.now = now
        self.random = random
    }

    /// The next identifier: the prefix (usually the kind of paper), a hyphen and 26 characters.
    public func next(_ prefix: String) -> PaperID {
        let milliseconds = UInt128(clamping: now().millisecondsSince1970) & 0xFFFF_FFFF_FFFF
        let noise = (UInt128(random()) << 16) | UInt128(random() & 0xFFFF)
        let number = last.withLock { last in
            let fresh = milliseconds << 80 | noise
            last = fresh >> 80 > last >> 80 ? fresh : last &+ 1
            return last
        }
        return PaperID("\(prefix)-\(Self.crockford(number))")
    }

    static func crockford(_ number: UInt128) -> String {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
        let characters = (0..<26).reversed().map { place in alphabet[Int((number >> (UInt128(place) * 5)) & 31)] }
        return String(decoding: characters, as: UTF8.self)
    }
}

extension Date {
    /// The ledger's time: whole milliseconds.
    var millisecondsSince1970: Int64 {
        let milliseconds = (timeIntervalSince1970 * 1000).rounded()
        return Int64(exactly: milliseconds) ?? (milliseconds > 0 ? .max : 0)
    }

    init(millisecondsSince1970 milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
