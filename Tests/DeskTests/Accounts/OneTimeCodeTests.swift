import Foundation
import Testing

@testable import Desk

@Suite("One-time codes") struct OneTimeCodeTests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    @Test("SHA-1 gives the digests of FIPS 180 and of the empty text")
    func digests() {
        #expect(hex(SHA1.digest(Array("abc".utf8))) == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(hex(SHA1.digest([])) == "da39a3ee5e6b4b0d3255bfef95601890afd80709")
        let long = Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
        #expect(hex(SHA1.digest(long)) == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
        let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        #expect(hex(SHA1.digest(million)) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
    }

    @Test(
        "HMAC-SHA-1 gives the codes of RFC 2202",
        arguments: [
            ([UInt8](repeating: 0x0B, count: 20), "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
            (Array("Jefe".utf8), "what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
            (
                [UInt8](repeating: 0xAA, count: 80), "Test Using Larger Than Block-Size Key - Hash Key First",
                "aa4ae5e15272d00e95705637ce8a3b55ed402112"
            ),
        ])
    func authentication(key: [UInt8], message: String, code: String) {
        #expect(hex(SHA1.authentication(of: Array(message.utf8), key: key)) == code)
    }

    @Test(
        "the codes are those of RFC 6238, appendix B",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ])
    func codes(seconds: Int, code: String) {
        let key = Array("12345678901234567890".utf8)
        let step = OneTimeCode.step(at: Date(timeIntervalSince1970: Double(seconds)))
        #expect(OneTimeCode.code(key: key, step: step, digits: 8) == code)
    }

    @Test("a code is taken for half a minute before and after, in any digits, and never again")
    func matching() throws {
        let key = Array("12345678901234567890".utf8)
        let now = Date(timeIntervalSince1970: 1_234_567_890)
        let step = OneTimeCode.step(at: now)
        let code = OneTimeCode.code(key: key, step: step)
        #expect(OneTimeCode.matching(code, key: key, at: now, after: 0) == step)
        #expect(OneTimeCode.matching(code, key: key, at: now.addingTimeInterval(30), after: 0) == step)
        #expect(OneTimeCode.matching(code, key: key, at: now.addingTimeInterval(90), after: 0) == nil)
        #expect(OneTimeCode.matching(code, key: key, at: now, after: step) == nil)
        let arabic = code.unicodeScalars.map { String(UnicodeScalar($0.value - 48 + 0x0660)!) }.joined()
        #expect(OneTimeCode.matching(" \(arabic.prefix(3)) \(arabic.suffix(3))", key: key, at: now, after: 0) == step)
        #expect(OneTimeCode.matching("", key: key, at: now, after: 0) == nil)
    }

    @Test("the key is written in base 32, and in the address telephones read")
    func key() {
        let key = FactorKey(bytes: Array("12345678901234567890".utf8))
        #expect(key.text == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        let address = key.address(account: "a&b@example.org", issuer: "Bio-Bridge")
        #expect(
            address.hasPrefix(
                "otpauth://totp/Bio%2DBridge:a%26b%40example%2Eorg?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&"))
    }
}
