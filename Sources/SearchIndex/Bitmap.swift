/// A set of documents of one segment.
struct Bitmap: Hashable, Sendable {
    private(set) var words: [UInt64]
    /// How many documents there are to be in it or not.
    let size: Int

    init(size: Int, full: Bool = false) {
        self.size = size
        words = Array(repeating: full ? UInt64.max : 0, count: (size + 63) / 64)
        trim()
    }

    init(size: Int, words: [UInt64]) {
        self.size = size
        self.words = words
    }

    private mutating func trim() {
        if size % 64 != 0, !words.isEmpty { words[words.count - 1] &= (1 << UInt64(size % 64)) - 1 }
    }

    @inline(__always)
    func contains(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 != 0 }

    @inline(__always)
    mutating func insert(_ index: Int) { words[index >> 6] |= 1 << UInt64(index & 63) }

    mutating func insert(_ docs: UnsafeBufferPointer<UInt32>) {
        words.withUnsafeMutableBufferPointer { words in
            for doc in docs { words[Int(doc >> 6)] |= 1 << UInt64(doc & 63) }
        }
    }

    mutating func formIntersection(_ other: Bitmap) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func formUnion(_ other: Bitmap) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// With as many words as it has itself.
    mutating func formUnion(_ bits: UnsafePointer<UInt64>) {
        for index in words.indices { words[index] |= bits[index] }
    }

    /// With as many words as it has itself.
    mutating func formIntersection(_ bits: UnsafePointer<UInt64>) {
        for index in words.indices { words[index] &= bits[index] }
    }

    mutating func subtract(_ other: Bitmap) {
        for index in words.indices { words[index] &= ~other.words[index] }
    }

    mutating func invert() {
        for index in words.indices { words[index] = ~words[index] }
        trim()
    }

    /// How many documents are in this set and among the bits.
    func count(and bits: UnsafePointer<UInt64>) -> Int {
        var sum = 0
        for index in words.indices { sum += (words[index] & bits[index]).nonzeroBitCount }
        return sum
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    func forEach(_ visit: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                visit(index << 6 | rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }
}
