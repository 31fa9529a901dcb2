/// Bytes that mean one list of values only: numbers in eight bytes (little endian), texts in UTF-8 after their length.
struct CanonicalBytes {
    private var bytes: [UInt8] = []

    /// - Parameter purpose: what is digested, so that a digest of one thing is never one of another.
    init(_ purpose: String) {
        bytes.reserveCapacity(384)
        append(purpose)
    }

    mutating func append(_ number: Int64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        append(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ digest: Digest) {
        digest.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    var digest: Digest { Digest.of(bytes) }
}
