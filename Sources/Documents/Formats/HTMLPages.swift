import Foundation

/// HTML as it is found: no tag needs to be closed, nothing in it is run or fetched.
struct HTMLPages {
    private var blocks: [DocumentBlock] = []
    private var text = ""
    private var kind: DocumentBlock.Kind = .paragraph
    private var level = 0
    private var cells: [String] = []
    private var rowIsOpen = false
    private var title: String?

    static func read(_ source: String) -> SourceDocument {
        var reader = HTMLPages()
        reader.scan(Array(source.utf8))
        reader.close()
        return SourceDocument(
            format: .html, title: reader.title, pages: [DocumentPage(number: 1, blocks: reader.blocks)])
    }

    /// The encoding a page declares for itself near its start; nil where it does not.
    static func declaredEncoding(_ bytes: Data) -> String? {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        guard let place = head.range(of: "charset=") else { return nil }
        let name = head[place.upperBound...].drop { "\"' ".contains($0) }.prefix {
            $0.isLetter || $0.isNumber || $0 == "-"
        }
        return ["", "utf-8", "utf8"].contains(name) ? nil : String(name)
    }

    private mutating func scan(_ bytes: [UInt8]) {
        var index = 0
        var start = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            text += Entities.decoded(String(decoding: bytes[start..<index], as: UTF8.self))
            if bytes[index...].starts(with: "<!--".utf8) {
                index = Self.find("-->", in: bytes, from: index + 4)
            } else {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
                let name = end > index ? Self.tagName(bytes[(index + 1)...end]) : ""
                index = end + 1
                if Self.unread.contains(name) {
                    index = Self.afterTag(Self.find("</" + name, in: bytes, from: index), bytes)
                }
                if name == "title" {
                    let close = Self.find("</title", in: bytes, from: index)
                    title = Cleaning.line(
                        Entities.decoded(String(decoding: bytes[index..<max(index, close - 7)], as: UTF8.self)))
                    index = Self.afterTag(close, bytes)
                } else {
                    tag(name)
                }
            }
            start = index
        }
        if start < bytes.count { text += Entities.decoded(String(decoding: bytes[start...], as: UTF8.self)) }
    }

    /// Their content is no text.
    private static let unread: Set<String> = ["script", "style", "noscript", "template", "svg", "select", "textarea"]

    /// Where the search goes on after `needle`, whatever its case; the end where it does not occur.
    private static func find(_ needle: String, in bytes: [UInt8], from start: Int) -> Int {
        let wanted = Array(needle.utf8)
        var index = start
        while index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], zip(wanted, bytes[index...]).allSatisfy({ $0 == ($1 | ($0 >= 97 ? 32 : 0)) })
            {
                return index + wanted.count
            }
            index += 1
        }
        return bytes.count
    }

    /// Behind the bracket that ends the tag here.
    private static func afterTag(_ place: Int, _ bytes: [UInt8]) -> Int {
        guard place < bytes.count, let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) else {
            return bytes.count
        }
        return end + 1
    }

    private static func tagName(_ tag: ArraySlice<UInt8>) -> String {
        let name = tag.prefix {
            $0 == UInt8(ascii: "/") || ($0 | 32) >= 97 && ($0 | 32) <= 122 || (48...57).contains($0)
        }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private mutating func tag(_ name: String) {
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6":
            close()
            (kind, level) = (.heading, Int(name.dropFirst()) ?? 1)
        case "li", "dt", "dd":
            close()
            kind = .listItem
        case "tr":
            closeRow()
            rowIsOpen = true
        case "td", "th":
            if rowIsOpen, !Cleaning.line(text).isEmpty { cells.append(take()) }
        case "/td", "/th": if rowIsOpen { cells.append(take()) }
        case "/tr", "/table": closeRow()
        case "br": text += rowIsOpen || kind == .heading ? " " : "\n"
        case "p", "/p", "div", "/div", "section", "/section", "article", "ul", "ol", "/ul", "/ol", "/li", "blockquote",
            "pre",
            "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "/dt", "/dd", "main", "header", "footer", "nav", "hr", "figure",
            "body",
            "caption", "/caption", "/blockquote", "/pre":
            if rowIsOpen { text += " " } else { close() }
        case "sup", "/sup": break
        default: break
        }
    }

    private mutating func take() -> String {
        let line = Cleaning.line(text)
        text = ""
        return line
    }

    private mutating func close() {
        let line = take()
        if !line.isEmpty { blocks.append(DocumentBlock(kind, line, level: level)) }
        (kind, level) = (.paragraph, 0)
    }

    private mutating func closeRow() {
        if rowIsOpen, !Cleaning.line(text).isEmpty { cells.append(take()) }
        if cells.contains(where: { !$0.isEmpty }) {
            blocks.append(DocumentBlock(.tableRow, cells.joined(separator: "\t")))
        }
        if !rowIsOpen { close() }
        cells = []
        text = ""
        rowIsOpen = false
    }
}
