import Foundation

/// Makes paragraphs, headings and items of the lines of a page as a layout left them.
enum PageLines {
    /// Cleaned lines of a page; an empty one where the layout has a gap.
    static func lines(of page: String) -> [String] {
        page.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map {
            Cleaning.withoutNoteMarks(Cleaning.line(Cleaning.reordered(String($0))))
        }
    }

    /// The blocks of all pages, running heads and page numbers left out. A sentence that goes on over a page's end stays whole, on
    /// the page where it begins.
    static func pages(of texts: [String]) -> [DocumentPage] {
        let lines = texts.map { Self.lines(of: $0) }
        let heads = RunningHeads(lines.map { $0.filter { !$0.isEmpty } })
        var pages: [DocumentPage] = []
        for (index, page) in lines.enumerated() {
            let full = page.indices.filter { !page[$0].isEmpty }
            let dropped = Set(heads.places(in: full.map { page[$0] }).map { full[$0] })
            let kept = page.enumerated().map { dropped.contains($0.offset) ? "" : $0.element }
            var blocks = blocks(of: kept)
            if let last = pages.last?.blocks.lastIndex(where: { $0.kind != .footnote }), let first = blocks.first,
                goesOn(pages[pages.count - 1].blocks[last], first)
            {
                let joined = join(pages[pages.count - 1].blocks[last].text, first.text)
                pages[pages.count - 1].blocks[last].text = joined
                blocks.removeFirst()
            }
            pages.append(DocumentPage(number: index + 1, blocks: blocks))
        }
        return pages
    }

    static func blocks(of lines: [String]) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        var current: (kind: DocumentBlock.Kind, text: String)?
        let full = LineShape.fullLength(lines)
        // Of the line before: in a script without capitals it is what tells that a sentence goes on.
        var reachesEnd = false
        var wentOn = false
        func close() {
            guard let done = current else { return }
            current = nil
            let isHeading = done.kind == .paragraph && LineShape.isHeading(done.text) && !isRunning(done.text)
            defer { wentOn = reachesEnd }
            let block = DocumentBlock(
                isHeading ? .heading : done.kind, done.text, level: isHeading ? LineShape.level(done.text) : 0)
            if let last = blocks.last, block.kind == .paragraph,
                goesOn(last, block) || wentOn && goesOnWithoutCapitals(last, block)
            {
                blocks[blocks.count - 1].text = join(last.text, block.text)
            } else {
                blocks.append(block)
            }
        }
        func isRunning(_ text: String) -> Bool {
            LineShape.isCaseless(text) && !LineShape.isNumbered(text) && text.count >= full
        }
        for (index, line) in lines.enumerated() {
            defer { if !line.isEmpty { reachesEnd = isRunning(line) } }
            if line.isEmpty {
                close()
            } else if LineShape.isContentsEntry(line) {
                close()
            } else if let item = LineShape.item(line) {
                close()
                current = (.listItem, item)
            } else if index * 2 > lines.count, LineShape.isFootnote(line) {
                close()
                current = (.footnote, line)
            } else if let open = current {
                if open.kind == .paragraph, LineShape.isHeading(open.text), LineShape.startsSentence(line),
                    !isRunning(open.text)
                {
                    close()
                }
                current = current.map { ($0.kind, join($0.text, line)) } ?? (.paragraph, line)
            } else {
                current = (.paragraph, line)
            }
        }
        close()
        return blocks
    }

    /// The first ends in the middle of a sentence that the second goes on with.
    private static func goesOn(_ first: DocumentBlock, _ second: DocumentBlock) -> Bool {
        guard first.kind == .paragraph || first.kind == .listItem, second.kind == .paragraph else { return false }
        guard let end = first.text.unicodeScalars.last, let start = second.text.unicodeScalars.first else {
            return false
        }
        return !LineShape.endsSentence(end) && start.properties.isLowercase
    }

    /// The same in Arabic or Chinese, where the first's last line reached its column's end.
    private static func goesOnWithoutCapitals(_ first: DocumentBlock, _ second: DocumentBlock) -> Bool {
        guard first.kind == .paragraph, second.kind == .paragraph, let end = first.text.unicodeScalars.last else {
            return false
        }
        return !LineShape.endsSentence(end) && LineShape.isCaseless(second.text) && !LineShape.isNumbered(second.text)
    }

    /// Two lines of one paragraph: a word broken at the line's end is whole again.
    static func join(_ first: String, _ second: String) -> String {
        guard let end = first.unicodeScalars.last, let start = second.unicodeScalars.first else {
            return first + second
        }
        if Cleaning.isHan(end) && Cleaning.isHan(start) { return first + second }
        if end == "-" || end == "\u{2010}", start.properties.isLowercase,
            first.unicodeScalars.dropLast().last?.properties.isLowercase == true
        {
            return String(first.unicodeScalars.dropLast()) + second
        }
        return first + " " + second
    }
}
