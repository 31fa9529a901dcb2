import CSodium
import Foundation

/// SHA-256 of what comes and goes as a file.
enum FileDigest {
    /// 32 bytes.
    static func of(_ data: some DataProtocol) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        let bytes = Array(data)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }

    static func hexadecimal(of data: Data) -> String { hexadecimal(of(data)) }

    /// Two digits for each byte, in lower case.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
