/// Character references of HTML: numbers, and the names texts of the six languages use.
enum Entities {
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var out = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            out += rest[..<mark]
            let after = rest[rest.index(after: mark)...]
            if let end = after.prefix(12).firstIndex(of: ";"), let character = character(after[..<end]) {
                out += character
                rest = after[after.index(after: end)...]
            } else {
                out += "&"
                rest = after
            }
        }
        return out + rest
    }

    private static func character(_ name: Substring) -> String? {
        guard name.hasPrefix("#") else { return names[String(name)] }
        let digits = name.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else { return nil }
        return Unicode.Scalar(value).map { String($0) }
    }

    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "laquo": "«", "raquo": "»",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•",
        "middot": "·", "deg": "°", "copy": "©", "reg": "®", "euro": "€", "pound": "£", "shy": "", "ensp": " ",
        "emsp": " ",
        "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "agrave": "à", "acirc": "â", "aacute": "á",
        "auml": "ä",
        "ccedil": "ç", "icirc": "î", "iuml": "ï", "iacute": "í", "ocirc": "ô", "oacute": "ó", "ouml": "ö",
        "ugrave": "ù",
        "ucirc": "û", "uacute": "ú", "uuml": "ü", "ntilde": "ñ", "oelig": "œ", "aelig": "æ", "Eacute": "É",
        "Egrave": "È",
        "Agrave": "À", "Ccedil": "Ç", "Ntilde": "Ñ", "Aacute": "Á", "Oacute": "Ó", "Uacute": "Ú", "iquest": "¿",
        "iexcl": "¡",
        "ordm": "º", "ordf": "ª", "times": "×",
    ]
}
