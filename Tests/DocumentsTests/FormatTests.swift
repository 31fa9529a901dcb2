import Foundation
import TextAnalysis
import Testing

@testable import Documents

@Suite("Reading of formats")
struct FormatTests {
    @Test("Word: headings, items of runs, rows of tables, pages")
    func word() throws {
        let document = try Parsing.parse(Samples.docx, named: "plan.docx")
        #expect(document.format == .docx)
        #expect(document.pages.map(\.number) == [1, 2] && document.isPaged)
        #expect(document.pages[0].blocks.map(\.kind) == [.heading, .paragraph, .listItem, .tableRow])
        #expect(document.pages[0].blocks.map(\.text).suffix(2) == ["Boats are needed.", "Gap\tNo laboratory exists"])
        #expect(document.pages[1].blocks.map(\.text) == ["Second page text."])
        #expect(document.language == .english)
        #expect(document.title == "Capacity needs")
    }

    @Test("OpenDocument: notes do not interrupt the text they stand in")
    func openDocument() throws {
        let blocks = try Parsing.parse(Samples.odt, named: "x").pages[0].blocks
        #expect(blocks.map(\.text) == ["Besoins", "Les fonds sont insuffisants.", "Former les gardes"])
        #expect(blocks.map(\.kind) == [.heading, .paragraph, .listItem])
        #expect(blocks[0].level == 2)
    }

    @Test("PDF: pages keep their numbers")
    func portable() throws {
        let pages = [
            ["Rangers are needed in the northern park, and boats too."],
            ["No laboratory exists for plant samples today."],
        ]
        let document = try Parsing.parse(Samples.pdf(pages), named: "x.pdf")
        #expect(document.pages.map { $0.blocks.map(\.text) } == pages)
        #expect(document.isPaged && document.recognisedPages.isEmpty)
    }

    @Test("HTML: unclosed tags, scripts left out, references read, tables by row")
    func hypertext() throws {
        let page = """
            <html><head><title>A &amp; B</title><style>p{}</style></head><body><h2>Needs<p>Money is <b>needed</b>&#33;
            <script>alert("x < y")</script><ul><li>Boats<li>Cameras</ul><table><tr><td>Gap<td>No&nbsp;staff</tr></table>
            """
        let document = try Parsing.parse(Data(page.utf8), named: "x.html")
        #expect(document.title == "A & B")
        #expect(
            document.pages[0].blocks.map(\.text) == ["Needs", "Money is needed!", "Boats", "Cameras", "Gap\tNo staff"])
    }

    @Test("Tables: quotes, marks and lines within cells")
    func table() throws {
        let table = "id;text\n1;\"Boats; many\nof them\"\n2;\"He said \"\"no\"\"\"\n"
        let blocks = try Parsing.parse(Data(table.utf8), named: "x.csv").pages[0].blocks
        #expect(blocks.map(\.text) == ["id\ttext", "1\tBoats; many of them", "2\tHe said \"no\""])
    }

    @Test(
        "Encodings are guessed",
        arguments: [
            (Samples.arabic1256, Language.arabic, "القدرات"), (Samples.chinese18030, .chinese, "数据库"),
            (Samples.russian1251, .russian, "необходимо"), (Samples.french1252, .french, "télédétection"),
        ])
    func encodings(bytes: Data, language: Language, word: String) throws {
        let document = try Parsing.parse(bytes, named: "x.txt")
        #expect(document.pages[0].blocks[0].text.contains(word))
        #expect(document.language == language)
    }

    @Test("UTF-16 with and without a mark", arguments: [true, false])
    func wide(mark: Bool) throws {
        let units = "The boats are needed for the lagoon.".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let document = try Parsing.parse(Data((mark ? [0xFF, 0xFE] : []) + units), named: "x.txt")
        #expect(document.pages[0].blocks[0].text == "The boats are needed for the lagoon.")
    }
}

enum Parsing {
    static let limits = ReadingLimits(
        fileSize: 1_000_000, pages: 5, text: 200_000, unpacked: 1_000_000, seconds: 60, processorSeconds: 60,
        megabytes: 1_500, recognisedPages: 0, recognitionSeconds: 60)

    /// In this very process: for files we made ourselves.
    static func parse(_ bytes: Data, named name: String) throws -> SourceDocument {
        let folder = FileManager.default.temporaryDirectory.appending(path: "documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "file")
        try bytes.write(to: file)
        return try DocumentParser(limits: limits, folder: folder) { _ in }.parse(file, named: name)
    }
}
