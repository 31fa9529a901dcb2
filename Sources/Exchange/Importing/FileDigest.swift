import CSodium
import Foundation

/// SHA-256 of a file.
enum FileDigest {
    static func hexadecimal(of data: Data) -> String {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_bytes()))
        let bytes = Array(data)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
