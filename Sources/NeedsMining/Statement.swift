import Documents
import TextAnalysis

/// A stretch of a document that may state a need: a sentence, an item of a list, a cell of a table.
struct Statement: Sendable {
    var passage: Passage
    var language: Language
    var text: String { passage.text }
}

enum Statements {
    /// Shorter ones say too little, longer ones are no statements.
    private static let length = 12...1_500

    /// The statements of a page, in order. Notes at its foot are none, nor are headings: these say what others stand under.
    static func of(_ page: DocumentPage, under heading: inout String?, otherwise: Language) -> [Statement] {
        var statements: [Statement] = []
        var splitters: [Language: SentenceSplitter] = [:]
        for (index, block) in page.blocks.enumerated() where block.kind != .footnote {
            if block.kind == .heading {
                heading = block.text
                continue
            }
            let language = block.language ?? otherwise
            let splitter = splitters[language] ?? SentenceSplitter(language: language)
            splitters[language] = splitter
            for cell in cells(of: block) {
                let part = slice(block.text, cell)
                for range in splitter.sentences(in: part).flatMap({ StatementEdges.parts(of: part, $0) }) {
                    let text = slice(part, range)
                    let least = language == .chinese ? 6 : length.lowerBound
                    guard text.unicodeScalars.count >= least, text.unicodeScalars.count <= length.upperBound,
                        !StatementEdges.isNames(text)
                    else {
                        continue
                    }
                    let place = cell.lowerBound + range.lowerBound..<cell.lowerBound + range.upperBound
                    let passage = Passage(
                        place: DocumentPlace(page: page.number, block: index), range: place, text: text,
                        heading: heading, language: language)
                    statements.append(Statement(passage: passage, language: language))
                }
            }
        }
        return statements
    }

    private static func cells(of block: DocumentBlock) -> [Range<Int>] {
        guard block.kind == .tableRow else { return [0..<block.text.utf8.count] }
        var cells: [Range<Int>] = []
        var start = 0
        for (place, byte) in block.text.utf8.enumerated() where byte == 9 {
            cells.append(start..<place)
            start = place + 1
        }
        return cells + [start..<block.text.utf8.count]
    }

    private static func slice(_ text: String, _ range: Range<Int>) -> String {
        String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
}
