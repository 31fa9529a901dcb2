/// A piece of a page. It is written as a string literal, so a component is a function whose body looks like the page.
///
///     func card(_ need: Need) -> HTML {
///         """
///         <article\(classes: ["urgent": need.isUrgent])>
///           <h2>\(need.title)</h2>
///           <ul>\(need.themes.map { "<li>\($0.name)</li>" })</ul>
///         </article>
///         """
///     }
///
/// What stands in the literal is ours and goes out as it is; every interpolated text is escaped (see
/// ``HTML/StringInterpolation``). A literal inside an interpolation is `HTML` again, not text.
public struct HTML: Sendable, Equatable {
    /// The piece as UTF-8.
    public internal(set) var bytes: [UInt8]

    /// Nothing.
    public init() { bytes = [] }

    /// A text of anybody, escaped.
    public init(text: String) {
        bytes = []
        bytes.appendEscaped(text)
    }

    /// Markup made by this program itself (a drawing, an embedded file). Never of anything a person or a peer wrote.
    public init(trusted markup: String) { bytes = Array(markup.utf8) }

    public var isEmpty: Bool { bytes.isEmpty }

    /// The piece as a string, for tests, mails and files.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    public static func + (left: HTML, right: HTML) -> HTML {
        var sum = left
        sum.append(right)
        return sum
    }
}

extension Sequence<HTML> {
    /// The pieces one after another, with `separator` between them.
    public func joined(separator: HTML = HTML()) -> HTML {
        var all = HTML()
        var isFirst = true
        for piece in self {
            if !isFirst { all.append(separator) }
            all.append(piece)
            isFirst = false
        }
        return all
    }
}

extension HTML: CustomStringConvertible {
    public var description: String { text }
}

extension HTML: ExpressibleByStringInterpolation {
    public init(stringLiteral markup: String) { bytes = Array(markup.utf8) }

    public init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }
}
