import Foundation
import Testing

@testable import SearchIndex

struct ChecksumTests {
    /// The check value of CRC-32C (RFC 3720, appendix B.4, has others of the same function).
    @Test func isTheOneOfTheStandard() {
        #expect(Checksum.pieces(of: Data("123456789".utf8)) == "e3069283")
        #expect(Checksum.pieces(of: Data(repeating: 0, count: 32)) == "8a9136aa")
        #expect(Checksum.pieces(of: Data()).isEmpty)
    }

    /// Over several pieces, the last of them short.
    @Test func everyChangedByteIsNoticed() {
        var random = SeededRandom(seed: 3)
        var content = Data((0..<2 * Checksum.pieceSize + 77).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })
        let before = Checksum.pieces(of: content)
        #expect(before.count == 3 * 8)
        for place in [0, Checksum.pieceSize - 1, Checksum.pieceSize, content.count - 1] {
            let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
            content[place] ^= bit
            #expect(Checksum.pieces(of: content) != before)
            content[place] ^= bit
        }
        #expect(Checksum.pieces(of: content) == before)
        #expect(Checksum.pieces(of: content.dropLast()) != before)
    }
}
