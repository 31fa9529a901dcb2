extension HTML {
    /// What may stand between `\(` and `)` in a page.
    ///
    /// - `\(text)`: a `String`, escaped. Directly after `href="`, `src="` or `action="` it must moreover be a local
    ///   address or `http`, `https` or `mailto`; anything else (`javascript:`) becomes `#`.
    /// - `\(piece)`: `HTML`, as it is; `nil` writes nothing; a sequence of pieces is written one after another.
    /// - `\(7)`: an integer in ASCII digits, for attributes. Numbers for people are formatted by `Localisation`.
    /// - `\(if: flag, "…")`, `\(if: flag, "…", else: "…")`.
    /// - `\(attribute: "checked", if: flag)`, `\(attribute: "value", text)`, `\(classes: ["late": isLate])`: each writes
    ///   its own leading space, or nothing.
    /// - `\(link: link)`: a ``SafeLink``.
    /// - `\(bdi: text)`: a text of a person whose direction we do not know, isolated from what stands around it.
    /// - `\(raw: "…")`: a constant of ours; a `StaticString`, so that nothing else compiles.
    ///
    /// The overloads for `String` are disfavoured: a literal (`flag ? "<b>…</b>" : ""`) is then `HTML`, not a text.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + 48 * interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { bytes.appendUTF8(literal) }

        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String) {
            if bytes.last == ASCII.doubleQuote || bytes.last == ASCII.quote, bytes.endsWithAddressAttribute,
                !SafeLink.isSafeAddress(text)
            {
                bytes.append(ASCII.hash)
            } else {
                bytes.appendEscaped(text)
            }
        }

        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: Substring) { appendInterpolation(String(text)) }

        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String?) {
            if let text { appendInterpolation(text) }
        }

        public mutating func appendInterpolation(_ piece: HTML) { bytes.append(contentsOf: piece.bytes) }

        public mutating func appendInterpolation(_ piece: HTML?) {
            if let piece { bytes.append(contentsOf: piece.bytes) }
        }

        public mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }

        public mutating func appendInterpolation(_ number: some BinaryInteger) { bytes.appendUTF8(String(number)) }

        public mutating func appendInterpolation(if condition: Bool, _ piece: @autoclosure () -> HTML) {
            if condition { appendInterpolation(piece()) }
        }

        public mutating func appendInterpolation(
            if condition: Bool, _ piece: @autoclosure () -> HTML, else other: @autoclosure () -> HTML
        ) {
            appendInterpolation(condition ? piece() : other())
        }

        public mutating func appendInterpolation(attribute name: StaticString, if condition: Bool) {
            guard condition else { return }
            bytes.append(ASCII.space)
            appendInterpolation(raw: name)
        }

        public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
            guard let value else { return }
            bytes.append(ASCII.space)
            appendInterpolation(raw: name)
            bytes.append(ASCII.equals)
            bytes.append(ASCII.doubleQuote)
            appendInterpolation(value)
            bytes.append(ASCII.doubleQuote)
        }

        public mutating func appendInterpolation(classes: KeyValuePairs<StaticString, Bool>) {
            var isFirst = true
            for (name, applies) in classes where applies {
                appendInterpolation(raw: isFirst ? " class=\"" : " ")
                appendInterpolation(raw: name)
                isFirst = false
            }
            if !isFirst { bytes.append(ASCII.doubleQuote) }
        }

        public mutating func appendInterpolation(link: SafeLink) { bytes.appendEscaped(link.address) }

        public mutating func appendInterpolation(bdi text: String) {
            appendInterpolation(raw: "<bdi>")
            bytes.appendEscaped(text)
            appendInterpolation(raw: "</bdi>")
        }

        public mutating func appendInterpolation(raw markup: StaticString) {
            markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }
    }
}
