internal import Cooperation
internal import Desk
internal import Documents
internal import Localisation
internal import TextAnalysis
internal import WebSupport

/// One page of the document with its passages marked, beside the needs that are said on it.
struct PagesView {
    let visit: Visit
    let view: DocumentView
    let items: [DocumentWork.Item]
    let problems: FormProblems

    private var words: Words { visit.words }

    func html() -> HTML {
        guard let text = view.text, let page else { return HTML() }
        let here = items.filter { item in item.potential.body.passages.contains { $0.page == page.number } }
        let waiting = here.filter(\.standing.isWaiting)
        return """
            \(contents(text))
            <div class="halves desk-halves"><section aria-labelledby="needs-here"><h2 id="needs-here">\
            \(words("potential.needs-here", count: waiting.count))</h2>
            \(if: waiting.isEmpty, "<p class=\"quiet\">\(words("potential.none-here"))</p>",
                else: DecisionForm(visit: visit, view: view, items: waiting, problems: problems).html())
            \(DecidedView(visit: visit, view: view, items: here).short())</section>
            <section class="sheet" aria-labelledby="page-text" tabindex="0"><h2 id="page-text">\
            \(words(text.isPaged ? "potential.page" : "potential.text", ["page": words.number(page.number)]))</h2>
            \(if: text.recognisedPages.contains(page.number), "<p class=\"small quiet\">\(words("potential.recognised"))</p>")
            \(MarkedPage(page: page, items: here, words: words).html())</section></div>
            """
    }

    /// The text of a document in which nothing was found, folded: who doubts it can look for herself.
    static func alone(_ text: SourceDocument, visit: Visit) -> HTML {
        let words = visit.words
        guard !text.pages.isEmpty else { return HTML() }
        let shown = text.pages.prefix(mostAlone).map { page in
            """
            \(if: text.isPaged, "<h3>\(words("potential.page", ["page": words.number(page.number)]))</h3>")\
            \(MarkedPage(page: page, items: [], words: words).html())
            """ as HTML
        }
        return fold(words("potential.text-read"), "<div class=\"sheet\">\(shown)</div>")
    }

    private static let mostAlone = 20

    /// The page asked for, else the first with a need that waits, else the first.
    private var page: DocumentPage? {
        let pages = view.text?.pages ?? []
        if let asked = view.query.page, let page = pages.first(where: { $0.number == asked }) { return page }
        let first = items.first(where: \.standing.isWaiting)?.potential.body.passages.first?.page
        return pages.first { $0.number == first } ?? pages.first
    }

    /// Pages with needs, each with how many wait; and the way to the neighbours.
    private func contents(_ text: SourceDocument) -> HTML {
        var waiting: [Int: Int] = [:]
        for item in items where item.standing.isWaiting {
            for page in Set(item.potential.body.passages.compactMap(\.page)) { waiting[page, default: 0] += 1 }
        }
        guard text.pages.count > 1, let page else { return HTML() }
        let numbers = text.pages.map(\.number)
        let marked = numbers.filter { waiting[$0] != nil }
        let place = numbers.firstIndex(of: page.number) ?? 0
        func link(_ number: Int, _ label: String) -> HTML {
            visit.link(label, view.path.with("page", String(number)), isCurrent: number == page.number).html()
        }
        let next = marked.first { $0 > page.number }
        return """
            <nav class="pages" aria-label="\(words("potential.pages-nav"))"><ul>
            \(if: place > 0, "<li>\(link(numbers[max(0, place - 1)], words("potential.page-before")))</li>")
            \(if: place + 1 < numbers.count, """
                <li>\(link(numbers[min(place + 1, numbers.count - 1)], words("potential.page-after")))</li>
                """)
            \(next.map { "<li>\(link($0, words("potential.next-with-needs", ["page": words.number($0)])))</li>" as HTML })
            </ul></nav>
            \(if: marked.count > 1, fold(
                words("potential.pages-with-needs", count: marked.count),
                """
                <ul class="tags">\(marked.map { number in
                    "<li>\(link(number, "\(words.number(number)) (\(words.number(waiting[number] ?? 0)))"))</li>" as HTML
                })</ul>
                """))
            """
    }
}

/// The text of a page, with the passages of its needs as marks that lead to them.
struct MarkedPage {
    let page: DocumentPage
    let items: [DocumentWork.Item]
    let words: Words

    func html() -> HTML {
        page.blocks.enumerated().map { index, block in
            let language = block.language
            let text = marked(block.text, marks(in: index))
            return """
                <div class="user-text block-\(block.kind.rawValue)"\(attribute: "lang", language?.code) \
                dir="\(language?.direction ?? "auto")"><p>\(text)</p></div>
                """ as HTML
        }.joined()
    }

    private struct Mark {
        let range: Range<Int>
        let number: Int
        let isWaiting: Bool
    }

    private func marks(in block: Int) -> [Mark] {
        items.flatMap { item in
            item.potential.body.passages.compactMap { passage in
                guard passage.page == page.number, passage.block == block, let range = passage.bytes else { return nil }
                return Mark(range: range, number: item.potential.body.number, isWaiting: item.standing.isWaiting)
            }
        }.sorted { ($0.range.lowerBound, $0.number) < ($1.range.lowerBound, $1.number) }
    }

    /// Marks that overlap one before them are left to it.
    private func marked(_ text: String, _ marks: [Mark]) -> HTML {
        let bytes = Array(text.utf8)
        var html = HTML()
        var end = 0
        for mark in marks where mark.range.lowerBound >= end && mark.range.upperBound <= bytes.count {
            html.append(plain(bytes, end..<mark.range.lowerBound))
            html.append(
                """
                <mark\(classes: ["decided": !mark.isWaiting]) id="said-\(mark.number)-\(mark.range.lowerBound)">\
                <a href="#need-\(mark.number)">\(spoken(words("potential.need-number", ["number": words.number(mark.number)])))\
                <sup aria-hidden="true">\(words.number(mark.number))</sup></a> \(plain(bytes, mark.range))</mark>
                """)
            end = mark.range.upperBound
        }
        html.append(plain(bytes, end..<bytes.count))
        return html
    }

    private func plain(_ bytes: [UInt8], _ range: Range<Int>) -> HTML {
        HTML(text: String(decoding: bytes[range], as: UTF8.self).replacing("\t", with: " · "))
    }
}
