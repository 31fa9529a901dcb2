import HTTPTypes
import Testing

@testable import WebSupport

@Suite("A form sent as words")
struct FormTests {
    private func form(_ body: String) throws -> Form { try Form(urlEncoded: Array(body.utf8)) }

    @Test("Plus is a blank, percent is a byte, in names too")
    func encoding() throws {
        let form = try form("title=Mangroves+%26+d%C3%A9veloppement&th%65mes%5B%5D=a%2Bb&100%=5%25%zz&lone&=nobody")
        #expect(try form.text("title") == "Mangroves & développement")
        #expect(form.all("themes[]") == ["a+b"])
        #expect(try form.text("100%") == "5%%zz")
        #expect(try form.text("lone") == "")
        #expect(form.fields["lone"] == [""])
    }

    @Test("The query of an address is read alike")
    func query() throws {
        let query = try Form(query: "q=red+mangrove&theme=a&theme=b")
        #expect(try query.text("q") == "red mangrove")
        #expect(query.all("theme") == ["a", "b"])
    }

    @Test("A field that may come once and came twice is named")
    func repeated() throws {
        let form = try form("title=a&title=b")
        let problem = #expect(throws: WebProblem.self) { try form.text("title") }
        #expect(problem?.code == .repeatedField)
        #expect(problem?.field == "title")
        #expect(problem?.status == .badRequest)
        #expect(problem?.form == form)
        #expect(form.typed("title") == "a")
    }

    @Test(
        "Broken UTF-8 is refused, with the field's name",
        arguments: ["title=%FF", "title=%C3", "title=%ED%A0%80", "%FF=a"])
    func brokenText(body: String) {
        let problem = #expect(throws: WebProblem.self) { try form(body) }
        #expect(problem?.code == .notText)
        #expect(problem?.status == .badRequest)
    }

    @Test("Line ends are one, blanks around and control characters go")
    func tidying() throws {
        let form = try form("summary=+%0D%0A+one%0D%0Atwo%0Dthree%00%07%09x%0A+&blank=+%C2%A0+")
        #expect(try form.text("summary") == "one\ntwo\nthree\tx")
        #expect(try form.optionalText("blank") == nil)
        #expect(try form.optionalText("missing") == nil)
    }

    @Test(
        "Whole numbers are read as people write them",
        arguments: [
            ("15", 15), (" 15 ", 15), ("", nil), ("1 000 000", 1_000_000), ("1\u{202F}500", 1_500), ("12'000", 12_000),
            ("\u{661}\u{665}", 15), ("-3", -3), ("\u{2212}3", -3), ("+7", 7), ("007", 7),
        ] as [(String, Int?)])
    func integers(text: String, number: Int?) throws {
        #expect(try Form(fields: ["days": [text]]).integer("days") == number)
    }

    @Test(
        "What is no whole number is said so, not guessed",
        arguments: ["1,000", "1.5", "a", "1-2", "-", "99999999999999999999", "½", "٣x", "1e3", "0x10"])
    func notIntegers(text: String) {
        let problem = #expect(throws: WebProblem.self) { try Form(fields: ["days": [text]]).integer("days") }
        #expect(problem?.code == .notANumber)
        #expect(problem?.field == "days")
    }

    @Test("A box is ticked by on")
    func boxes() throws {
        let form = try form("agree=on&public=&other=off&many=a&many=b")
        #expect(form.flag("agree"))
        #expect(!form.flag("public") && !form.flag("other") && !form.flag("missing"))
        #expect(form.has("b", in: "many") && !form.has("c", in: "many"))
    }

    @Test("Too much is refused before it is read")
    func limits() throws {
        #expect(throws: WebProblem.self) {
            try Form(urlEncoded: [UInt8](repeating: 97, count: 100), limits: .init(bytes: 99))
        }
        let many = String(repeating: "a=1&", count: 1_001)
        #expect((#expect(throws: WebProblem.self) { try form(many) })?.code == .tooManyParts)
        let long = String(repeating: "n", count: 201) + "=1"
        #expect((#expect(throws: WebProblem.self) { try form(long) })?.code == .malformedForm)
    }

    @Test("What is written as a query reads the same")
    func roundTrip() throws {
        let form = Form(fields: ["q": ["a&b=c+d %é红", ""], "": ["x"], "ж": ["\"<>'"]])
        #expect(try Form(query: form.urlEncoded) == form)
    }

    @Test("Whatever comes is a form or a clear problem")
    func hostile() {
        var hostile = Hostile(
            seed: 7, pieces: ["&", "=", "%", "%C3", "%A9", "%00", "+", "title", "%u00e9", "é", ";", "[]"])
        var read = 0
        for _ in 0..<5_000 {
            do throws(WebProblem) {
                let form = try Form(urlEncoded: hostile.bytes())
                for name in form.fields.keys {
                    _ = form.all(name)
                    _ = try? form.integer(name)
                }
                read += 1
            } catch {
                #expect([.notText, .malformedForm, .tooManyParts].contains(error.code))
            }
        }
        #expect(read > 500)
    }
}
