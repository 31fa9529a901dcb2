import CSearchKernels
public import Foundation

/// Checksums of large files: a CRC-32C (Castagnoli, as in RFC 3720) for each piece, so that pieces are read side by side.
///
/// Each notices every error of up to 32 bits in a row for certain, any other but for one in four billion. It guards against
/// worn disks and torn writes, not against people: a digest that does takes ten times as long.
public enum Checksum {
    static let pieceSize = 1 << 22

    /// The checksums of the pieces of 4 MB, one after another as hexadecimal digits.
    public static func pieces(of content: Data) -> String {
        let count = (content.count + pieceSize - 1) / pieceSize
        let sums = content.withUnsafeBytes { bytes in
            [UInt32](unsafeUninitializedCapacity: count) { sums, filled in
                let target = Target(sums: sums, bytes: bytes)
                DispatchQueue.concurrentPerform(iterations: count) { target.reckon($0) }
                filled = count
            }
        }
        return sums.map { sum in
            let digits = String(sum, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// Unchecked for the addresses: each piece is read and its sum written by one thread, while the caller waits.
    private struct Target: @unchecked Sendable {
        let sums: UnsafeMutableBufferPointer<UInt32>
        let bytes: UnsafeRawBufferPointer

        func reckon(_ piece: Int) {
            let start = piece * pieceSize
            let part = UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + pieceSize, bytes.count)])
            sums[piece] = part.baseAddress.map { bb_crc32c(0, $0, part.count) } ?? 0
        }
    }
}
