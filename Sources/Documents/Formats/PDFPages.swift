import Foundation

/// PDF through poppler's `pdftotext`, which knows the order in which columns are read and gives Arabic in logical order.
struct PDFPages {
    let parser: DocumentParser
    let file: URL
    let bytes: Data

    func read() throws(DocumentRefusal) -> SourceDocument {
        let info = try information()
        guard info.pages <= parser.limits.pages else {
            throw .tooManyPages(pages: info.pages, limit: parser.limits.pages)
        }
        let text = LamAlef.mended(
            try run("pdftotext", ["-q", "-enc", "UTF-8", file.path, "-"], limit: parser.limits.text))
        var texts = Self.sheets(of: text)
        if texts.contains(where: { Self.fragments($0) >= Self.mostFragments }) {
            let raw = Self.sheets(
                of: try run("pdftotext", ["-q", "-raw", "-enc", "UTF-8", file.path, "-"], limit: parser.limits.text))
            if raw.count == texts.count { texts = zip(texts, raw).map { Self.whole($0, $1) } }
        }
        parser.progress(.init(pagesRead: texts.count, pages: texts.count))
        let scanned = texts.indices.filter { Self.letters(texts[$0]) < 10 }
        var recognised: [Int] = []
        if !scanned.isEmpty, scanned.count * 10 >= texts.count * 8 {
            let recognition = Recognition(parser: parser, file: file)
            for (page, found) in try recognition.read(scanned.map { $0 + 1 }) {
                texts[page - 1] = found
                recognised.append(page)
            }
        }
        let pages = PageLines.pages(of: texts)
        return SourceDocument(
            format: .pdf, title: info.title, pages: pages, isPaged: true, recognisedPages: recognised.sorted())
    }

    private static func sheets(of text: String) -> [String] {
        var texts = text.split(separator: "\u{C}", omittingEmptySubsequences: false).map(String.init)
        if texts.count > 1, texts.last?.isEmpty == true { texts.removeLast() }
        return texts
    }

    /// Lines of one or two words.
    private static func fragments(_ text: String) -> Int {
        text.split(separator: "\n").count { $0.split(separator: " ").count <= 2 }
    }

    private static let mostFragments = 6

    /// Of a page in columns set to both edges poppler takes the wide gaps between words for gaps between columns, and tears the
    /// lines apart. There the order in which the page was written is better, unless it is written from right to left, which only
    /// poppler's own order turns round.
    static func whole(_ laidOut: String, _ written: String) -> String {
        let torn = fragments(laidOut)
        let isRightToLeft = laidOut.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) }
        guard torn >= mostFragments, !isRightToLeft, fragments(written) * 2 < torn else { return laidOut }
        return written
    }

    private static func letters(_ text: String) -> Int { text.unicodeScalars.count { $0.properties.isAlphabetic } }

    private func information() throws(DocumentRefusal) -> (pages: Int, title: String?) {
        let text: String
        do throws(DocumentRefusal) {
            text = try run("pdfinfo", ["-enc", "UTF-8", file.path], limit: 1_000_000)
        } catch .damaged where bytes.range(of: Data("/Encrypt".utf8)) != nil {
            throw .encrypted
        }
        var fields: [Substring: String] = [:]
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon]] = Cleaning.line(line[line.index(after: colon)...])
        }
        guard let pages = fields["Pages"].flatMap({ Int($0) }), pages > 0 else { throw .damaged(.pdf) }
        return (pages, fields["Title"].flatMap { $0.isEmpty ? nil : $0 })
    }

    private func run(_ program: String, _ arguments: [String], limit: Int) throws(DocumentRefusal) -> String {
        var output = Data()
        let process = ChildProcess(
            executable: program, arguments: arguments, folder: parser.folder.path, outputLimit: limit, inOwnGroup: false
        )
        let (end, megabytes) = process.run(until: .now + .seconds(parser.limits.seconds)) {
            output.append(contentsOf: $0)
        }
        switch end {
        case .exited(0): return String(decoding: output, as: UTF8.self)
        case .exited(127), .cannotStart: throw .toolMissing(program)
        case .timedOut, .signalled(SIGXCPU): throw .tookTooLong(seconds: parser.limits.seconds)
        case .wroteTooMuch: throw .tooMuchText(limit: limit)
        case .signalled where megabytes * 2 > parser.limits.megabytes:
            throw .tookTooMuchMemory(megabytes: parser.limits.megabytes)
        case .exited, .signalled, .cancelled: throw .damaged(.pdf)
        }
    }
}
