import Cooperation
import Foundation
import Testing
import TextAnalysis
import Vocabulary

@testable import Exchange

@Suite("Tables as people and programs write them")
struct TableTests {
    @Test("what is written is read again, whatever stands in it")
    func roundTrip() throws {
        let hard = ["a,b", "say \"so\"", "two\r\nlines", "", " kept ", "=1+1", "-5", "@x", "'=1", "；", "日本, عربي"]
        let text =
            CommaSeparatedWriter.mark + CommaSeparatedWriter.line(hard.indices.map { .text("c\($0)") })
            + CommaSeparatedWriter.line(hard.map { .text($0) })
        let table = try RawTable(Data(text.utf8))
        #expect(table.header == hard.indices.map { "c\($0)" })
        #expect(table.lines.count == 1)
        let cells = table.lines[0].cells
        for (written, read) in zip(hard, cells) {
            #expect(read == CommaSeparatedWriter.guarded(written), "\(written)")
        }
        #expect(cells[5] == "'=1+1" && cells[6] == "'-5" && cells[8] == "''=1")
    }

    @Test("commas, semicolons and tabs divide; quotes need not be perfect", arguments: [",", ";", "\t"])
    func dividers(sign: String) throws {
        let text =
            ["name", "country"].joined(separator: sign) + "\n"
            + ["\"Park, \"\"old\"\"\"x", "BJ"].joined(separator: sign) + "\n\n"
        let table = try RawTable(Data(text.utf8))
        #expect(table.header == ["name", "country"])
        #expect(table.lines.map(\.cells) == [["Park, \"old\"x", "BJ"]])
    }

    @Test("a line knows where it begins, also behind fields of several lines")
    func lineNumbers() throws {
        let table = try RawTable(Data("name,about\r\nA,\"one\r\ntwo\"\r\n\r\nB,x\r\n".utf8))
        #expect(table.lines.map(\.number) == [2, 5])
    }

    @Test("encodings are guessed, line by line where it must be")
    func encodings() throws {
        func file(_ text: String, _ encoding: String.Encoding) throws -> Data {
            try #require("name,country\n\(text),BJ\n".data(using: encoding))
        }
        for (text, encoding) in [
            ("Université d'Abomey-Calavi", String.Encoding.windowsCP1252), ("Институт леса", .windowsCP1251),
            ("Université", .utf16LittleEndian), ("Université", .utf16), ("Université", .utf8),
        ] {
            let table = try RawTable(try file(text, encoding))
            #expect(table.lines.first?.cells.first == text, "\(encoding)")
        }
        var mixed = Data("name,country\nUniversité,BJ\n".utf8)
        mixed.append(try #require("Forêt,BJ\n".data(using: .windowsCP1252)))
        let table = try RawTable(mixed)
        #expect(table.lines.map { $0.cells[0] } == ["Université", "Forêt"])
        #expect(table.lines[0].reasons.isEmpty && table.lines[1].reasons == [.otherEncoding("WINDOWS-1252")])
    }

    @Test("texts that were decoded wrongly before are put right, and said")
    func mojibake() throws {
        let table = try RawTable(Data("name,country\nUniversitÃ© de SÃ£o Paulo,BR\n".utf8))
        #expect(table.lines[0].cells[0] == "Université de São Paulo")
        #expect(table.lines[0].reasons == [.repaired])
        #expect(TextDecoding.repaired("São Paulo") == nil)
        #expect(TextDecoding.repaired("Âge") == nil)
    }

    @Test("a quotation mark that is never closed is told of its line, and nothing ends")
    func unclosed() throws {
        let table = try RawTable(Data("name\n\"A\n B\n".utf8))
        #expect(table.lines.count == 1 && table.lines[0].reasons == [.unclosedQuote])
    }

    @Test("columns are known by the names people give them")
    func columns() {
        #expect(ColumnNames.field("Country")?.field == "country")
        #expect(ColumnNames.field("PAYS")?.field == "country")
        #expect(ColumnNames.field("name.fr") == FieldName(field: "name", language: .french))
        #expect(ColumnNames.field("Name (es)") == FieldName(field: "name", language: .spanish))
        #expect(ColumnNames.field("Institution name")?.field == "name")
        #expect(ColumnNames.field("favourite colour") == nil)
    }

    @Test("countries are known by code and by name in six languages; near misses are suggested")
    func countries() {
        let names = Language.allCases.map { CountryCode("BJ")?.country.name(in: $0) ?? "" }
        for text in names + ["BJ", "BEN", "Bénin", " the BENIN "] {
            #expect(Lookups.countries.value(text)?.description == "BJ", "\(text)")
        }
        for (text, code) in [
            ("Ivory Coast", "CI"), ("DR Congo", "CD"), ("Vietnam", "VN"), ("USA", "US"), ("Turkey", "TR"),
        ] {
            #expect(Lookups.countries.value(text)?.description == code, "\(text)")
        }
        #expect(Lookups.countries.value("Atlantis") == nil)
        #expect(Lookups.countries.nearest("Benni").map(\.description).contains("BJ"))
        #expect(Lookups.countries.nearest("Colmobia").first?.description == "CO")
    }

    @Test("JSON is read as an array of objects, and as our own export")
    func json() throws {
        let plain = try RawTable(Data(#"[{"name": "A", "country": "BJ", "languages": ["fr", "en"]}]"#.utf8))
        #expect(plain.header == ["country", "languages", "name"])
        #expect(plain.lines[0].cells == ["BJ", "fr; en", "A"])
        let own = try RawTable(
            Data(
                #"{"kind": "x", "records": [{"id": "1", "record": {"name": {"fr": {"text": "B", "origin": "written"}}}}]}"#
                    .utf8))
        #expect(own.header == ["name.fr"] && own.lines[0].cells == ["B"])
        #expect(throws: ImportError.self) { try RawTable(Data("[1, 2]".utf8)) }
        #expect(throws: ImportError.self) { try RawTable(Data("{".utf8)) }
        #expect(throws: ImportError.self) { try RawTable(Data()) }
    }
}
