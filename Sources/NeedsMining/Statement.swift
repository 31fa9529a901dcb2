import Documents
import TextAnalysis

/// A stretch of a document that may state a need: a sentence, an item of a list, a row of a table.
struct Statement: Sendable {
    var passage: Passage
    var text: String { passage.text }
    var language: Language
    var kind: DocumentBlock.Kind
}

enum Statements {
    /// The statements of a page, in order.
    static func of(_ page: DocumentPage, otherwise: Language) -> [Statement] {
        var statements: [Statement] = []
        var heading: String?
        for (index, block) in page.blocks.enumerated() {
            if block.kind == .heading { heading = block.text }
            let language = block.language ?? otherwise
            for range in SentenceSplitter(language: language).sentences(in: block.text) {
                let text = String(
                    decoding: block.text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
                let passage = Passage(
                    place: DocumentPlace(page: page.number, block: index), range: range, text: text,
                    heading: block.kind == .heading ? nil : heading, language: language)
                statements.append(Statement(passage: passage, language: language, kind: block.kind))
            }
        }
        return statements
    }
}
