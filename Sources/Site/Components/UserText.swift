internal import TextAnalysis
internal import WebSupport

/// A text a person wrote: in its own language and direction, its paragraphs kept, its web addresses made links.
struct UserText {
    let text: String
    /// Nil where it is not known: the browser then goes by the first letter of each paragraph.
    var language: Language?

    /// One line within ours: a title, a name.
    func inline() -> HTML {
        guard let language else { return "\(bdi: text)" }
        return "<bdi lang=\"\(language.code)\" dir=\"\(language.direction)\">\(text)</bdi>"
    }

    /// Paragraphs, cut at empty lines; single line ends stay.
    func html() -> HTML {
        let direction = language?.direction ?? "auto"
        return """
            <div class="user-text"\(attribute: "lang", language?.code) dir="\(direction)">\
            \(paragraphs.map { "<p dir=\"\(direction)\">\(linked($0))</p>" })</div>
            """
    }

    private var paragraphs: [String] {
        var all: [[Substring]] = [[]]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.allSatisfy(\.isWhitespace) { all.append([]) } else { all[all.count - 1].append(line) }
        }
        return all.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
    }

    /// Words that are web addresses become links; everything else is escaped.
    private func linked(_ paragraph: String) -> HTML {
        var html = HTML()
        var plain = ""
        for word in paragraph.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
            let end = word.endIndex
            defer { if end < paragraph.endIndex { plain.append(paragraph[end]) } }
            guard word.hasPrefix("https://") || word.hasPrefix("http://") else {
                plain += word
                continue
            }
            let trailing = word.reversed().prefix { ".,;:!?)»”’\"'。،؛؟".contains($0) }.count
            let address = word.dropLast(trailing)
            guard let link = SafeLink(String(address)) else {
                plain += word
                continue
            }
            html.append(HTML(text: plain))
            html.append(
                "<a href=\"\(link: link)\" rel=\"nofollow ugc noopener\"><bdi dir=\"ltr\">\(String(address))</bdi></a>")
            plain = String(word.suffix(trailing))
        }
        html.append(HTML(text: plain))
        return html
    }
}
