import Foundation
import Testing

@testable import Documents

@Suite("Files that are not read")
struct RefusalTests {
    @Test(
        "Each has its reason",
        arguments: [
            (Data(), DocumentRefusal.empty), (Data([0x89, 0x50, 0x4E, 0x47, 1, 2]), .notADocument),
            (Data([0xD0, 0xCF, 0x11, 0xE0, 1]), .oldOfficeFormat), (Data([1, 0, 2, 0, 0, 0, 3]), .unknownFormat),
            (Samples.entities, .declaresEntities), (Samples.bomb, .archiveBomb),
            (Samples.docx.prefix(300), .damaged(.docx)),
            (Data("%PDF-1.4\nnothing".utf8), .damaged(.pdf)), (Data("%PDF-1.4 /Encrypt".utf8), .encrypted),
            (Data(repeating: 65, count: 1_000_001), .tooLarge(bytes: 1_000_001, limit: 1_000_000)),
            (Data(repeating: 65, count: 300_000), .tooMuchText(limit: 200_000)), (Data("... 12 --".utf8), .noText),
            (Data("a\u{C}b\u{C}c\u{C}d\u{C}e\u{C}f".utf8), .tooManyPages(pages: 6, limit: 5)),
            (Samples.pdf([[""], [""]]), .scanned(pages: 2)),
            (Samples.pdf(Array(repeating: ["Some text."], count: 6)), .tooManyPages(pages: 6, limit: 5)),
        ])
    func reasons(bytes: Data, refusal: DocumentRefusal) {
        #expect(throws: refusal) { try Parsing.parse(bytes, named: "file.bin") }
    }
}
