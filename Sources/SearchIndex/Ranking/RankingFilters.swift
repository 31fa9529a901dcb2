/// The filters of a ranking, each hashed once for all segments.
struct RankingFilters {
    struct Bonus {
        var key: FilterKey
        var value: Double
    }

    let common: [Bonus]
    let bonuses: [Bonus]
    let classes: [FilterKey]
    let raised: [FilterKey?]
    let allowed: FilterKey?

    init(_ ranking: Ranking) {
        common = ranking.bonuses.filter(\.isCommon).map { Bonus(key: FilterKey($0.filter), value: $0.value) }
        bonuses = ranking.bonuses.filter { !$0.isCommon }.map { Bonus(key: FilterKey($0.filter), value: $0.value) }
        classes = ranking.classes.map { FilterKey($0.filter) }
        raised = (0..<Ranking.mostSums).map { sum in
            sum < ranking.sums.count ? ranking.sums[sum].raised.map(FilterKey.init) : nil
        }
        allowed = ranking.filter.map(FilterKey.init)
    }
}
