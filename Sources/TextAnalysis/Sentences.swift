/// Splits text into sentences, for all six languages.
public struct SentenceSplitter {
    /// What a line end means.
    public enum LineEnds: Sendable {
        /// Every line end also ends a sentence: lists, headings, forms.
        case endSentences
        /// Only an empty line ends a sentence: text wrapped to a page's width.
        case wrap
    }

    private let breaks: BreakIterator
    private let lineEnds: LineEnds

    /// Opens ICU's rules; use one splitter for many texts, on one thread at a time.
    public init(language: Language, lineEnds: LineEnds = .endSentences) {
        breaks = BreakIterator(sentences: language.code)
        self.lineEnds = lineEnds
    }

    /// Where the sentences stand, in UTF-8 offsets, without the white space around them.
    public func sentences(in text: String) -> [Range<Int>] {
        var text = text
        return text.withUTF8 { bytes in
            var (units, offsets) = utf16(bytes, in: 0..<bytes.count)
            if lineEnds == .wrap { Self.unwrap(&units) }
            var sentences: [Range<Int>] = []
            var start = 0
            for end in breaks.ends(units) {
                if Self.isAbbreviation(units, start..<end), end < units.count { continue }
                var trimmed = start..<end
                while let first = trimmed.first, Self.isSpace(units[first]) { trimmed.removeFirst() }
                while let last = trimmed.last, Self.isSpace(units[last]) { trimmed.removeLast() }
                if !trimmed.isEmpty { sentences.append(offsets[trimmed.lowerBound]..<offsets[trimmed.upperBound]) }
                start = end
            }
            return sentences
        }
    }

    private static func isSpace(_ unit: UInt16) -> Bool {
        (9...13).contains(unit) || unit == 0x20 || unit == 0x85 || unit == 0xA0 || unit == 0x3000
            || (0x2000...0x200B).contains(unit) || unit == 0x2028 || unit == 0x2029 || unit == 0xFEFF
    }

    /// A line end alone becomes a space.
    private static func unwrap(_ units: inout [UInt16]) {
        var index = 0
        while index < units.count {
            guard units[index] == 10 || units[index] == 13 else {
                index += 1
                continue
            }
            let start = index
            var lines = 0
            while index < units.count, isSpace(units[index]) {
                if units[index] == 10 || (units[index] == 13 && !(index + 1 < units.count && units[index + 1] == 10)) {
                    lines += 1
                }
                index += 1
            }
            if lines == 1 { for place in start..<index { units[place] = 0x20 } }
        }
    }

    /// The stretch ends in a known abbreviation or an initial and a space, not in a line end.
    private static func isAbbreviation(_ units: [UInt16], _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound, units[end - 1] == 0x20 || units[end - 1] == 0xA0 { end -= 1 }
        guard end > range.lowerBound, units[end - 1] == 0x2E else { return false }
        var start = end - 1
        while start > range.lowerBound, end - start < 12, !isSpace(units[start - 1]), units[start - 1] != 0x28 {
            start -= 1
        }
        let word = Folding.fold(String(decoding: units[start..<end - 1], as: UTF16.self))
        return abbreviations.contains(word) || (word.unicodeScalars.count == 1 && isCapital(units[start]))
    }

    private static func isCapital(_ unit: UInt16) -> Bool {
        Unicode.Scalar(unit)?.properties.isUppercase ?? false
    }

    /// Abbreviations after which a sentence goes on, folded, without their last point.
    private static let abbreviations: Set<String> = [
        "e.g", "i.e", "cf", "vs", "dr", "mr", "mrs", "ms", "prof", "st", "no", "nos", "vol", "fig", "figs", "art",
        "arts",
        "para", "paras", "pp", "ed", "eds", "approx", "ca", "al", "sp", "spp", "subsp", "var", "ex", "incl", "resp",
        "inc",
        "p. ex", "ex.p", "p.ex", "mme", "mlle", "mm", "chap", "env", "sr", "sra", "dra", "num", "pag", "ee.uu", "p.ej",
        "ej",
        "т.е", "т.д", "т.п", "т.к", "т.н", "г", "гг", "им", "стр", "рис", "см", "ст", "др", "пр", "тыс", "млн", "млрд",
        "напр",
    ]
}
