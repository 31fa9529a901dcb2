/// A header value such as `form-data; name="plan"; filename="a \"b\".pdf"`.
struct HeaderParameters {
    /// What stands before the first `;`, in lower case.
    let value: String
    /// Names in lower case; of a repeated name the first.
    let parameters: [String: String]

    init(_ header: String) {
        var pieces = Self.pieces(header)
        value = pieces.isEmpty ? "" : pieces.removeFirst().trimmingASCIIBlanks.lowercased()
        var parameters: [String: String] = [:]
        for piece in pieces {
            guard let equals = piece.unicodeScalars.firstIndex(of: "=") else { continue }
            let name = String(piece[..<equals]).trimmingASCIIBlanks.lowercased()
            let text = String(piece[piece.unicodeScalars.index(after: equals)...]).trimmingASCIIBlanks
            if parameters[name] == nil { parameters[name] = Self.unquoted(text) }
        }
        self.parameters = parameters
    }

    /// Split at each `;` that is not within quotes.
    private static func pieces(_ header: String) -> [String] {
        var pieces: [String] = []
        var piece = String.UnicodeScalarView()
        var isQuoted = false
        var followsBackslash = false
        for scalar in header.unicodeScalars {
            if scalar == ";" && !isQuoted {
                pieces.append(String(piece))
                piece = String.UnicodeScalarView()
                continue
            }
            if scalar == "\"" && !(isQuoted && followsBackslash) { isQuoted.toggle() }
            followsBackslash = scalar == "\\" && !followsBackslash
            piece.append(scalar)
        }
        pieces.append(String(piece))
        return pieces
    }

    /// Browsers write a quote within quotes as `%22` and line ends as `%0D%0A` (HTML, "multipart/form-data encoding
    /// algorithm"), other clients as `\"`. Another backslash stays: it separates folders.
    private static func unquoted(_ text: String) -> String {
        guard text.utf8.count >= 2, text.utf8.first == ASCII.doubleQuote, text.utf8.last == ASCII.doubleQuote else {
            return text
        }
        var inner = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.dropFirst().dropLast() {
            if scalar == "\"", inner.last == "\\" { inner.removeLast() }
            inner.append(scalar)
        }
        return Self.replacing(["%22": "\"", "%0D": "\r", "%0A": "\n"], in: String(inner))
    }

    private static func replacing(_ table: KeyValuePairs<String, String>, in text: String) -> String {
        guard text.utf8.contains(ASCII.percent) else { return text }
        var result = ""
        var rest = text[...]
        while let percent = rest.unicodeScalars.firstIndex(of: "%") {
            result += rest[..<percent]
            rest = rest[percent...]
            if let match = table.first(where: { rest.utf8.starts(with: $0.key.utf8) }) {
                result += match.value
                rest = rest.dropFirst(3)
            } else {
                result += "%"
                rest = rest[rest.unicodeScalars.index(after: percent)...]
            }
        }
        return result + rest
    }
}
