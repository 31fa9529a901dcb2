/// An address on another site that a person or a peer gave us and that is fit to be followed:
/// absolute, `http`, `https` or `mailto`, without blanks and control characters.
public struct SafeLink: Sendable, Hashable {
    public let address: String

    /// `nil` when the text is not such an address (`javascript:`, `data:`, a bare word, over 2,048 bytes).
    public init?(_ text: String) {
        let trimmed = text.trimmingASCIIBlanks
        guard let scheme = Self.scheme(of: trimmed), trimmed.utf8.count <= 2_048,
            trimmed.unicodeScalars.allSatisfy({ $0.value > 0x20 && !(0x7F...0x9F ~= $0.value) })
        else { return nil }
        let rest = trimmed.utf8.dropFirst(scheme.utf8.count + 1)
        switch scheme.lowercased() {
        case "http", "https":
            guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first, !"/?#:@\\".utf8.contains(first)
            else { return nil }
        case "mailto":
            guard rest.contains(UInt8(ascii: "@")) else { return nil }
        default: return nil
        }
        address = trimmed
    }

    /// Whether a browser would stay with `http`, `https` or `mailto`, or within the site, when it follows this.
    /// A relative address is safe; it has no colon before its first `/`, `?` or `#`.
    static func isSafeAddress(_ text: String) -> Bool {
        guard let scheme = scheme(of: text) else { return true }
        return ["http", "https", "mailto"].contains(scheme.lowercased())
    }

    /// What stands before the first colon, unless a `/`, `?` or `#` comes earlier.
    private static func scheme(of text: String) -> String? {
        for (offset, byte) in text.utf8.enumerated() {
            switch byte {
            case ASCII.colon: return String(decoding: text.utf8.prefix(offset), as: UTF8.self)
            case UInt8(ascii: "/"), UInt8(ascii: "?"), ASCII.hash: return nil
            default: continue
            }
        }
        return nil
    }
}

extension String {
    /// Without blanks, tabs and line ends around it.
    var trimmingASCIIBlanks: String {
        let isBlank: (UInt8) -> Bool = { $0 == ASCII.space || (ASCII.tab...ASCII.carriageReturn).contains($0) }
        guard let start = utf8.firstIndex(where: { !isBlank($0) }),
            let end = utf8.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(decoding: utf8[start...end], as: UTF8.self)
    }
}
