import CSearchKernels
import Foundation

/// The most that meaning can count, told from the signs of vectors.
struct Nearness {
    /// By how many bits differ.
    private let most512: [UInt32]
    private let signs: [UInt64]
    private let vectors: VectorColumns
    /// What no document exceeds.
    let most: UInt32

    init?(_ meaning: Ranking.Meaning, _ vectors: VectorColumns, _ schema: Schema, unit: Double) {
        let length = schema.vectorLength
        guard length > 0, meaning.vector.values.count == length, meaning.to > meaning.from,
            // Not even one document may have a vector: then there are no signs to read.
            !vectors.docs.isEmpty
        else { return nil }
        self.vectors = vectors
        signs = VectorSigns.of(meaning.vector.values)
        most512 = (0...length).map { different in
            let share = Double(different) / Double(length)
            // The share of differing signs is the angle by half a turn, give or take (Charikar 2002).
            let deviation = (max(share * (1 - share), 1 / Double(length)) / Double(length)).squareRoot()
            let angle = Double.pi * max(0, share - Ranking.Meaning.margin * deviation)
            return UInt32(clamping: Int64((meaning.value(cos(angle)) * unit).rounded(.up)))
        }
        most = UInt32(clamping: Int64((meaning.most * unit).rounded(.up)))
    }

    /// Visits what was found with the most that meaning can add to it.
    func forEach(_ found: UnsafeMutableBufferPointer<bb_found>, first: Int, _ visit: (bb_found, UInt32) -> Void) {
        guard !found.isEmpty else { return }
        let rows = vectors.rows.base + first
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: found.count) { picked in
            withUnsafeTemporaryAllocation(of: UInt16.self, capacity: found.count) { distances in
                guard let pickedBase = picked.baseAddress, let distanceBase = distances.baseAddress else { return }
                for index in found.indices {
                    let row = rows[Int(found[index].place)]
                    picked[index] = row == VectorColumns.none ? 0 : row
                }
                signs.withUnsafeBufferPointer { signs in
                    if let query = signs.baseAddress {
                        bb_hamming_picked(vectors.signs.base, pickedBase, found.count, signs.count, query, distanceBase)
                    }
                }
                for index in found.indices {
                    let item = found[index]
                    visit(item, rows[Int(item.place)] == VectorColumns.none ? 0 : most512[Int(distances[index])])
                }
            }
        }
    }
}
