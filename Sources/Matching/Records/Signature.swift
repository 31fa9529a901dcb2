import SearchIndex
import TextAnalysis

/// What the words of a text come to in 52 bits (Charikar 2002, "simhash"): texts that share nearly all words differ in few
/// bits. As many bits as a `Double` keeps exactly.
struct Signature: Hashable, Sendable {
    static let width = 52
    /// Texts with fewer words than this have none: too little to compare.
    private static let fewestWords = 8

    let bits: UInt64

    init?(_ fields: [FieldText]) {
        var counts: [String: Int] = [:]
        for field in fields {
            for term in field.terms where term.kind == .stem { counts[term.text, default: 0] += 1 }
        }
        guard counts.count >= Self.fewestWords else { return nil }
        var sums = Array(repeating: 0, count: Self.width)
        for (word, count) in counts {
            let hash = Self.hash(word)
            for bit in 0..<Self.width { sums[bit] += hash >> UInt64(bit) & 1 == 1 ? count : -count }
        }
        var bits: UInt64 = 0
        for bit in 0..<Self.width where sums[bit] > 0 { bits |= 1 << UInt64(bit) }
        self.bits = bits
    }

    init(stored: Double) { bits = UInt64(max(0, stored)) }

    func distance(to other: Signature) -> Int { (bits ^ other.bits).nonzeroBitCount }

    /// FNV-1a, its bits mixed once more.
    private static func hash(_ word: String) -> UInt64 {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
        hash ^= hash >> 33
        hash = hash &* 0xff51_afd7_ed55_8ccd
        return hash ^ hash >> 33
    }
}
