/// Texts as JSON writes them. Quotation marks, `<`, `>` and `&` are escaped by number, so that a piece may stand inside a page.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\"", "<", ">", "&", "\u{2028}", "\u{2029}": out += hexadecimal(scalar)
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    out += hexadecimal(scalar)
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

/// A value of JSON, for what is written by hand. Members keep their order.
enum JSONValue: Sendable {
    case text(String)
    case number(Int)
    case list([JSONValue])
    case object([(String, JSONValue)])

    var written: String {
        switch self {
        case .text(let text): JSONText.quoted(text)
        case .number(let number): String(number)
        case .list(let items): "[" + items.map(\.written).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { JSONText.quoted($0.0) + ":" + $0.1.written }.joined(separator: ",") + "}"
        }
    }

    /// One value stands for itself; several are a list; none is nil.
    static func oneOrMore(_ values: [JSONValue]) -> JSONValue? {
        values.count > 1 ? .list(values) : values.first
    }
}
