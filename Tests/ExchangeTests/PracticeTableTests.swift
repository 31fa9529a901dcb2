import Catalogue
import Cooperation
import Desk
import Foundation
import Rehearsal
import Testing
import TextAnalysis
import Vocabulary

@testable import Exchange

@Suite("Practices as tables: their building blocks and figures too")
struct PracticeTableTests {
    private static func text(_ english: String, _ french: String? = nil) -> LocalizedText {
        var text = LocalizedText(english, in: .english)
        if let french { text.set(french, in: .french) }
        return text
    }

    private static let blocks = [
        Practice.Block(
            title: text("A fund", "Un fonds"),
            done: text("Paid by a tax.\n\n# not a title\n+ not a factor", "Une taxe"),
            enabling: text("A law", "Une loi"), lessons: text("\\ stays\n! stays too")),
        Practice.Block(title: text("Maps"), done: text("Drawn with villages")),
    ]

    private static let figures = [
        Practice.ResultFigure(what: text("of the land", "du territoire"), before: "21 %", after: "52 %", year: 2013),
        Practice.ResultFigure(what: text("jobs"), after: "1,200"),
    ]

    @Test("blocks are written for people, and read again as they were")
    func blockText() {
        var read: [Practice.Block] = []
        for language in Language.allCases {
            BlockText.read(BlockText.written(Self.blocks, in: language), in: language, into: &read)
        }
        #expect(read == Self.blocks)
        #expect(BlockText.written(Self.blocks, in: .french) == "# Un fonds\nUne taxe\n+ Une loi\n# ")
        #expect(BlockText.written(Self.blocks, in: .arabic).isEmpty)
        var loose: [Practice.Block] = []
        BlockText.read("\n  \nWithout a title\n#\n# Second", in: .english, into: &loose)
        #expect(loose.count == 3 && loose[0].title.isEmpty && loose[0].done[.english] == "Without a title")
    }

    @Test("whatever lines a text has, it comes back the same")
    func anyText() {
        var random = SystemRandomNumberGenerator()
        let pieces = ["#", "+", "!", "\\", "a", " b", "\n", "文", "\n\n", "# #"]
        for _ in 0..<2000 {
            let words = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let body = LocalizedText(words.joined(), in: .english)
            guard !body.isEmpty else { continue }
            let block = Practice.Block(title: Self.text("T"), done: body, enabling: body, lessons: body)
            var read: [Practice.Block] = []
            BlockText.read(BlockText.written([block, block], in: .english), in: .english, into: &read)
            #expect(read == [block, block], "\(words)")
        }
    }

    @Test(
        "exported and taken in elsewhere, a practice is the same, in every form of file",
        arguments: TableFormat.allCases)
    func roundTrip(format: TableFormat) async throws {
        let house = try await Publishing()
        let practice = Practice(
            title: Self.text("A fund for forests"), summary: Self.text("In short"), problem: Self.text("Few trees"),
            whatWasDone: Self.text("Contracts"), results: Self.text("More trees"), countries: [house.cast.benin],
            subjects: [try #require(SubjectID("CBD-SUBJECT-PA"))], cost: Money(amount: 20_000, currency: "EUR"),
            context: Self.text("Hills", "Des collines"), blocks: Self.blocks, figures: Self.figures)
        try await house.stage.desk.write(practice, by: .office)
        let file = Export(house.shelf, Selection(.practice), house.publisher)
        let data: Data
        if format == .xlsx {
            data = try await file.workbook(title: "x", notes: [], isRightToLeft: false)
        } else {
            var text = ""
            for try await piece in file.pieces(format) { text += piece }
            data = Data(text.utf8)
        }
        let other = try await Publishing()
        let report = try await Import(other.stage.desk).carryOut(
            data, .init(kind: .practice, fileName: "list", source: "Home", consent: .byKeeper), by: other.cast.officer)
        #expect(report.made == 1 && report.refused == 0, "\(report.remarks)")
        let waiting = try await other.stage.desk.waitingForReview(.practice, for: .office)
        let name = try #require(waiting.items.first?.record.name)
        let read = try await other.stage.desk.record(
            try #require(PracticeID(rawValue: name)), for: other.cast.officer)
        #expect(read.body == practice)
        try await house.stage.strike()
        try await other.stage.strike()
    }
}
