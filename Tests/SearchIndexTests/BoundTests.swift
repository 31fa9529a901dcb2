import CSearchKernels
import Testing

@testable import SearchIndex

/// The kernel of bounds, for wide registers and without, against the same reckoned document by document.
struct BoundTests {
    /// Parts of a bound over documents of two blocks, from chance.
    private struct Parts {
        static let words = 64 + 6

        let dense: [BitRows]
        let common: BitRows
        let bonus: BitRows
        let sets: [[Column<UInt64>]]
        let raised: Column<UInt64>
        let mask: Column<UInt64>
        let classes: ClassRows
        let classSets: [Column<UInt64>]
        let exact: [[UInt32]]
        let column: [UInt8]
        var values = [UInt32](repeating: 0, count: 8)
        var lifts = [UInt32](repeating: 0, count: 8)
        let gated: Bool

        init(_ random: inout SeededRandom, rows: Int, classes count: Int, gated: Bool) {
            func set(_ share: Int) -> Column<UInt64> {
                Column(
                    (0..<Self.words).map { _ in
                        (0..<share).reduce(UInt64.max) { bits, _ in bits & UInt64.random(in: 0 ... .max, using: &random)
                        }
                    })
            }
            var sets: [[Column<UInt64>]] = []
            var made: [BitRows] = []
            for kind in 0..<4 {
                let columns = (0..<rows + kind).map { set(1 + $0 % 3) }
                sets.append(columns)
                // Words have a cap, which many rows exceed together.
                made.append(
                    BitRows(
                        columns.map { ($0.base, UInt32.random(in: 0..<9_000, using: &random)) },
                        cap: kind < 2 ? Self.cap[kind] : nil, keeping: columns))
            }
            self.sets = sets
            dense = [made[0], made[1]]
            common = made[2]
            bonus = made[3]
            raised = set(1)
            mask = set(1)
            classSets = (0..<count).map { _ in set(2) }
            classes = ClassRows(classSets)
            exact = (0..<2).map { _ in
                (0..<Self.words * 64).map { _ in
                    Bool.random(using: &random) ? 0 : UInt32.random(in: 0..<90_000, using: &random)
                }
            }
            column = (0..<Self.words * 64).map { _ in UInt8.random(in: 0...255, using: &random) }
            for place in 0...count {
                values[place] = UInt32.random(in: 1..<5_000, using: &random)
                lifts[place] = UInt32.random(in: 0..<9_000, using: &random)
            }
            self.gated = gated
        }

        static let cap: [UInt32] = [60_000, 40_000]
        static let raise: [UInt32] = [0, 128]

        private func has(_ set: Column<UInt64>, _ doc: Int) -> Bool { set[doc >> 6] >> UInt64(doc & 63) & 1 == 1 }

        private func sum(_ rows: BitRows, _ kind: Int, _ doc: Int) -> UInt32 {
            var steps: UInt32 = 0
            for (row, set) in sets[kind].enumerated() where has(set, doc) { steps += UInt32(rows[row]) }
            return min(255, steps) * rows.step
        }

        /// What the kernel ought to find.
        func expected(_ words: Range<Int>, _ threshold: UInt32) -> [[UInt32]] {
            var found: [[UInt32]] = []
            for doc in words.lowerBound * 64..<words.upperBound * 64 where has(mask, doc) {
                var own: UInt32 = 0
                for sum in 0..<2 {
                    var value = min(Self.cap[sum], exact[sum][doc] + self.sum(dense[sum], sum, doc))
                    if sum == 1, has(raised, doc) { value += (value >> 8) * Self.raise[sum] + Self.raise[sum] }
                    own += value
                }
                let shared = sum(common, 2, doc)
                if gated, own + shared == 0 { continue }
                let group = classSets.firstIndex { has($0, doc) } ?? classSets.count
                let others = shared + sum(bonus, 3, doc) + values[group] + UInt32(column[doc]) * 21
                if own + others + lifts[group] >= max(1, threshold) {
                    found.append([UInt32(doc - words.lowerBound * 64), own + others, others, UInt32(group)])
                }
            }
            return found
        }

        func found(_ words: Range<Int>, _ threshold: UInt32, plainly: Bool) -> [[UInt32]] {
            exact[0].withUnsafeBufferPointer { left in
                exact[1].withUnsafeBufferPointer { right in
                    column.withUnsafeBufferPointer { column in
                        guard let left = left.baseAddress, let right = right.baseAddress,
                            let column = column.baseAddress
                        else { return [] }
                        let first = words.lowerBound * 64
                        var parts = bb_bound_parts(
                            exact: (left + first, right + first), dense: (dense[0].kernel, dense[1].kernel),
                            raised: (nil, raised.base), cap: (Self.cap[0], Self.cap[1]),
                            raise: (Self.raise[0], Self.raise[1]), common: common.kernel, bonus: bonus.kernel,
                            column: column + first, column_step: 21, classes: UnsafePointer(classes.rows),
                            class_count: classes.count,
                            class_values: (
                                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]
                            ),
                            class_lifts: (
                                lifts[0], lifts[1], lifts[2], lifts[3], lifts[4], lifts[5], lifts[6], lifts[7]
                            ), gated: gated ? 1 : 0)
                        let scratch = RankingScratch()
                        let count =
                            plainly
                            ? bb_bound_plain(&parts, mask.base, words.lowerBound, words.count, threshold, scratch.found)
                            : bb_bound(&parts, mask.base, words.lowerBound, words.count, threshold, scratch.found)
                        return (0..<count).map { place in
                            let item = scratch.found[place]
                            return [item.place, item.bound, item.others, item.group]
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: [0, 1, 3, 7])
    func boundsAreReckonedAlike(classes: Int) {
        var random = SeededRandom(seed: UInt64(classes) + 5)
        for round in 0..<6 {
            let parts = Parts(&random, rows: [0, 5, 23][round % 3], classes: classes, gated: round < 3)
            for words in [0..<64, 0..<8, 8..<16, 56..<70, 64..<70] {
                for threshold in [0, 30_000, 90_000, 200_000] as [UInt32] {
                    let expected = parts.expected(words, threshold)
                    #expect(parts.found(words, threshold, plainly: true) == expected)
                    #expect(parts.found(words, threshold, plainly: false) == expected)
                }
            }
        }
    }

    /// Whatever the values, their steps fit a byte together and are never worth less.
    @Test func stepsAreNeverLess() {
        var random = SeededRandom(seed: 9)
        let set = Column<UInt64>([0])
        for count in [1, 2, 40, 200, 300] {
            let values = (0..<count).map { _ in UInt32.random(in: 0..<70_000, using: &random) }
            let rows = BitRows(values.map { (set.base, $0) }, keeping: [set])
            #expect(rows.count == min(count, BitRows.most))
            #expect((0..<rows.count).reduce(0) { $0 + Int(rows[$1]) } <= 255)
            for place in 0..<rows.count { #expect(UInt64(rows[place]) * UInt64(rows.step) >= UInt64(values[place])) }
        }
    }
}
