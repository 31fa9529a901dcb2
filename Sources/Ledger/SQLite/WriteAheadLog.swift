import Foundation

/// Judges the log (`ledger.sqlite-wal`) a killed process left, before SQLite reads it.
///
/// SQLite takes a log up to its first bad frame and silently forgets the rest. After a crash that is right: only the last
/// transaction can be half written, because each is synced before the next is begun. Where a whole transaction stands
/// behind a bad frame, though, the disk lost what was acknowledged, and somebody must know. A log that is merely cut
/// short cannot be told from an earlier one. The format is that of sqlite.org/fileformat2.html, section 4.
struct WriteAheadLog {
    private static let headerSize = 32
    private static let frameHeaderSize = 24

    private let bytes: Data

    init(_ bytes: Data) {
        self.bytes = bytes
    }

    /// Whether commits that were synced can no longer be read from it.
    var hasLostCommits: Bool {
        bytes.withUnsafeBytes { Self.hasLostCommits($0) }
    }

    private static func hasLostCommits(_ log: UnsafeRawBufferPointer) -> Bool {
        guard log.count > headerSize else { return false }
        var sum = Checksum(isBigEndian: word(log, 0) & 1 == 1)
        sum.add(log, 0..<24)
        let isHeaderSound =
            word(log, 0) & ~1 == 0x377F_0682 && sum.first == word(log, 24) && sum.second == word(log, 28)
        guard isHeaderSound else { return true }

        let pageSize = Int(word(log, 8))
        guard pageSize >= 512 else { return true }
        let frameSize = frameHeaderSize + pageSize
        var isSound = true
        var lostCommit = false
        for start in stride(from: headerSize, through: log.count - frameSize, by: frameSize) {
            // Frames of another round, which SQLite wrote over from the front, have other salts.
            let isOfThisRound = word(log, start + 8) == word(log, 16) && word(log, start + 12) == word(log, 20)
            if isSound {
                sum.add(log, start..<start + 8)
                sum.add(log, start + frameHeaderSize..<start + frameSize)
                isSound =
                    isOfThisRound && sum.first == word(log, start + 16) && sum.second == word(log, start + 20)
                if isSound { continue }
            } else if lostCommit && isOfThisRound {
                return true
            }
            let isCommit = word(log, start + 4) != 0
            // A frame whose salts alone were hit is of this round as well, if the frame behind it is.
            lostCommit = lostCommit || isCommit
        }
        return false
    }

    private static func word(_ log: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
        UInt32(bigEndian: log.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// The log's own running sum over pairs of words.
    private struct Checksum {
        let isBigEndian: Bool
        var first: UInt32 = 0
        var second: UInt32 = 0

        mutating func add(_ log: UnsafeRawBufferPointer, _ range: Range<Int>) {
            for offset in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
                first &+= word(log, offset) &+ second
                second &+= word(log, offset + 4) &+ first
            }
        }

        private func word(_ log: UnsafeRawBufferPointer, _ offset: Int) -> UInt32 {
            let word = log.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
        }
    }
}
