import Foundation
import TextAnalysis

/// Reads a file in this process. Only a child under limits does that to files of strangers.
struct DocumentParser {
    let limits: ReadingLimits
    /// For temporary files.
    let folder: URL
    let progress: (DocumentReader.Progress) -> Void

    func parse(_ file: URL, named name: String) throws(DocumentRefusal) -> SourceDocument {
        guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe) else { throw .notADocument }
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count <= limits.fileSize else { throw .tooLarge(bytes: bytes.count, limit: limits.fileSize) }
        let format = try FormatGuess.format(of: bytes, named: name)
        return try finished(read(bytes, file, as: format))
    }

    private func read(
        _ bytes: Data, _ file: URL, as format: DocumentFormat
    ) throws(DocumentRefusal) -> SourceDocument {
        switch format {
        case .pdf: return try PDFPages(parser: self, file: file, bytes: bytes).read()
        case .docx, .odt: return try OfficePages(parser: self, format: format, bytes: bytes).read()
        case .xlsx: return try TablePages.workbook(bytes, limits: limits)
        case .csv: return TablePages.separated(try text(bytes))
        case .html:
            let declared = HTMLPages.declaredEncoding(bytes).flatMap { TextDecoding.convert(bytes, from: $0) }
            if let declared { return HTMLPages.read(declared) }
            return HTMLPages.read(try text(bytes))
        case .text:
            let pages = try text(bytes).split(separator: "\u{C}", omittingEmptySubsequences: false).map(String.init)
            guard pages.count <= limits.pages else { throw .tooManyPages(pages: pages.count, limit: limits.pages) }
            return SourceDocument(format: .text, pages: PageLines.pages(of: pages), isPaged: pages.count > 1)
        }
    }

    private func text(_ bytes: Data) throws(DocumentRefusal) -> String {
        guard bytes.count <= limits.text else { throw .tooMuchText(limit: limits.text) }
        guard let text = TextDecoding.text(bytes) else { throw .unknownFormat }
        let odd = text.unicodeScalars.prefix(4096).count {
            $0.value < 32 && !(9...13).contains($0.value) && $0.value != 27
        }
        guard odd * 20 < min(4096, text.unicodeScalars.count) else { throw .unknownFormat }
        return text
    }

    /// With the language of each block and of the whole, and a title.
    private func finished(_ read: SourceDocument) throws(DocumentRefusal) -> SourceDocument {
        var document = read
        guard document.pages.count <= limits.pages else {
            throw .tooManyPages(pages: document.pages.count, limit: limits.pages)
        }
        var size = 0
        var letters: [Language: Int] = [:]
        var hasLetters = false
        for page in document.pages.indices {
            for block in document.pages[page].blocks.indices {
                let text = document.pages[page].blocks[block].text
                size += text.utf8.count
                hasLetters = hasLetters || text.contains(where: \.isLetter)
                let guess = LanguageGuess(text)
                guard guess.confidence >= 0.5, let language = guess.language else { continue }
                document.pages[page].blocks[block].language = language
                letters[language, default: 0] += text.unicodeScalars.count
            }
        }
        guard hasLetters else { throw .noText }
        guard size <= limits.text else { throw .tooMuchText(limit: limits.text) }
        document.language = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        if document.title == nil {
            document.title = document.pages.prefix(2).flatMap(\.blocks).first { $0.kind == .heading }?.text
        }
        return document
    }
}
