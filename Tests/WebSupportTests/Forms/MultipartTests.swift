import Foundation
import Testing

@testable import WebSupport

@Suite("A form sent with files")
struct MultipartTests {
    private let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"

    private func body(_ parts: [String], preamble: String = "", ending: String = "--\r\n") -> [UInt8] {
        Array((preamble + parts.map { "--\(boundary)\r\n\($0)\r\n" }.joined() + "--\(boundary)\(ending)").utf8)
    }

    private func form(_ bytes: [UInt8], limits: Form.Limits = .files) throws -> Form {
        try Form(multipart: bytes, boundary: boundary, limits: limits)
    }

    @Test("Fields, files of any bytes and empty values arrive")
    func whole() throws {
        var bytes = body(
            [
                "Content-Disposition: form-data; name=\"title\"\r\n\r\nForêts sèches",
                "content-disposition:form-data; name=themes\r\n\r\na",
                "Content-Disposition: form-data; name=\"themes\"\r\nX-Other: y\r\n\r\nb",
                "Content-Disposition: form-data; name=\"empty\"\r\n\r\n",
            ], ending: "\r\n")
        let content = (0...255).map(UInt8.init) + Array("\r\n--\r\n------WebKit".utf8)
        bytes += Array("Content-Disposition: form-data; name=\"plan\"; filename=\"plan.pdf\"\r\n".utf8)
        bytes += Array("Content-Type: application/PDF; x=y\r\n\r\n".utf8)
        bytes += content + Array("\r\n--\(boundary)--".utf8)
        let form = try form(bytes)
        #expect(try form.text("title") == "Forêts sèches")
        #expect(form.all("themes") == ["a", "b"])
        #expect(form.fields["empty"] == [""])
        #expect(try form.file("plan") == Form.File(name: "plan.pdf", type: "application/pdf", data: Data(content)))
        #expect(try form.file("title") == nil)
    }

    @Test("A body without any line end before the closing delimiter is an empty value")
    func emptyBodyWithoutLineEnd() throws {
        let bytes = Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--\(boundary)--".utf8)
        #expect(try form(bytes).fields == ["a": [""]])
        #expect(try form(Array("--\(boundary)--\r\n".utf8)) == Form())
    }

    @Test("A file field where nothing was chosen is left out")
    func nothingChosen() throws {
        let empty =
            "Content-Disposition: form-data; name=\"plan\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        #expect(try form(body([empty])).files.isEmpty)
    }

    @Test(
        "A file's name is a name, not a path",
        arguments: [
            ("C:\\Users\\ana\\plan.pdf", "plan.pdf"), ("../../etc/passwd", "passwd"), ("a%22b.pdf", "a\"b.pdf"),
            ("a\\\"b.pdf", "a\"b.pdf"), ("..", "file"), ("/", "file"), ("x\u{202E}fdp.exe", "xfdp.exe"),
            ("план;v2.docx", "план;v2.docx"), ("a%0D%0Ab", "ab"), ("100%.txt", "100%.txt"),
        ])
    func fileNames(given: String, kept: String) throws {
        let part = "Content-Disposition: form-data; name=\"plan\"; filename=\"\(given)\"\r\n\r\nx"
        #expect(try form(body([part])).file("plan")?.name == kept)
    }

    @Test("A very long file name keeps its ending")
    func longName() {
        let name = Form.safeFileName(String(repeating: "é", count: 400) + ".pdf")
        #expect(name.utf8.count <= 200)
        #expect(name.hasSuffix(".pdf"))
    }

    @Test(
        "What is broken or cut off is refused",
        arguments: [
            "", "--", "no delimiter", "------WebKitFormBoundary7MA4YWxkTrZu0gW",
            "------WebKitFormBoundary7MA4YWxkTrZu0gWx\r\n",
            "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut",
            "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\nno colon\r\n\r\nx\r\n------WebKitFormBoundary7MA4YWxkTrZu0gW--",
            "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\n\r\nx\r\n------WebKitFormBoundary7MA4YWxkTrZu0gW--",
            "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n------WebKitFormBoundary7MA4YWxkTrZu0gW--",
            "------WebKitFormBoundary7MA4YWxkTrZu0gW\r\nContent-Disposition: form-data\r\n\r\nx\r\n------WebKitFormBoundary7MA4YWxkTrZu0gW--",
        ])
    func broken(text: String) {
        let problem = #expect(throws: WebProblem.self) { try form(Array(text.utf8)) }
        #expect(problem?.code == .malformedForm)
    }

