internal import Foundation

/// A text as it travels in a mail: lines of at most 76 characters of ASCII, ended by CR LF. Of quoted-printable, which
/// people can still read, and base 64 the shorter is taken (RFC 2045, 6.7 and 6.8).
struct BodyText {
    let encoding: String
    let content: String

    init(_ text: String) {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        let quoted = lines.map { BodyText.quotedPrintable(Array($0.utf8)) }.joined(separator: "\r\n")
        let base64 = Data(lines.joined(separator: "\r\n").utf8).base64EncodedString(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        encoding = quoted.utf8.count <= base64.utf8.count ? "quoted-printable" : "base64"
        content = quoted.utf8.count <= base64.utf8.count ? quoted : base64
    }

    private static func quotedPrintable(_ line: [UInt8]) -> String {
        var text = ""
        var width = 0
        for (index, byte) in line.enumerated() {
            let isBlankAtEnd = (byte == 32 || byte == 9) && index == line.count - 1
            let isPlain = (32..<127).contains(byte) && byte != 61 && !isBlankAtEnd
            let piece = isPlain ? String(UnicodeScalar(byte)) : BodyText.escaped(byte)
            // One place is kept for the soft line end.
            if width + piece.utf8.count > 75 {
                text += "=\r\n"
                width = 0
            }
            text += piece
            width += piece.utf8.count
        }
        return text
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "=0" + digits : "=" + digits
    }
}
