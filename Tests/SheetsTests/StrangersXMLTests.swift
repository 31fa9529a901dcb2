import Foundation
import Testing

@testable import Sheets

/// Foundation's parser ends the process where a name is not UTF-8: if one of these came to it, so would this run.
@Suite struct StrangersXMLTests {
    @Test func namesThatAreNotUTF8AreNeverParsed() {
        for broken in ["<a\u{FFFD} b=\"c\"/>", "<a b\u{FFFD}=\"c\"/>", "<a xmlns:x\u{FFFD}=\"u\" b=\"c\"/>"] {
            let content = Data(broken.utf8.flatMap { $0 == 0xEF ? [0xFF] : $0 == 0xBF || $0 == 0xBD ? [] : [$0] })
            #expect(content.contains(0xFF))
            #expect(!StrangersXML.isReadable(content))
            #expect(throws: SheetsError.damaged(part: "x")) { try PartParser.read(content, part: "x") }
        }
    }

    @Test func otherEncodingsAreReadWhereTheXMLNamesOne() throws {
        func latin(_ encoding: String) -> Data {
            Data("<?xml version=\"1.0\" encoding=\"\(encoding)\"?><a>".utf8) + Data([0xE9]) + Data("</a>".utf8)
        }
        var texts: [String] = []
        try PartParser.read(latin("ISO-8859-1"), part: "x", closed: { texts.append($1) })
        #expect(texts == ["é"])
        for encoding in ["UTF-8", "utf8", "UTF-7", "no such"] { #expect(!StrangersXML.isReadable(latin(encoding))) }
        #expect(!StrangersXML.isReadable(Data("<a/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })))
    }

    /// 4,000 documents with some bytes changed, half of them saying that they are Latin-1.
    @Test func changedBytesNeverEndTheProcess() {
        var random = SystemRandomNumberGenerator()
        var refused = 0
        for round in 0..<4000 {
            let head = round % 2 == 0 ? "" : "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
            var content = Data(
                (head + "<w:a xmlns:w=\"u\" w:b=\"c\"><w:d e='f'>g &amp; h</w:d><i j=\"k\"/></w:a>").utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: head.utf8.count..<content.count, using: &random)
                content[place] = UInt8.random(in: 0...255, using: &random)
            }
            do throws(SheetsError) { try PartParser.read(content, part: "x") } catch { refused += 1 }
        }
        #expect(refused > 1000 && refused < 4000)
    }
}
