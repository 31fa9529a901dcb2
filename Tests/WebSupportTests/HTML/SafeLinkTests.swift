import Testing
import WebSupport

@Suite("A link that a person gave")
struct SafeLinkTests {
    @Test(
        "Web and mail addresses may be followed",
        arguments: [
            "https://www.cbd.int/bio-bridge", "HTTP://example.org", "mailto:focal@example.org", "  https://a.b/ ",
        ])
    func good(text: String) {
        #expect(SafeLink(text) != nil)
    }

    @Test(
        "Anything else may not",
        arguments: [
            "", "javascript:alert(1)", "example.org", "//example.org", "/needs", "https:", "https://", "https:///x",
            "https:\\\\x", "data:text/html,x", "ftp://example.org", "https://a b", "https://a\u{0}b",
            "https://a\u{85}b",
            "mailto:nobody", "https://@evil", ":", "http:javascript",
        ])
    func bad(text: String) {
        #expect(SafeLink(text) == nil)
    }

    @Test("A link is written escaped and without the blanks around it")
    func written() throws {
        let link = try #require(SafeLink(" https://example.org/?a=1&b=\"2\" "))
        let page: HTML = "<a href=\"\(link: link)\">"
        #expect(page.text == "<a href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\">")
    }

    @Test("An address of unreasonable length is refused")
    func long() {
        #expect(SafeLink("https://example.org/" + String(repeating: "a", count: 3_000)) == nil)
    }
}
