internal import Foundation

/// Text in headers, after RFC 2047: what is not short plain ASCII becomes encoded words of UTF-8 in base 64. Nothing a
/// person typed can end a line: line ends and control characters become blanks first.
enum HeaderText {
    /// For unstructured headers such as `Subject`. `taken` is how many characters of the first line are used already.
    static func unstructured(_ text: String, taken: Int) -> String {
        let clean = oneLine(text)
        return isPlain(clean) && clean.utf8.count + taken <= 76 ? clean : encodedWords(clean, taken: taken)
    }

    /// For the name before an address: quoted where it is plain, encoded where it is not.
    static func phrase(_ text: String, taken: Int) -> String {
        let clean = oneLine(text)
        if clean.isEmpty { return "" }
        guard isPlain(clean), clean.utf8.count <= 60 else { return encodedWords(clean, taken: taken) }
        let escaped = clean.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }

    /// Without line ends and control characters; runs of blanks count once.
    static func oneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar in
            let isBreak =
                scalar.value < 32 || (127..<160).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
            return isBreak ? " " : Character(scalar)
        }
        return String(scalars).split(separator: " ").joined(separator: " ")
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (32..<127).contains($0) } && !text.contains("=?")
    }

    /// Lines of at most 76 characters (RFC 2047, 2), of which 12 stand around the text and four hold three of its bytes. A
    /// word never ends within a character.
    private static func encodedWords(_ text: String, taken: Int) -> String {
        var words: [Data] = []
        var word = Data()
        for scalar in text.unicodeScalars {
            let bytes = Data(String(scalar).utf8)
            let room = (75 - (words.isEmpty ? taken : 1) - 12) / 4 * 3
            if word.count + bytes.count > room {
                words.append(word)
                word = Data()
            }
            word += bytes
        }
        if !word.isEmpty { words.append(word) }
        return words.map { "=?UTF-8?B?\($0.base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}
