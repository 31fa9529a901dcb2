import Foundation
import TextAnalysis

extension DocumentParser {
    func pages(of bytes: Data, _ file: URL, named name: String) throws(DocumentRefusal) -> [DocumentPage] {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .unknownFormat }
        let blocks = text.split(separator: "\n").map { DocumentBlock(.paragraph, String($0)) }
        return [DocumentPage(number: 1, blocks: blocks)]
    }

    func finished(_ pages: [DocumentPage]) throws(DocumentRefusal) -> SourceDocument {
        guard pages.contains(where: { !$0.blocks.isEmpty }) else { throw .noText }
        return SourceDocument(format: .text, pages: pages)
    }
}
