import HTTPTypes
import Hummingbird
import Testing
import WebSupport
import WebTesting

@Suite("Files that come with the pages")
struct AssetsTests {
    @Test("A file is kept for good under an address that names its content")
    func lasting() async throws {
        let site = LittleSite()
        let browser = site.browser()
        let address = site.assets.address(of: "site.css")
        #expect(try #/\/assets\/site\.[A-Za-z0-9_-]{12}\.css/#.wholeMatch(in: address) != nil)
        let plain = try await browser.get(address)
        let packed = try await browser.get(address, headers: [.acceptEncoding: "gzip"])
        #expect(plain.status == 200)
        #expect(plain.header("Content-Type") == "text/css; charset=utf-8")
        #expect(plain.header("Cache-Control") == "public, max-age=31536000, immutable")
        #expect(Gzip.expand(packed.bytes, limit: 100_000) == plain.bytes)
        let tag = try #require(plain.header("ETag"))
        #expect(try await browser.get(address, headers: [.ifNoneMatch: tag]).status == 304)
        let head = try await browser.send(.head, address)
        #expect(head.bytes.isEmpty)
        #expect(head.header("Content-Length") == plain.header("Content-Length"))
    }

    @Test("Another content has another address")
    func addresses() {
        let one = Assets([.init(name: "a.css", type: "text/css", bytes: [1])])
        let two = Assets([.init(name: "a.css", type: "text/css", bytes: [2])])
        #expect(one.address(of: "a.css") != two.address(of: "a.css"))
        #expect(one.names == ["a.css"])
    }

    @Test("A fixed address is asked for again after a day; pictures are not packed")
    func fixed() async throws {
        let answer = try await LittleSite().browser().get("/favicon.ico", headers: [.acceptEncoding: "gzip"])
        #expect(answer.status == 200)
        #expect(answer.header("Cache-Control") == "public, max-age=86400")
        #expect(answer.header("Content-Encoding") == nil)
        #expect(answer.bytes == [0x89, 0x50, 0x4E, 0x47])
    }

    @Test(
        "Nothing else is there", arguments: ["/assets/", "/assets/site.css", "/assets/../site.css", "/assets/%2e%2e/x"])
    func nothingElse(path: String) async throws {
        #expect(try await LittleSite().browser().get(path).status == 404)
    }

    @Test("A download's name survives in any script and cannot break out of its header")
    func download() {
        let answer = WebAnswerNames.disposition(of: "План \"1\"\r\n.pdf")
        #expect(
            answer == "attachment; filename=\"____ _1_.pdf\"; filename*=UTF-8''%D0%9F%D0%BB%D0%B0%D0%BD%20%221%22.pdf")
    }
}

private enum WebAnswerNames {
    static func disposition(of name: String) -> String? {
        Response.download([1], name: name, type: "application/pdf").headers[.contentDisposition]
    }
}
