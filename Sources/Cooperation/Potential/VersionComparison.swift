/// The potential needs of two versions of a document: which stayed, which were reworded, which are new, which are gone.
public struct VersionComparison: Sendable {
    public struct Pair: Hashable, Sendable {
        public var old: Filed<PotentialNeed>
        public var new: Filed<PotentialNeed>
        /// 1 for the same words.
        public var likeness: Double
    }

    /// In the order of the new version.
    public private(set) var same: [Pair] = []
    public private(set) var changed: [Pair] = []
    public private(set) var added: [Filed<PotentialNeed>] = []
    /// In the order of the old one.
    public private(set) var gone: [Filed<PotentialNeed>] = []

    /// Texts that share at least this much are one need in other words.
    public static let closeEnough = 0.5

    public init(old: [Filed<PotentialNeed>], new: [Filed<PotentialNeed>]) {
        var left = Dictionary(grouping: old, by: \.body.fingerprint)
        var open: [Filed<PotentialNeed>] = []
        for need in new {
            if let twin = left[need.body.fingerprint]?.first {
                left[need.body.fingerprint]?.removeFirst()
                same.append(Pair(old: twin, new: need, likeness: 1))
            } else {
                open.append(need)
            }
        }
        let rest = old.filter { need in left[need.body.fingerprint]?.contains(need) ?? false }
        let partners = Self.partners(of: open, among: rest)
        for (index, need) in open.enumerated() {
            if let partner = partners[index] {
                changed.append(Pair(old: rest[partner.index], new: need, likeness: partner.likeness))
            } else {
                added.append(need)
            }
        }
        let taken = Set(partners.values.map(\.index))
        gone = rest.indices.filter { !taken.contains($0) }.map { rest[$0] }
    }

    /// The likeliest pairs first; each is taken once.
    private static func partners(
        of new: [Filed<PotentialNeed>], among old: [Filed<PotentialNeed>]
    ) -> [Int: (index: Int, likeness: Double)] {
        let oldShingles = old.map { Shingles($0.body.text) }
        var holders: [UInt64: [Int]] = [:]
        for (index, shingles) in oldShingles.enumerated() {
            for shingle in shingles.set { holders[shingle, default: []].append(index) }
        }
        var pairs: [(new: Int, old: Int, likeness: Double)] = []
        for (position, need) in new.enumerated() {
            let own = Shingles(need.body.text)
            var shared: [Int: Int] = [:]
            for shingle in own.set { for index in holders[shingle] ?? [] { shared[index, default: 0] += 1 } }
            for (index, count) in shared where count * 2 >= min(own.set.count, oldShingles[index].set.count) {
                let likeness = own.likeness(to: oldShingles[index])
                if likeness >= closeEnough { pairs.append((position, index, likeness)) }
            }
        }
        var partners: [Int: (index: Int, likeness: Double)] = [:]
        var taken: Set<Int> = []
        for pair in pairs.sorted(by: { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) })
        where partners[pair.new] == nil && !taken.contains(pair.old) {
            partners[pair.new] = (pair.old, pair.likeness)
            taken.insert(pair.old)
        }
        return partners
    }
}
