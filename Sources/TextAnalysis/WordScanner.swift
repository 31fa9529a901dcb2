/// A run of text that the scanner takes for a word, a part of a compound, or a stretch without spaces.
struct RawWord {
    enum Script { case latin, cyrillic, arabic, han, unspaced, letter, number }

    /// UTF-8 offsets.
    var range: Range<Int>
    var script: Script
    /// Digits and letters stand in one word (CO2, COP15): it is compared as written, not by stem.
    var hasDigits = false
    /// Offset just after the first apostrophe inside the word; nil without one.
    var afterApostrophe: Int?
    /// A hyphen ties it to the next word.
    var tiesToNext = false
}

/// Finds words in one pass, in time linear in the text.
///
/// Vowel marks, tatweel, joiners and soft hyphens do not split a word; apostrophes inside a word belong to it; hyphens tie
/// words; separators inside digits belong to the number. Stretches of scripts without spaces are left to ICU.
struct WordScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let classes = ScalarClasses.shared
    private var offset = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> RawWord? {
        while let (start, length) = peek() {
            switch start {
            case .other, .mark, .apostrophe, .hyphen, .separator: offset += length
            case .han, .unspaced: return unspacedWord(start)
            case .digit, .latin, .cyrillic, .arabic, .letter: return spacedWord(start)
            }
        }
        return nil
    }

    private func peek(at ahead: Int = 0) -> (ScalarClass, Int)? {
        guard offset + ahead < bytes.count else { return nil }
        let (scalar, length) = decodeScalar(bytes, at: offset + ahead)
        return (classes[scalar], length)
    }

    private mutating func unspacedWord(_ first: ScalarClass) -> RawWord {
        let start = offset
        var script: RawWord.Script = .han
        while let (kind, length) = peek(), kind == .han || kind == .unspaced || kind == .mark {
            if kind == .unspaced { script = .unspaced }
            offset += length
        }
        return RawWord(range: start..<offset, script: script)
    }

    private mutating func spacedWord(_ first: ScalarClass) -> RawWord {
        let start = offset
        var word = RawWord(range: start..<start, script: .number)
        while let (kind, length) = peek() {
            switch kind {
            case .mark:
                offset += length
                continue
            case .digit where word.script != .arabic:
                word.hasDigits = true
                offset += length
                continue
            case .latin, .cyrillic, .letter, .arabic:
                let script = Self.script(kind)
                if word.script == .number, !(kind == .arabic && word.hasDigits) {
                    word.script = script
                } else if word.script == .number || (word.script == .arabic) != (kind == .arabic) {
                    break
                }
                offset += length
                continue
            case .separator where word.script == .number:
                if let (after, _) = peek(at: length), after == .digit {
                    offset += length
                    continue
                }
            case .apostrophe where word.script != .number:
                if let (after, _) = peek(at: length), Self.isLetter(after),
                    (after == .arabic) == (word.script == .arabic)
                {
                    offset += length
                    if word.afterApostrophe == nil { word.afterApostrophe = offset }
                    continue
                }
            case .hyphen:
                if let (after, _) = peek(at: length), Self.isLetter(after) || after == .digit {
                    word.range = start..<offset
                    word.tiesToNext = true
                    offset += length
                    return word
                }
            default: break
            }
            break
        }
        word.range = start..<offset
        return word
    }

    private static func isLetter(_ kind: ScalarClass) -> Bool {
        kind == .latin || kind == .cyrillic || kind == .arabic || kind == .letter
    }

    private static func script(_ kind: ScalarClass) -> RawWord.Script {
        switch kind {
        case .latin: .latin
        case .cyrillic: .cyrillic
        case .arabic: .arabic
        default: .letter
        }
    }
}
