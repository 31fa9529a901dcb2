public import HTTPTypes

/// What came back.
public struct WebAnswer: Sendable {
    public let status: Int
    public let headers: HTTPFields
    public let bytes: [UInt8]

    /// The body as text; what is not UTF-8 shows as replacement characters.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The first field of this name, whatever its case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.canonicalName == name.lowercased() }?.value
    }

    /// The hidden fields of the forms on this page, as a browser would send them.
    public var hiddenFields: [(String, String)] { Self.hiddenFields(in: text) }

    /// The hidden fields in a piece of a page, such as one of its forms.
    public static func hiddenFields(in markup: String) -> [(String, String)] {
        markup.split(separator: "<input ").dropFirst().compactMap { part -> (String, String)? in
            let tag = String(part.prefix { $0 != ">" })
            guard tag.contains("type=\"hidden\""), let name = Self.attribute("name", of: tag) else { return nil }
            return (name, Self.attribute("value", of: tag) ?? "")
        }
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.firstRange(of: name + "=\"") else { return nil }
        let value = tag[start.upperBound...].prefix { $0 != "\"" }
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(String(value)) { $0.replacing($1.0, with: $1.1) }
    }
}
