import TextAnalysis

/// A text as the set of its short runs of letters: two texts that share most of them say nearly the same, in any script.
struct Shingles: Hashable, Sendable {
    let set: Set<UInt64>

    init(_ text: String) {
        let letters = Folding.fold(text).unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }.map { UInt64($0.value) }
        // Signs of Chinese say more than letters do.
        let han = letters.count { (0x3400...0x9FFF).contains($0) }
        let length = han * 2 > letters.count ? 2 : 4
        guard letters.count > length else {
            set = [letters.reduce(0) { $0 << 21 ^ $1 }]
            return
        }
        set = Set(
            (0...(letters.count - length)).map { start in
                letters[start..<(start + length)].reduce(0) { ($0 &* 1_000_003) ^ $1 }
            })
    }

    /// The share of runs that both have, 0 to 1.
    func likeness(to other: Shingles) -> Double {
        let common = set.intersection(other.set).count
        let all = set.count + other.set.count - common
        return all == 0 ? 1 : Double(common) / Double(all)
    }
}
