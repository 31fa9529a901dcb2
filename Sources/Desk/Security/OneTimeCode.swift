import Foundation

/// Codes that a program on a telephone shows: time-based one-time passwords (RFC 6238) with SHA-1, six digits, half a
/// minute each, as all such programs know them.
enum OneTimeCode {
    static let digits = 6
    /// Seconds a code is shown.
    static let period: TimeInterval = 30

    static func step(at moment: Date) -> Int64 { Int64((moment.timeIntervalSince1970 / period).rounded(.down)) }

    /// The code of a time step (RFC 4226, 5.3).
    static func code(key: [UInt8], step: Int64, digits: Int = digits) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let hash = SHA1.authentication(of: counter, key: key)
        let offset = Int(hash[19] & 15)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { value, _ in value * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// The time step a code belongs to: the present one, or one beside it for clocks that go wrong. Nil where it is none of
    /// them, or was taken before.
    /// - Parameter last: the step of the last code that was taken; it and those before are not taken again.
    static func matching(_ typed: String, key: [UInt8], at moment: Date, after last: Int64) -> Int64? {
        let now = step(at: moment)
        let typed = digits(in: typed)
        return [now, now - 1, now + 1].first { $0 > last && code(key: key, step: $0) == typed }
    }

    /// What was typed, in Western digits, without the blanks people group digits with.
    static func digits(in text: String) -> String {
        String(text.unicodeScalars.compactMap { $0.properties.numericValue.map { "\(Int($0))" } }.joined())
    }
}

/// What the telephone is told, by a QR code or by hand.
public struct FactorKey: Sendable {
    /// 20 bytes.
    let bytes: [UInt8]

    /// Base 32 (RFC 4648, 6), in groups of four, for who types it.
    public var text: String {
        let plain = Array(base32)
        return stride(from: 0, to: plain.count, by: 4).map { String(plain[$0..<min($0 + 4, plain.count)]) }
            .joined(separator: " ")
    }

    /// The address a QR code holds, in the form that programs for one-time codes share.
    /// - Parameters:
    ///   - account: shown beside the code: her e-mail address.
    public func address(account: String, issuer: String) -> String {
        func encoded(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        let label = encoded(issuer) + ":" + encoded(account)
        return "otpauth://totp/\(label)?secret=\(base32)&issuer=\(encoded(issuer))&algorithm=SHA1&digits=6&period=30"
    }

    private var base32: String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> bits) & 31])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << (5 - bits)) & 31]) }
        return text
    }
}
