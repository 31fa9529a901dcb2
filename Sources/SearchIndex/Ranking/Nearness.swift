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
        guard length > 0, meaning.vector.values.count == length, meaning.to > meaning.from, !vectors.rows.isEmpty
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

    /// Adds to the bounds of the places found what meaning can add, and keeps those that still reach the limit.
    func sift(
        _ places: UnsafeMutablePointer<UInt32>, _ found: Int, first: Int, bounds: UnsafeMutablePointer<UInt32>,
        limit: Int64
    ) -> Int {
        guard found > 0 else { return 0 }
        let rows = vectors.rows.base + first
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: found) { picked in
            withUnsafeTemporaryAllocation(of: UInt16.self, capacity: found) { distances in
                guard let pickedBase = picked.baseAddress, let distanceBase = distances.baseAddress else { return 0 }
                for index in 0..<found {
                    let row = rows[Int(places[index])]
                    picked[index] = row == VectorColumns.none ? 0 : row
                }
                signs.withUnsafeBufferPointer { signs in
                    if let query = signs.baseAddress {
                        bb_hamming_picked(
                            vectors.signs.base, pickedBase, found, signs.count, query, distanceBase)
                    }
                }
                var kept = 0
                for index in 0..<found {
                    let place = Int(places[index])
                    let more = rows[place] == VectorColumns.none ? 0 : most512[Int(distances[index])]
                    let bound = bounds[place] &+ more
                    guard Int64(bound) >= limit else { continue }
                    bounds[place] = bound
                    places[kept] = UInt32(place)
                    kept += 1
                }
                return kept
            }
        }
    }
}
