import TextAnalysis

/// One word of a text or name as the tagger compares it; one character where the text is Chinese.
struct ConceptToken {
    var form: String
    var stems: [String]
    var range: Range<Int>
    var position: Int
    var isHan = false
    /// Of a Chinese character: whether a word begins or ends with it.
    var startsWord = true
    var endsWord = true
    /// A full stop, comma or bracket stands before it: few names go on here.
    var beginsAnew = false
}

/// The words of a text that names are made of: stop words left out, Chinese by characters, since a name and the text
/// around it need not fall into the same words.
enum ConceptTokens {
    /// Words of Chinese that join or belong, as stop words do in the other languages.
    private static let joining: Set<Unicode.Scalar> = ["的", "和", "与", "及"]

    static func tokens(of text: String, analyzer: Analyzer) -> [ConceptToken] {
        tokens(of: text, analyzer.analysed(text))
    }

    /// - Parameter words: those of the text, as an analyzer reads them.
    static func tokens(of text: String, _ words: [AnalysedWord]) -> [ConceptToken] {
        var tokens: [ConceptToken] = []
        tokens.reserveCapacity(words.count)
        for word in words where !word.isStopWord {
            tokens.append(
                ConceptToken(form: word.form, stems: word.readings, range: word.range, position: word.position))
        }
        if text.unicodeScalars.contains(where: isHan) { tokens = byCharacters(text, tokens, words) }
        markBreaks(in: text, &tokens)
        return tokens
    }

    /// Puts all Chinese words, stop words too, in by character.
    private static func byCharacters(
        _ text: String, _ tokens: [ConceptToken], _ words: [AnalysedWord]
    ) -> [ConceptToken] {
        var result = tokens.filter { !($0.form.unicodeScalars.first.map(isHan) ?? false) }
        let bytes = Array(text.utf8)
        for word in words where word.form.unicodeScalars.first.map(isHan) ?? false {
            var offset = word.range.lowerBound
            for scalar in String(decoding: bytes[word.range], as: UTF8.self).unicodeScalars {
                let range = offset..<offset + UTF8.width(scalar)
                offset = range.upperBound
                guard isHan(scalar), range.count < word.range.count || !joining.contains(scalar) else { continue }
                result.append(
                    ConceptToken(
                        form: String(scalar), stems: [String(scalar)], range: range, position: 0, isHan: true,
                        startsWord: range.lowerBound == word.range.lowerBound,
                        endsWord: range.upperBound == word.range.upperBound))
            }
        }
        result.sort { $0.range.lowerBound < $1.range.lowerBound }
        // Neighbours stand one apart; what lies between is looked at by `markBreaks`.
        for index in result.indices { result[index].position = index }
        return result
    }

    private static func markBreaks(in text: String, _ tokens: inout [ConceptToken]) {
        var next = 0
        var offset = 0
        var seen = false
        for scalar in text.unicodeScalars {
            while next < tokens.count, tokens[next].range.lowerBound <= offset {
                tokens[next].beginsAnew = seen
                seen = false
                next += 1
            }
            if next == tokens.count { return }
            let isInside = next > 0 && offset < tokens[next - 1].range.upperBound
            if !isInside, separates(scalar) { seen = true }
            offset += UTF8.width(scalar)
        }
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Letters, digits and blanks are most of a text.
        case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
        default: break
        }
        return switch scalar {
        case ".", ";", ":", "!", "?", ",", "(", ")", "[", "]", "{", "}", "\"", "\n", "\r", "\t": true
        case "。", "；", "：", "！", "？", "，", "、", "（", "）", "《", "》", "“", "”", "«", "»", "،", "؛", "؟": true
        default: false
        }
    }

    static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value)
    }
}
