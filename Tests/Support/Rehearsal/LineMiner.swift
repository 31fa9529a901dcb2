public import Desk
import Documents
import Foundation
import NeedsMining
import TextAnalysis
import Vocabulary

/// A miner for tests of the desk, where what is found must be known beforehand: each line of a plain text is a block, a form
/// feed begins a page, and a line that holds an exclamation mark is a need, the surer the more marks it has.
public enum LineMiner {
    public static let miner = DocumentMiner { file, _, _, progress in
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let document = SourceDocument(
            format: .text,
            pages: text.split(separator: "\u{C}", omittingEmptySubsequences: false).enumerated().map { index, page in
                DocumentPage(
                    number: index + 1,
                    blocks: page.split(separator: "\n").map {
                        DocumentBlock(.paragraph, String($0), language: .english)
                    })
            }, language: .english, isPaged: true)
        if text.contains("BROKEN") { throw DocumentRefusal.tooManyPages(pages: 9000, limit: 2000) }
        if text.contains("SLOW") { try await Task.sleep(for: .seconds(3600)) }
        progress(DocumentMiner.Progress(pagesRead: document.pages.count, pages: document.pages.count))
        return (document, needs(of: document))
    }

    private static func needs(of document: SourceDocument) -> [NeedsMining.PotentialNeed] {
        document.blocks.filter { $0.block.text.contains("!") }.map { place, block in
            let marks = block.text.count { $0 == "!" }
            let passage = Passage(
                place: place, range: 0..<block.text.utf8.count, text: block.text, language: .english)
            return NeedsMining.PotentialNeed(
                id: NeedFingerprint(of: block.text), text: block.text, language: .english, passages: [passage],
                kind: .capacity, heading: .protectedAreas, themes: SubjectID("CBD-SUBJECT-PA").map { [$0] } ?? [],
                assistance: AssistanceTypeID("training.workshop").map { [$0] } ?? [],
                score: min(1, Double(marks) * 0.25), why: [NeedPart(part: .cues, value: min(1, Double(marks) * 0.25))])
        }
    }
}
