/// Numbers that look random and are the same in each run (SplitMix64, public domain).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Input nobody would send by mistake: pieces that matter to a parser, cut, doubled and mixed with bytes of any value.
struct Hostile {
    private var random: SeededGenerator
    private let pieces: [[UInt8]]

    init(seed: UInt64, pieces: [String]) {
        random = SeededGenerator(seed: seed)
        self.pieces = pieces.map { Array($0.utf8) }
    }

    mutating func bytes(upTo count: Int = 200) -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                bytes += (0..<Int.random(in: 0...8, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            case 1:
                let piece = pieces.randomElement(using: &random) ?? []
                bytes += piece.prefix(Int.random(in: 0...piece.count, using: &random))
            default: bytes += pieces.randomElement(using: &random) ?? []
            }
        }
        return Array(bytes.prefix(count))
    }

    /// The same as text; what is not UTF-8 is repaired, as a server's header parser does.
    mutating func text(upTo count: Int = 200) -> String { String(decoding: bytes(upTo: count), as: UTF8.self) }
}
