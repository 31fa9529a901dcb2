import Foundation

/// Where a harvester goes on: all it asked for, and the place in the ledger behind the last record it got. Nothing is kept
/// here for it, so a token does not grow old: what changes meanwhile moves behind that place and comes later.
struct ResumptionToken: Equatable {
    var prefix: String
    var set: String
    /// As they were asked for; empty for none.
    var from: String
    var until: String
    var after: Int64
    /// How many records came before.
    var cursor: Int

    /// Letters, digits, `-` and `_`. The last four are a sum over the others: what was cut or mistyped is noticed.
    var text: String {
        let fields = [prefix, set, from, until, String(after), String(cursor)]
        let body = Data(fields.joined(separator: "|").utf8).base64EncodedString().replacing("+", with: "-")
            .replacing("/", with: "_").replacing("=", with: "")
        return body + Self.sum(body)
    }

    init(prefix: String, set: String, from: String, until: String, after: Int64, cursor: Int) {
        self.prefix = prefix
        self.set = set
        self.from = from
        self.until = until
        self.after = after
        self.cursor = cursor
    }

    init?(_ text: String) {
        guard text.utf8.count > 4, text.utf8.count <= 1000 else { return nil }
        var body = String(text.dropLast(4))
        guard text.hasSuffix(Self.sum(body)) else { return nil }
        body = body.replacing("-", with: "+").replacing("_", with: "/")
        body += String(repeating: "=", count: (4 - body.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: body), let plain = String(data: data, encoding: .utf8) else { return nil }
        let fields = plain.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 6, let after = Int64(fields[4]), let cursor = Int(fields[5]), after > 0, cursor > 0 else {
            return nil
        }
        self.init(
            prefix: fields[0], set: fields[1], from: fields[2], until: fields[3], after: after, cursor: cursor)
    }

    /// Fletcher's sum over the bytes, as four hexadecimal digits.
    private static func sum(_ text: String) -> String {
        var first = 0
        var second = 0
        for byte in text.utf8 {
            first = (first + Int(byte)) % 255
            second = (second + first) % 255
        }
        let digits = String(second << 8 | first, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