    @Test("A field that is not UTF-8 is named")
    func notText() {
        let bytes = Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + [0xFF]
        let problem = #expect(throws: WebProblem.self) { try form(bytes + Array("\r\n--\(boundary)--".utf8)) }
        #expect(problem?.code == .notText)
        #expect(problem?.field == "a")
    }

    @Test("Each limit is held")
    func limits() {
        func code(_ bytes: [UInt8], _ limits: Form.Limits) -> WebProblem.Code? {
            (#expect(throws: WebProblem.self) { try form(bytes, limits: limits) })?.code
        }
        let field = "Content-Disposition: form-data; name=\"a\"\r\n\r\nx"
        let file = "Content-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\n0123456789"
        #expect(code(body([field]), .init(bytes: 10)) == .tooLarge)
        #expect(code(body([field, field, field]), .init(parts: 2)) == .tooManyParts)
        #expect(code(body([file]), .init(fileBytes: 9)) == .tooLarge)
        #expect(code(body([field]), .init(headerBytes: 20)) == .malformedForm)
        #expect(
            code(
                body(["Content-Disposition: form-data; name=\"\(String(repeating: "n", count: 300))\"\r\n\r\n"]), .files
            ) == .malformedForm)
    }

    @Test(
        "A boundary no browser writes is refused",
        arguments: ["", String(repeating: "b", count: 71), "é", "a\r\n", "a "])
    func boundaries(boundary: String) {
        #expect(throws: WebProblem.self) { try Form(multipart: Array("--\(boundary)--".utf8), boundary: boundary) }
    }

    @Test("However a body is cut into pieces, the same parts come of it", arguments: [1, 2, 3, 7, 20, 61])
    func pieces(length: Int) throws {
        let head = "Content-Disposition: form-data; name=\"plan\"; filename=\"plan.pdf\"\r\n\r\n"
        let content = "\r\n--\(boundary.dropLast())\r\r\n\n--" + String(repeating: "x\r\n", count: 90)
        let bytes = body(
            ["Content-Disposition: form-data; name=\"a\"\r\n\r\n", head + content, head, head + "\r\n--"],
            preamble: "before\r\n")
        func parts(_ size: Int) throws -> [[UInt8]] {
            var stream = try MultipartStream(checking: boundary, .files)
            var parts: [[UInt8]] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                stream.take(bytes[start..<min(start + size, bytes.count)])
                while !stream.isAtEnd, let event = try stream.next() {
                    if case .part = event { parts.append([]) }
                    if case .content(let more) = event { parts[parts.count - 1] += more }
                }
            }
            #expect(stream.isAtEnd)
            return parts
        }
        #expect(try parts(length) == [[], Array(content.utf8), [], Array("\r\n--".utf8)])
        #expect(try parts(length) == parts(bytes.count))
    }

    @Test("Whatever comes is a form or a clear problem")
    func hostile() {
        var hostile = Hostile(
            seed: 11,
            pieces: [
                "--b", "--b--", "\r\n", "\r\n--b\r\n", "Content-Disposition: form-data; name=\"a\"", "; filename=\"",
                "\r\n\r\n", ":", "\"", "\\", "Content-Type: text/plain\r\n", "%22", ";", "é",
                "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n", "--b\r\n",
            ])
        var read = 0
        for _ in 0..<8_000 {
            do throws(WebProblem) {
                let form = try Form(multipart: hostile.bytes(upTo: 600), boundary: "b")
                read += form.fields.isEmpty ? 0 : 1
            } catch {
                #expect([.notText, .malformedForm].contains(error.code))
            }
        }
        #expect(read > 20)
    }

    @Test("A form cut off at any byte is refused, never read in part")
    func cutOff() throws {
        let field = "Content-Disposition: form-data; name=\"a\"\r\n\r\nvalue"
        let whole = body([field, field], ending: "--")
        for length in 0..<whole.count { #expect(throws: WebProblem.self) { try form(Array(whole.prefix(length))) } }
        #expect(try form(whole).fields == ["a": ["value", "value"]])
    }
}
