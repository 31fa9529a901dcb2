import CSearchKernels
import Foundation

/// What a ranking asks of one segment, made ready: postings of its rare terms, rows of bits of everything else.
///
/// A class, because it is asked for every document that is looked at.
final class SegmentRanking {
    /// A term with a list of postings.
    struct List {
        var sum: Int
        var weight: UInt32
        var blockStarts: UnsafePointer<UInt32>?
        var position: Int
        var end: Int
    }

    /// A term with bits.
    struct DenseTerm {
        var sum: Int
        var weight: UInt32
        var bits: UnsafePointer<UInt64>
        var ranks: UnsafePointer<UInt16>
        var blockStarts: UnsafePointer<UInt32>
        var blockHighest: UnsafePointer<UInt8>
        /// Its place among the rows of its sum; that of `high` is the next.
        var row: Int
        /// Which of the documents it counts much in; nil where that makes no difference worth reading another row.
        var high: HighRows.Row?
        /// What an impact of 1 counts in steps of the rows, in 65,536ths, rounded up.
        var stepsOfImpact: UInt64 = 0

        @inline(__always)
        func steps(_ impact: UInt8) -> UInt64 { (stepsOfImpact &* UInt64(impact) &+ 0xFFFF) >> 16 }
    }

    /// A row of high impacts is read where it takes at least so many points from the bound of those it leaves out.
    private static let leastHigh = 0.6

    let state: SegmentState
    /// Which of the reader's.
    let number: Int
    var lists: [List] = []
    /// Whether any of them belongs to a sum.
    private(set) var hasLists = [Bool](repeating: false, count: Ranking.mostSums)
    private(set) var denseTerms: [DenseTerm] = []
    /// The same for the kernel that finds what they count in one document.
    let denseKernel: UnsafeMutablePointer<bb_dense_term>
    let dense: [BitRows]
    /// Keeps alive what `shared` reads.
    private let raised: [Column<UInt64>?]
    let common: BitRows
    let bonus: BitRows
    let column: ByteColumn?
    let columnStep: UInt32
    let classes: ClassRows
    /// Above the least; one more than that, so that no bound is 0. The rest last.
    let classValues: [UInt32]
    /// Documents that may be found.
    let allowed: Column<UInt64>
    let nearness: Nearness?
    /// What every bound begins with.
    let base: Int64
    let shared: SharedSums

    init(
        _ ranking: Ranking, _ filters: RankingFilters, _ plan: Plan, _ terms: TermSet, _ state: SegmentState,
        _ schema: Schema, number: Int
    ) {
        self.state = state
        self.number = number
        let segment = state.segment
        let unit = plan.unit
        func whole(_ points: Double) -> UInt32 { UInt32(clamping: Int64((max(0, points) * unit).rounded(.up))) }
        func set(_ key: FilterKey) -> Column<UInt64> { state.lasting(key, schema) }

        var rows: [[(bits: UnsafePointer<UInt64>, value: UInt32)]] = [[], []]
        for clause in terms.entries where ranking.sumOfGroup.indices.contains(clause.group) {
            let term = clause.term
            let sum = ranking.sumOfGroup[clause.group]
            let table = segment.tables[term]
            let tableStart = Int(table) * (segment.blockCount + 1)
            let starts = table == Segment.noTable ? nil : segment.blockStarts.base + tableStart
            if rows[sum].count < BitRows.most - 1, let bits = segment.bits(of: term), let starts {
                let highest = segment.highestImpacts[term]
                var high: HighRows.Row? = segment.highRow(of: bits)
                if let row = high, Double(highest - row.above) * Double(clause.weight) < Self.leastHigh * unit {
                    high = nil
                }
                denseTerms.append(
                    DenseTerm(
                        sum: sum, weight: clause.weight, bits: bits, ranks: segment.ranks(of: bits),
                        blockStarts: starts,
                        blockHighest: segment.blockHighest.base + tableStart, row: rows[sum].count, high: high))
                rows[sum].append((bits, clause.weight &* UInt32(high?.above ?? highest)))
                if let high { rows[sum].append((high.bits, clause.weight &* UInt32(highest - high.above))) }
            } else {
                let range = segment.postings(of: term)
                hasLists[sum] = true
                lists.append(
                    List(
                        sum: sum, weight: clause.weight, blockStarts: starts, position: range.lowerBound,
                        end: range.upperBound))
            }
        }
        let caps = (0..<Ranking.mostSums).map { $0 < ranking.sums.count ? whole(ranking.sums[$0].cap) : 0 }
        dense = zip(rows, caps).map { BitRows($0, cap: $1) }
        denseKernel = .allocate(capacity: max(1, denseTerms.count))
        for (place, term) in denseTerms.enumerated() {
            (denseKernel + place).initialize(
                to: bb_dense_term(
                    row: term.bits, ranks: term.ranks, starts: term.blockStarts, weight: term.weight,
                    sum: UInt32(term.sum)))
        }
        for index in denseTerms.indices {
            let step = UInt64(dense[denseTerms[index].sum].step)
            denseTerms[index].stepsOfImpact = (UInt64(denseTerms[index].weight) << 16 + step - 1) / step
        }
        let raises = (0..<Ranking.mostSums).map { sum in
            sum < ranking.sums.count ? UInt32(max(0, (ranking.sums[sum].raise * 256).rounded(.up))) : 0
        }
        raised = zip(filters.raised, raises).map { filter, raise in raise == 0 ? nil : filter.map(set) }
        shared = SharedSums(
            caps: SIMD2(caps[0], caps[1]), raises: SIMD2(raises[0], raises[1]),
            raised: (raised[0]?.base, raised[1]?.base))
        func bits(_ bonuses: ArraySlice<RankingFilters.Bonus>) -> BitRows {
            let sets = bonuses.map { set($0.key) }
            return BitRows(zip(sets, bonuses).map { ($0.base, whole($1.value)) }, keeping: sets)
        }
        common = bits(filters.common.prefix(BitRows.most))
        bonus = bits(filters.bonuses.prefix(BitRows.most))
        // What has no row counts for every document: too much, but never too little.
        let others = filters.common.dropFirst(BitRows.most) + filters.bonuses.dropFirst(BitRows.most)
        column = ranking.column.map { column in
            segment.byteColumns.column(column.key) {
                ByteColumn(count: segment.count) { column.value(StoredDocument(segment, doc: $0, schema).values) }
            }
        }
        columnStep = column.map { UInt32(($0.step * unit).rounded(.up)) } ?? 0
        classes = ClassRows(filters.classes.map(set))
        let values = ranking.classes.map(\.value) + [ranking.classes.isEmpty ? 0 : ranking.restValue]
        let least = values.min() ?? 0
        classValues = values.map { whole($0 - least) + 1 }
        allowed = state.allowed(filters.allowed, schema)
        nearness = ranking.meaning.flatMap { Nearness($0, segment.vectors, schema, unit: unit) }
        let points =
            ranking.base + ranking.rounding + least + (column?.base ?? 0) + others.reduce(0) { $0 + max(0, $1.value) }
        base = Int64((points * unit).rounded(.up)) + 1
    }

    deinit { denseKernel.deallocate() }
}
