/// Which letters a word has, in 64 bits: words within a few edits have nearly the same.
enum LetterSet {
    static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var letters: UInt64 = 0
        var offset = 0
        while offset < word.count {
            // The last byte of a scalar tells letters of one script apart.
            let length = word[offset] < 0x80 ? 1 : word[offset] < 0xE0 ? 2 : word[offset] < 0xF0 ? 3 : 4
            letters |= 1 << UInt64(word[min(offset + length, word.count) - 1] & 63)
            offset += length
        }
        return letters
    }

    static func sets(of words: SortedStrings) -> [UInt64] { (0..<words.count).map { of(words[$0]) } }
}
