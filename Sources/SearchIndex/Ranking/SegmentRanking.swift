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
        /// Its place among the rows of its sum.
        var row: Int
        /// What an impact of 1 counts in steps of the rows, in 65,536ths, rounded up.
        var stepsOfImpact: UInt64 = 0
    }

    let state: SegmentState
    /// Which of the reader's.
    let number: Int
    var lists: [List] = []
    private(set) var denseTerms: [DenseTerm] = []
    /// The same for the kernel that finds what they count in one document.
    let denseKernel: UnsafeMutablePointer<bb_dense_term>
    let dense: [BitRows]
    /// Where a sum is raised.
    let raised: [Column<UInt64>?]
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
    let caps: [UInt32]
    /// By how many 256ths more documents have where a sum is raised.
    let raises: [UInt32]
    private let hasRaised: Bool

    init(
        _ ranking: Ranking, _ filters: RankingFilters, _ plan: Plan, _ state: SegmentState, _ schema: Schema,
        number: Int
    ) {
        self.state = state
        self.number = number
        let segment = state.segment
        let unit = plan.unit
        func whole(_ points: Double) -> UInt32 { UInt32(clamping: Int64((max(0, points) * unit).rounded(.up))) }
        func set(_ key: FilterKey) -> Column<UInt64> { state.lasting(key, schema) }

        var rows: [[(bits: UnsafePointer<UInt64>, value: UInt32)]] = [[], []]
        for clause in plan.clauses {
            guard clause.isTerm, let term = clause.places[number], ranking.sumOfGroup.indices.contains(clause.group)
            else { continue }
            let sum = ranking.sumOfGroup[clause.group]
            let table = segment.tables[term]
            let tableStart = Int(table) * (segment.blockCount + 1)
            let starts = table == Segment.noTable ? nil : segment.blockStarts.base + tableStart
            if rows[sum].count < BitRows.most, let bits = segment.bits(of: term), let starts {
                denseTerms.append(
                    DenseTerm(
                        sum: sum, weight: clause.weight, bits: bits, ranks: segment.ranks(of: bits),
                        blockStarts: starts,
                        blockHighest: segment.blockHighest.base + tableStart, row: rows[sum].count))
                rows[sum].append((bits, clause.weight &* UInt32(segment.highestImpacts[term])))
            } else {
                let range = segment.postings(of: term)
                lists.append(
                    List(
                        sum: sum, weight: clause.weight, blockStarts: starts, position: range.lowerBound,
                        end: range.upperBound))
            }
        }
        dense = rows.map { BitRows($0) }
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
        self.raises = raises
        raised = zip(filters.raised, raises).map { filter, raise in raise == 0 ? nil : filter.map(set) }
        hasRaised = raised.contains { $0 != nil }
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
                ByteColumn(count: segment.count) { column.value(StoredDocument(segment, doc: $0, schema)) }
            }
        }
        columnStep = column.map { UInt32(($0.step * unit).rounded(.up)) } ?? 0
        classes = ClassRows(filters.classes.map(set))
        let values = ranking.classes.map(\.value) + [ranking.classes.isEmpty ? 0 : ranking.restValue]
        let least = values.min() ?? 0
        classValues = values.map { whole($0 - least) + 1 }
        caps = (0..<Ranking.mostSums).map { $0 < ranking.sums.count ? whole(ranking.sums[$0].cap) : 0 }
        allowed = state.allowed(filters.allowed, schema)
        nearness = ranking.meaning.flatMap { Nearness($0, segment.vectors, schema, unit: unit) }
        let points =
            ranking.base + ranking.rounding + least + (column?.base ?? 0) + others.reduce(0) { $0 + max(0, $1.value) }
        base = Int64((points * unit).rounded(.up)) + 1
    }

    deinit { denseKernel.deallocate() }

    /// Which sums are raised for a document.
    func raisedSums(of doc: Int) -> SIMD2<UInt32> {
        var result = SIMD2<UInt32>.zero
        guard hasRaised else { return result }
        for sum in 0..<Ranking.mostSums {
            if let set = raised[sum], set.base[doc >> 6] >> UInt64(doc & 63) & 1 != 0 { result[sum] = raises[sum] }
        }
        return result
    }

    /// What words count in a bound, as the kernel reckons it.
    func shared(_ sums: SIMD2<UInt64>, raised: SIMD2<UInt32>) -> Int64 {
        var total: UInt64 = 0
        for sum in 0..<Ranking.mostSums {
            let capped = min(sums[sum], UInt64(caps[sum]))
            total += capped + (raised[sum] == 0 ? 0 : (capped >> 8 + 1) * UInt64(raised[sum]))
        }
        return Int64(total)
    }
}
