/// What a line looks like, whatever its language.
enum LineShape {
    static func endsSentence(_ scalar: Unicode.Scalar) -> Bool { ".!?;:…。！？；：؟؛".unicodeScalars.contains(scalar) }

    static func startsSentence(_ line: String) -> Bool {
        guard let first = line.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
        return !first.properties.isLowercase
    }

    /// Begun in a script that has no capitals, Arabic or Chinese: how a line begins does not tell a title from a sentence.
    static func isCaseless(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
        return !first.properties.isLowercase && !first.properties.isUppercase
    }

    /// From how many characters on a line of this page reaches its column's end: three quarters of what most lines have.
    /// So many that no line does where the page has no running text.
    static func fullLength(_ lines: [String]) -> Int {
        let lengths = lines.filter { !$0.isEmpty }.map(\.count).sorted()
        guard lengths.count > 2 else { return .max }
        let usual = lengths[lengths.count * 4 / 5]
        let hasHan = lines.contains { $0.unicodeScalars.contains { Cleaning.isHan($0) } }
        return usual < (hasHan ? 16 : 30) ? .max : usual * 3 / 4
    }

    /// `2.1 Title`, `٣. عنوان`, `（一）标题`: begun with a number.
    static func isNumbered(_ line: String) -> Bool {
        let start = line.drop { "(（第".contains($0) }
        return start.first.map { $0.isNumber || "一二三四五六七八九十".contains($0) } ?? false
    }

    /// Longer texts are not looked at: a paragraph is asked again with each of its lines.
    private static let longestHeading = 100

    /// Short, not ended like a sentence, begun like a title.
    static func isHeading(_ text: String) -> Bool {
        guard text.utf8.count <= longestHeading * 4 else { return false }
        guard let end = text.unicodeScalars.last, !endsSentence(end), end != ",", end != "،", end != "，" else {
            return false
        }
        let scalars = text.unicodeScalars
        let han = scalars.count(where: { Cleaning.isHan($0) })
        guard startsSentence(text), scalars.count(where: \.properties.isAlphabetic) >= 3 else { return false }
        if han * 2 > scalars.count { return scalars.count <= 30 }
        let words = text.split(separator: " ").count
        return words <= 12 && scalars.count <= longestHeading
    }

    /// From its numbering: `2` is 1, `2.1` is 2; 1 for capitals alone, else 2.
    static func level(_ text: String) -> Int {
        let number = text.prefix { $0.isNumber || $0 == "." }
        if number.first?.isNumber == true { return min(6, number.split(separator: ".").count) }
        return text == text.uppercased() ? 1 : 2
    }

    /// `Introduction ........ 7`: a line of a table of contents.
    static func isContentsEntry(_ line: String) -> Bool {
        line.contains("....") || line.contains(". . . .") || line.contains("…………") || line.contains("______")
    }

    /// The text of an item without its bullet; nil for other lines. Numbers stay, since they are referred to.
    static func item(_ line: String) -> String? {
        guard let first = line.unicodeScalars.first else { return nil }
        if "•◦▪■●‣⁃·○➢✓–—*".unicodeScalars.contains(first) || line.hasPrefix("- ") {
            let rest = Cleaning.line(line.dropFirst())
            return rest.unicodeScalars.contains { $0.properties.isAlphabetic } ? rest : nil
        }
        let mark = line.prefix { $0 != " " }
        guard mark.count <= 5, mark.count < line.count, let end = mark.last, end == ")" || end == "）" else {
            return nil
        }
        return isCounter(mark.dropLast().drop { $0 == "(" || $0 == "（" }) ? line : nil
    }

    /// `a`, `12`, `iv`, `أ`, `十二`; not `UN` or `NDE`, which a line may begin with after a name in full.
    private static func isCounter(_ mark: Substring) -> Bool {
        guard !mark.isEmpty else { return false }
        return mark.allSatisfy(\.isNumber) || (mark.count == 1 && mark.allSatisfy(\.isLetter))
            || mark.allSatisfy { "ivx".contains($0) }
    }

    /// A small number, a space, and a text that is no heading: below the middle of a page that is a note.
    static func isFootnote(_ line: String) -> Bool {
        let number = line.prefix { $0.isNumber }
        guard (1...3).contains(number.count), line.count > 25 else { return false }
        let rest = line.dropFirst(number.count)
        return rest.hasPrefix(" ") && rest.dropFirst().first?.isLetter == true
    }
}
