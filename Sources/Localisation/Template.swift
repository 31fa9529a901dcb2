/// The text of a message cut at its placeholders: `"Sent by {name}"` is a text and a place.
public struct Template: Equatable, Sendable {
    public enum Part: Equatable, Sendable {
        case text(String)
        case place(String)
    }

    public let parts: [Part]

    /// A brace without its partner is text.
    public init(_ source: String) {
        var parts: [Part] = []
        var text = ""
        var rest = Substring(source)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            if !text.isEmpty { parts.append(.text(text)) }
            text = ""
            parts.append(.place(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        if !text.isEmpty { parts.append(.text(text)) }
        self.parts = parts
    }

    /// The text as catalogues write it, its places in braces.
    public var source: String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .text(let literal): text += literal
            case .place(let name): text += "{\(name)}"
            }
        }
    }

    public var places: Set<String> {
        Set(parts.compactMap { if case .place(let name) = $0 { name } else { nil } })
    }

    /// The text with its places filled. A place nobody fills stays visible, so that the mistake is seen.
    func filled(_ value: (String) -> String?) -> String {
        parts.reduce(into: "") { text, part in
            switch part {
            case .text(let literal): text += literal
            case .place(let name): text += value(name) ?? "{\(name)}"
            }
        }
    }
}
