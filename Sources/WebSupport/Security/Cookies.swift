/// Reads the `Cookie` header and writes `Set-Cookie`.
enum Cookies {
    /// The values of this name, in order. Broken parts are passed over; at most 100 are read.
    static func values(of name: String, in headers: [String]) -> [String] {
        headers.flatMap { $0.utf8.split(separator: ASCII.semicolon).prefix(100) }.compactMap { pair in
            guard let equals = pair.firstIndex(of: ASCII.equals) else { return nil }
            let key = String(decoding: pair[..<equals], as: UTF8.self).trimmingASCIIBlanks
            guard key.utf8.elementsEqual(name.utf8) else { return nil }
            let value = String(decoding: pair[pair.index(after: equals)...], as: UTF8.self).trimmingASCIIBlanks
            return value.utf8.count >= 2 && value.utf8.first == ASCII.doubleQuote
                && value.utf8.last == ASCII.doubleQuote
                ? String(decoding: value.utf8.dropFirst().dropLast(), as: UTF8.self) : value
        }
    }

    /// A cookie for the whole site that scripts cannot read and other sites' forms do not send.
    /// - Parameter seconds: `nil` until the browser is closed; 0 to take it away.
    static func line(name: String, value: String, seconds: Int?, isSecure: Bool) -> String {
        var line = "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax"
        if isSecure { line += "; Secure" }
        if let seconds { line += "; Max-Age=\(seconds)" }
        return line
    }
}
