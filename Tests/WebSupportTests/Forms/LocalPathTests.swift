import Testing
import WebSupport

@Suite("An address to go back to")
struct LocalPathTests {
    @Test(
        "Pages of this site are kept",
        arguments: [
            ("/", "/"), ("/fr/needs/7?page=2#top", "/fr/needs/7?page=2#top"), ("/a//b", "/a//b"),
            ("/search?q=https://x.org", "/search?q=https://x.org"), ("/é b", "/%C3%A9%20b"), ("/%2F", "/%2F"),
        ])
    func kept(text: String, address: String) {
        #expect(LocalPath(text)?.address == address)
    }

    @Test(
        "Nothing leads off the site or into another header",
        arguments: [
            "", "needs", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil", "https://evil.example",
            "javascript:alert(1)", "/\t/evil.example", "/\r\nSet-Cookie: a=b", "/\u{0}", "/a\u{7F}", " /a", "/a\\b",
        ])
    func refused(text: String) {
        #expect(LocalPath(text) == nil)
        let home = LocalPath("/home")
        #expect(home.map { Form(fields: ["return": [text]]).returnPath(or: $0) } == home)
    }

    @Test("Whatever comes is refused or stays here in plain ASCII")
    func hostile() {
        var hostile = Hostile(
            seed: 3, pieces: ["/", "//", "\\", "\t", "\r\n", "evil.example", ":", "@", "é", "%", "?", "#", "."])
        var kept = 0
        for _ in 0..<5_000 {
            guard let path = LocalPath(hostile.text()) else { continue }
            kept += 1
            #expect(path.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
            #expect(path.address.hasPrefix("/") && !path.address.hasPrefix("//"))
        }
        #expect(kept > 50)
    }
}
