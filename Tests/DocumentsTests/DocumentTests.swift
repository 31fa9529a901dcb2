import Documents
import Testing

@Suite("What was read of a document")
struct DocumentTests {
    @Test("A place finds its block, and nothing where there is none")
    func places() {
        let page = DocumentPage(
            number: 7, blocks: [DocumentBlock(.heading, "Needs"), DocumentBlock(.paragraph, "Money.")])
        let document = SourceDocument(format: .pdf, pages: [page], isPaged: true)
        #expect(document[DocumentPlace(page: 7, block: 1)]?.text == "Money.")
        #expect(document[DocumentPlace(page: 7, block: 2)] == nil)
        #expect(document[DocumentPlace(page: 1, block: 0)] == nil)
        #expect(document.blocks.map(\.place.block) == [0, 1])
    }

    @Test("Endings promise formats", arguments: [("a.PDF", DocumentFormat.pdf), ("b.tsv", .csv), ("c.htm", .html)])
    func endings(name: String, format: DocumentFormat) {
        #expect(DocumentFormat(fileName: name) == format)
    }
}
