/// The signs of a vector as bits: how many bits of two vectors differ grows with the angle between them
/// (Charikar 2002), and counting them takes an eighth of the memory of the numbers.
enum VectorSigns {
    static func of(_ values: some Collection<Int8>) -> [UInt64] {
        var words = Array(repeating: UInt64(0), count: values.count / 64)
        for (index, value) in values.enumerated() where value > 0 && index / 64 < words.count {
            words[index / 64] |= 1 << UInt64(index % 64)
        }
        return words
    }
}
