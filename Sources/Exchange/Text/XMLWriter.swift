/// Writes XML 1.0. What XML cannot hold (control characters, lone surrogates) is left out; everything else is escaped.
struct XMLWriter {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    /// An element around what `content` writes.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: (inout XMLWriter) -> Void
    ) {
        text += "<" + name + XMLWriter.written(attributes) + ">"
        content(&self)
        text += "</" + name + ">\n"
    }

    /// An element that holds a text.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text content: String) {
        text += "<" + name + XMLWriter.written(attributes) + ">" + XMLWriter.escaped(content) + "</" + name + ">\n"
    }

    /// An element without content.
    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
        text += "<" + name + XMLWriter.written(attributes) + "/>\n"
    }

    private static func written(_ attributes: KeyValuePairs<String, String?>) -> String {
        attributes.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }.joined()
    }

    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\t", "\n": out.unicodeScalars.append(scalar)
            case "\r": out += "&#13;"
            default:
                let isAllowed = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                if isAllowed { out.unicodeScalars.append(scalar) }
            }
        }
        return out
    }
}
