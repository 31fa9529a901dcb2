/// An address within this site, to go back to after signing in or sending a form. It cannot leave the site.
public struct LocalPath: Sendable, Hashable {
    /// Starts with one `/`; ASCII; fit for a `Location` header.
    public let address: String

    /// `nil` unless `text` is a path of this site with an optional query: one leading slash, no backslash, no control
    /// character, at most 2,000 bytes. Other characters than ASCII are percent-encoded.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2_000,
            bytes.count == 1 || bytes[1] != UInt8(ascii: "/"),
            bytes.allSatisfy({ $0 >= ASCII.space && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        address = text.unicodeScalars.map { scalar in
            scalar.isASCII && scalar != " " ? String(scalar) : PercentEncoding.encode(String(scalar))
        }.joined()
    }

    /// The field of forms and the name in queries that carries it.
    public static let fieldName = "return"
}

extension Form {
    /// Where to go back to, or `fallback` when the field is missing or leads elsewhere.
    public func returnPath(or fallback: LocalPath) -> LocalPath {
        fields[LocalPath.fieldName]?.first.flatMap(LocalPath.init) ?? fallback
    }
}
