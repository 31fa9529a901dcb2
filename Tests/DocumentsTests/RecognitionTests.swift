import Foundation
import TextAnalysis
import Programs
import Testing

@testable import Documents

/// Pages that are pictures of text, made here by poppler, read by Debian's tesseract.
@Suite("Scanned documents")
struct RecognitionTests {
    private static let pages = [
        ["Rangers are needed in the northern park, and boats too.", "No laboratory exists for plant samples today."],
        ["The country lies between the sea and the mountains.", "Training in forensics is needed by customs."],
    ]

    @Test("The text of each picture is recognised, on its page, and said to be recognised")
    func recognised() throws {
        var limits = Parsing.limits
        limits.fileSize = 60_000_000
        limits.recognisedPages = 5
        limits.unpacked = 60_000_000
        let document = try Self.inFolder { folder in
            let file = try Self.scan(Self.pages, in: folder)
            return try DocumentParser(limits: limits, folder: folder) { _ in }.parse(file, named: "scan.pdf")
        }
        #expect(document.recognisedPages == [1, 2])
        let texts = document.pages.map { $0.blocks.map(\.text).joined(separator: " ") }
        #expect(texts[0].contains("laboratory") && texts[0].contains("northern park"))
        #expect(texts[1].contains("forensics") && !texts[1].contains("laboratory"))
        #expect(document.language == .english)
    }

    @Test("Lines set far apart are one paragraph where a sentence goes on")
    func wideLines() {
        #expect(Recognition.joined("Lack of\n\nmoney hinders.\n\nthe next") == "Lack of\nmoney hinders.\n\nthe next")
        #expect(Recognition.joined("Title\n\nA sentence\n\n\nand more\n") == "Title\n\nA sentence\n\n\nand more\n")
        #expect(Recognition.joined("\n\nbegins small") == "\n\nbegins small")
    }

    @Test("Where no picture may be read, the reason is that they are pictures, and how many")
    func refused() throws {
        var limits = Parsing.limits
        limits.fileSize = 60_000_000
        #expect(throws: DocumentRefusal.scanned(pages: 2)) {
            try Self.inFolder { folder in
                let file = try Self.scan(Self.pages, in: folder)
                return try DocumentParser(limits: limits, folder: folder) { _ in }.parse(file, named: "scan.pdf")
            }
        }
    }

    private static func inFolder<Value>(_ work: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try work(folder)
    }

    /// The pages printed, photographed at 150 dots an inch, and bound again.
    private static func scan(_ pages: [[String]], in folder: URL) throws -> URL {
        let printed = folder.appending(path: "printed.pdf")
        try Samples.pdf(pages).write(to: printed)
        let poppler = try ChildProgram(
            URL(filePath: "/usr/bin/pdftoppm"),
            ["-gray", "-r", "150", printed.path, folder.appending(path: "picture").path])
        #expect(poppler.waitUntilEnd() == .exited(0))
        let pictures = try pages.indices.map {
            try Data(contentsOf: folder.appending(path: "picture-\($0 + 1).pgm"))
        }
        let file = folder.appending(path: "scanned.pdf")
        try #require(Samples.scanned(pictures)).write(to: file)
        return file
    }
}
