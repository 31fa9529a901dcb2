/// Counts words as limits on forms mean them, in every script: a run of letters and digits is a word; of scripts written
/// without spaces (Han, kana, Thai, Lao, Khmer, Burmese) two characters are one word, the usual rate of translators.
public enum WordCount {
    public static func words(in text: String) -> Int {
        var words = 0
        var unspaced = 0
        var inWord = false
        for scalar in text.unicodeScalars {
            if isWrittenWithoutSpaces(scalar) {
                unspaced += 1
                inWord = false
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if !inWord { words += 1 }
                inWord = true
            } else if !isJoiner(scalar) {
                inWord = false
            }
        }
        return words + (unspaced + 1) / 2
    }

    private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        case 0x0E01...0x0E2E, 0x0E81...0x0EAE, 0x1000...0x102A, 0x1780...0x17A2: true
        default: false
        }
    }

    /// Hyphens, apostrophes, vowel signs and the tatweel do not end a word.
    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x2D, 0x2019, 0x2010, 0x2011, 0x00AD, 0x0640: true
        default:
            scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
        }
    }
}
