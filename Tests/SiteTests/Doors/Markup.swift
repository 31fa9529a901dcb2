/// What a browser makes of a page, as far as harm goes: its elements with their attributes. A small reader after the HTML
/// standard's tokenizer (13.2.5): tags, quoted and bare attributes, comments, raw text of `script` and `style`.
struct Markup {
    struct Element {
        let name: String
        var attributes: [String: String] = [:]
    }

    let elements: [Element]

    init(_ text: String) {
        var reader = Reader(Array(text.unicodeScalars))
        var found: [Element] = []
        while let element = reader.nextElement() { found.append(element) }
        elements = found
    }

    /// Everything that runs a script, loads from elsewhere or leads to one: none of it is ours.
    var dangers: [String] {
        elements.compactMap { element in
            let all = element.attributes
            // A block of data is not run; text that breaks out of it is met as elements of its own.
            let isData = all["type"] == "application/ld+json" && all["src"] == nil
            if element.name == "script", !isData, all["src"]?.hasPrefix("/assets/") != true { return "<script>" }
            if ["iframe", "object", "embed", "base", "math", "foreignobject", "applet", "portal"].contains(element.name)
            {
                return "<\(element.name)>"
            }
            if element.name == "img" || element.name == "xss" { return "<\(element.name)>" }
            if let event = all.keys.first(where: { $0.hasPrefix("on") }) { return "\(element.name) \(event)" }
            if all["style"] != nil || all["srcdoc"] != nil { return "\(element.name) style or srcdoc" }
            for name in ["href", "src", "action", "formaction", "xlink:href", "data"] {
                let scheme = (all[name] ?? "").lowercased().filter {
                    !$0.isWhitespace && $0.asciiValue.map { $0 > 31 } ?? true
                }
                if ["javascript:", "data:", "vbscript:"].contains(where: scheme.hasPrefix) {
                    return "\(name)=\(scheme)"
                }
            }
            return nil
        }
    }

    private struct Reader {
        private let text: [Unicode.Scalar]
        private var place = 0

        init(_ text: [Unicode.Scalar]) { self.text = text }

        mutating func nextElement() -> Element? {
            while place < text.count {
                guard text[place] == "<" else {
                    place += 1
                    continue
                }
                place += 1
                if starts("!--") {
                    skip(past: "-->")
                } else if place < text.count, Self.isLetter(text[place]) {
                    let element = tag()
                    if element.name == "script" || element.name == "style" { skip(past: "</\(element.name)") }
                    return element
                }
            }
            return nil
        }

        private mutating func tag() -> Element {
            var element = Element(name: word { !Self.isBlank($0) && $0 != "/" && $0 != ">" }.lowercased())
            while place < text.count {
                while place < text.count, Self.isBlank(text[place]) || text[place] == "/" { place += 1 }
                guard place < text.count, text[place] != ">" else { break }
                let start = place
                let name = word { !Self.isBlank($0) && $0 != "/" && $0 != ">" && $0 != "=" }.lowercased()
                while place < text.count, Self.isBlank(text[place]) { place += 1 }
                var value = ""
                if place < text.count, text[place] == "=" {
                    place += 1
                    while place < text.count, Self.isBlank(text[place]) { place += 1 }
                    value = self.value()
                }
                element.attributes[name] = value
                if place == start { place += 1 }
            }
            place += 1
            return element
        }

        private mutating func value() -> String {
            guard place < text.count, text[place] == "\"" || text[place] == "'" else {
                return word { !Self.isBlank($0) && $0 != ">" }
            }
            let quote = text[place]
            place += 1
            let value = word { $0 != quote }
            place += 1
            return value
        }

        private mutating func word(_ belongs: (Unicode.Scalar) -> Bool) -> String {
            let start = place
            while place < text.count, belongs(text[place]) { place += 1 }
            return String(String.UnicodeScalarView(text[start..<place]))
        }

        private func starts(_ part: String) -> Bool {
            let part = Array(part.unicodeScalars)
            return place + part.count <= text.count && Array(text[place..<place + part.count]) == part
        }

        private mutating func skip(past end: String) {
            while place < text.count, !starts(end) { place += 1 }
            place += end.unicodeScalars.count
        }

        private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            " \t\n\r\u{0C}".unicodeScalars.contains(scalar)
        }
        private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII && scalar.properties.isAlphabetic
        }
    }
}
