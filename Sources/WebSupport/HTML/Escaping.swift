/// The few ASCII bytes this module compares with.
enum ASCII {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let doubleQuote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let percent: UInt8 = 0x25
    static let ampersand: UInt8 = 0x26
    static let quote: UInt8 = 0x27
    static let plus: UInt8 = 0x2B
    static let hyphen: UInt8 = 0x2D
    static let colon: UInt8 = 0x3A
    static let semicolon: UInt8 = 0x3B
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
}

extension [UInt8] {
    /// Appends a string as it is, without walking it.
    mutating func appendUTF8(_ text: String) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
        if done == nil { append(contentsOf: text.utf8) }
    }

    /// Appends a text with `" ' < > &` as entities. It looks at bytes, that is at unicode scalars and not at
    /// characters: a quote followed by a combining accent is one `Character`, but for a browser still a quote.
    mutating func appendEscaped(_ text: String) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0) }
        if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0) } }
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let entity: StaticString
            switch text[index] {
            case ASCII.ampersand: entity = "&amp;"
            case ASCII.less: entity = "&lt;"
            case ASCII.greater: entity = "&gt;"
            case ASCII.doubleQuote: entity = "&quot;"
            case ASCII.quote: entity = "&#39;"
            case 0: entity = "\u{FFFD}"  // a browser would put this there itself, or stop reading
            default: continue
            }
            append(contentsOf: text[start..<index])
            entity.withUTF8Buffer { append(contentsOf: $0) }
            start = index + 1
        }
        append(contentsOf: text[start...])
    }

    /// Whether what is written so far ends in `href="`, `src="` or `action="` (or the same with `'`).
    var endsWithAddressAttribute: Bool {
        let name = dropLast().suffix(7)
        return name.hasSuffix("href=") || name.hasSuffix("src=") || name.hasSuffix("action=")
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ literal: StaticString) -> Bool {
        literal.withUTF8Buffer { suffix($0.count).elementsEqual($0) }
    }
}
