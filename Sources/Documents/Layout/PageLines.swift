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
                append(first.text, to: &pages[pages.count - 1].blocks[last].text)
                blocks.removeFirst()
            }
            pages.append(DocumentPage(number: index + 1, blocks: blocks))
        }
        return pages
    }

    static func blocks(of lines: [String]) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        var kind: DocumentBlock.Kind?
        var text = ""
        let full = LineShape.fullLength(lines)
        // Of the line before: in a script without capitals it is what tells that a sentence goes on.
        var reachesEnd = false
        var wentOn = false
        func close() {
            guard let done = kind else { return }
            let isHeading = done == .paragraph && LineShape.isHeading(text) && !isRunning(text)
            defer { wentOn = reachesEnd }
            let block = DocumentBlock(isHeading ? .heading : done, text, level: isHeading ? LineShape.level(text) : 0)
            (kind, text) = (nil, "")
            if let last = blocks.last, block.kind == .paragraph,
                goesOn(last, block) || wentOn && goesOnWithoutCapitals(last, block)
            {
                append(block.text, to: &blocks[blocks.count - 1].text)
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
                (kind, text) = (.listItem, item)
            } else if index * 2 > lines.count, LineShape.isFootnote(line) {
                close()
                (kind, text) = (.footnote, line)
            } else {
                if kind == .paragraph, LineShape.isHeading(text), LineShape.startsSentence(line), !isRunning(text) {
                    close()
                }
                kind = kind ?? .paragraph
                append(line, to: &text)
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

    /// The next line of the same paragraph, in place, since a paragraph may have thousands: a word broken at the line's end is
    /// whole again.
    static func append(_ line: String, to text: inout String) {
        guard let end = text.unicodeScalars.last, let start = line.unicodeScalars.first else {
            text += line
            return
        }
        if Cleaning.isHan(end) && Cleaning.isHan(start) {
            text += line
        } else if end == "-" || end == "\u{2010}", start.properties.isLowercase,
            text.unicodeScalars.dropLast().last?.properties.isLowercase == true
        {
            text.unicodeScalars.removeLast()
            text += line
        } else {
            text += " "
            text += line
        }
    }
}
