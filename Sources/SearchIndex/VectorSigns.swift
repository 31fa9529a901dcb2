/// The signs of a vector as bits: how many bits of two vectors differ grows with the angle between them
/// (Charikar 2002), and counting them takes an eighth of the memory of the numbers.
enum VectorSigns {
    static func of(_ values: some Collection<Int8>) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(values.count / 64)
        var word: UInt64 = 0
        var bit = 0
        for value in values {
            if value > 0 { word |= 1 << UInt64(bit) }
            bit += 1
            if bit == 64 {
                words.append(word)
                word = 0
                bit = 0
            }
        }
        return words
    }
}
