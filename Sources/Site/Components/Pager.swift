internal import Localisation
internal import WebSupport

/// The pages of a long list: the first, the last, and those around the one shown.
struct Pager {
    let words: Words
    /// From 1.
    let page: Int
    let pageCount: Int
    let address: (Int) -> String

    func html() -> HTML {
        guard pageCount > 1 else { return HTML() }
        return """
            <nav class="pages" aria-label="\(words("common.pages"))"><ul>
            \(if: page > 1, "<li><a rel=\"prev\" href=\"\(address(page - 1))\">\(words("common.previous"))</a></li>")
            \(numbers.map { $0.map(item) ?? "<li><span aria-hidden=\"true\">…</span></li>" })
            \(if: page < pageCount, "<li><a rel=\"next\" href=\"\(address(page + 1))\">\(words("common.next"))</a></li>")
            </ul></nav>
            """
    }

    private func item(_ number: Int) -> HTML {
        """
        <li><a href="\(address(number))"\(attribute: "aria-current", number == page ? "page" : nil)>\
        \(spoken(words("common.page")) + " ")\(words.number(number))</a></li>
        """
    }

    /// Nil stands for pages left out.
    private var numbers: [Int?] {
        let near = Set([1, pageCount] + (page - 1...page + 1).filter { (1...pageCount).contains($0) }).sorted()
        return near.reduce(into: []) { list, number in
            if let last = list.last, let last, number > last + 1 { list.append(nil) }
            list.append(number)
        }
    }
}
