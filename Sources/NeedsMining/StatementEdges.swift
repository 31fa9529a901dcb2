/// What stands at the edges of a sentence and is none of its words: the counter of its paragraph or item, and marks of notes.
enum StatementEdges {
    /// The sentences in what the rules of ICU took for one, without counters and marks: `(b) Boats are few.3 Money is short;4` is
    /// two. Places are in bytes of the text.
    static func parts(of text: String, _ range: Range<Int>) -> [Range<Int>] {
        let bytes = Array(text.utf8.dropFirst(range.lowerBound).prefix(range.count))
        var parts: [Range<Int>] = []
        var start = counter(bytes)
        var place = start
        while place < bytes.count {
            defer { place += 1 }
            guard isStop(bytes[place]), place - start >= 3, bytes[(place - 3)..<place].allSatisfy(isInWord) else {
                continue
            }
            let digits = bytes[(place + 1)...].prefix { isDigit($0) }.count
            guard (1...2).contains(digits) else { continue }
            let next = place + 1 + digits
            if next == bytes.count || (next + 1 < bytes.count && bytes[next] == space && isCapital(bytes[next + 1])) {
                parts.append(start..<place + 1)
                start = next
                while start < bytes.count, bytes[start] == space { start += 1 }
                place = start
            }
        }
        if start < bytes.count { parts.append(start..<bytes.count) }
        return parts.map { $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound }
    }

    /// How many bytes a counter or bullet takes at the start: `(a) `, `iv) `, `12. `, `2.1 `, `（一）`, `- `.
    private static func counter(_ bytes: [UInt8]) -> Int {
        let start = Array(String(decoding: bytes.prefix(24), as: UTF8.self).unicodeScalars)
        var end = 0
        if let first = start.first, bullets.contains(first) {
            end = 1
        } else {
            let isOpened = start.first == "(" || start.first == "（"
            let mark = start.dropFirst(isOpened ? 1 : 0).drop { isOpened && $0 == " " }.prefix {
                $0 != ")" && $0 != "）" && $0 != " "
            }
            let hasBracket = mark.endIndex < start.count && start[mark.endIndex] != " "
            guard hasBracket ? isCounter(mark) : !isOpened && isSectionNumber(mark) else { return 0 }
            end = mark.endIndex + (hasBracket ? 1 : 0)
        }
        guard end == start.count || start[end] == " " || start[end - 1] == "）" else { return 0 }
        while end < start.count, start[end] == " " { end += 1 }
        // `2.5 million` is a number, `2.1 Boats` a section.
        let isPlain = start.first?.properties.numericType == .decimal && start[..<end].last { $0 != " " } != "."
        if isPlain, end == start.count || !start[end].properties.isUppercase, !start[..<end].contains(")") { return 0 }
        let length = start[..<end].reduce(0) { $0 + UTF8.width($1) }
        return length < bytes.count ? length : 0
    }

    private static let bullets: Set<Unicode.Scalar> = ["-", "–", "—", "•", "·", "▪"]

    private static func isCounter(_ mark: ArraySlice<Unicode.Scalar>) -> Bool {
        guard !mark.isEmpty, mark.count <= 4 else { return false }
        return (mark.count <= 3 && mark.allSatisfy { $0.properties.numericType != nil })
            || (mark.count == 1 && mark.allSatisfy(\.properties.isAlphabetic))
            || mark.allSatisfy { "ivx".unicodeScalars.contains($0) }
    }

    /// `3.` or `2.1`: with a point, so that `200 rangers` stays as it is.
    private static func isSectionNumber(_ mark: ArraySlice<Unicode.Scalar>) -> Bool {
        mark.contains(".") && mark.count <= 8 && mark.first != "."
            && mark.allSatisfy { $0 == "." || $0.properties.numericType == .decimal }
            && mark.split(separator: ".").allSatisfy { $0.count <= 2 }
    }

    /// Names in a row, as the cells of a table or the lines of a cover leave them: most longer words begin with a capital, though
    /// not all letters are capitals, and no sentence ends.
    static func isNames(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last, !".!?;:…".unicodeScalars.contains(last) else { return false }
        let all: [Substring] = text.split(separator: " ")
        let words = all.filter { word in word.count >= 4 }
        guard words.count >= 3, words.count <= 40 else { return false }
        let capital = words.count { $0.unicodeScalars.first?.properties.isUppercase == true }
        let loud = words.count { $0.unicodeScalars.dropFirst().first?.properties.isUppercase == true }
        return capital * 10 >= words.count * 7 && loud * 2 < words.count
    }

    private static let space = UInt8(ascii: " ")
    private static func isStop(_ byte: UInt8) -> Bool { ".;!?".utf8.contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    // Of any script: what is not ASCII counts.
    private static func isInWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: ")")
    }
    private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte) }
}
