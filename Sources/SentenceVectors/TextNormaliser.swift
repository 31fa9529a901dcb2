/// Brings a text into the form the vocabulary was made from: NFKC with SentencePiece's additions, as the model's own table
/// of rules (`precompiled_charsmap`) says; runs of spaces become one; every word begins with `▁` (U+2581).
///
/// The table is a double-array trie (darts-clone) over UTF-8 followed by the replacements, each ended by a zero byte.
struct TextNormaliser: Sendable {
    static let wordMark: [UInt8] = [0xE2, 0x96, 0x81]
    private static let space: UInt8 = 0x20

    /// Both lie in the mapped model file, which the encoder keeps open.
    nonisolated(unsafe) private let units: UnsafeRawBufferPointer
    nonisolated(unsafe) private let replacements: UnsafeRawBufferPointer
    private let unitCount: Int

    /// An empty table changes no characters.
    init(rules: UnsafeRawBufferPointer) throws(EncoderError) {
        guard !rules.isEmpty else {
            (units, replacements, unitCount) = (rules, rules, 0)
            return
        }
        guard rules.count >= 4 else { throw .damaged(part: "charsmap") }
        let size = Int(rules.number(at: 0, as: UInt32.self))
        guard size <= rules.count - 4, size % 4 == 0 else { throw .damaged(part: "charsmap") }
        units = UnsafeRawBufferPointer(rebasing: rules[4..<4 + size])
        replacements = UnsafeRawBufferPointer(rebasing: rules[(4 + size)...])
        unitCount = size / 4
    }

    /// The normalised bytes; empty where nothing is left. `text` is valid UTF-8.
    func normalise(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + text.count / 4 + Self.wordMark.count)
        result.append(contentsOf: Self.wordMark)
        var afterSpace = true
        var position = 0
        while position < text.count {
            let (replacement, length) = nextPart(of: text, at: position)
            position += length
            let part = afterSpace ? replacement.drop { $0 == Self.space } : replacement[...]
            guard let last = part.last else { continue }
            for byte in part {
                if byte == Self.space { result.append(contentsOf: Self.wordMark) } else { result.append(byte) }
            }
            afterSpace = last == Self.space
        }
        while result.suffix(Self.wordMark.count).elementsEqual(Self.wordMark) {
            result.removeLast(Self.wordMark.count)
        }
        return result
    }

    /// What the longest rule that fits here puts, and how many bytes it takes; one unchanged character where none fits.
    private func nextPart(of text: UnsafeRawBufferPointer, at start: Int) -> (UnsafeRawBufferPointer, Int) {
        var rule: (value: Int, length: Int)?
        var node = unitCount > 0 ? offset(of: unit(0)) : 0
        var position = start
        while position < text.count {
            let byte = UInt32(text[position])
            node ^= Int(byte)
            guard node < unitCount else { break }
            let found = unit(node)
            guard found & 0x8000_00FF == byte else { break }
            node ^= offset(of: found)
            position += 1
            if found & 0x100 != 0, node < unitCount {
                rule = (Int(unit(node) & 0x7FFF_FFFF), position - start)
            }
        }
        if let rule, rule.value < replacements.count {
            let rest = replacements[rule.value...]
            let end = rest.firstIndex(of: 0) ?? rest.endIndex
            return (UnsafeRawBufferPointer(rebasing: rest[..<end]), rule.length)
        }
        let length = min(Self.characterLength(text[start]), text.count - start)
        return (UnsafeRawBufferPointer(rebasing: text[start..<start + length]), length)
    }

    private func unit(_ index: Int) -> UInt32 {
        units.number(at: index * 4, as: UInt32.self)
    }

    private func offset(of unit: UInt32) -> Int {
        Int((unit >> 10) << ((unit & 0x200) >> 6))
    }

    /// The bytes of the UTF-8 character that begins with this one.
    static func characterLength(_ byte: UInt8) -> Int {
        switch byte {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }
}
