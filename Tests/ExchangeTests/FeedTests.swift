import Cooperation
import Foundation
import Testing

@testable import Exchange

@Suite("Calendars, robots and tokens")
struct FeedTests {
    @Test("lines of a calendar are folded at 75 bytes, never within a sign")
    func folding() {
        let line = "SUMMARY:" + String(repeating: "生物多样性", count: 30)
        let folded = DeadlineCalendar.folded(line)
        for piece in folded.components(separatedBy: "\r\n") { #expect(piece.utf8.count <= 75) }
        #expect(folded.replacing("\r\n ", with: "") == line + "\r\n")
    }

    @Test("of robots.txt the longest rule that fits decides, and rules for us come before those for all")
    func robots() {
        let text = """
            User-agent: *
            Disallow: /
            # ours
            User-agent: BioBridge
            User-agent: other
            Disallow: /private
            Allow: /private/feed
            Disallow: /*.zip$
            Crawl-delay: 2
            """
        let rules = RobotRules(text, agent: "biobridge")
        #expect(rules.delay == 2)
        for (path, may) in [
            ("/", true), ("/oai?verb=Identify", true), ("/private", false), ("/private/x", false),
            ("/private/feed.xml", true),
            ("/a.zip", false), ("/a.zip.txt", true),
        ] {
            #expect(rules.allows(path) == may, "\(path)")
        }
        #expect(!RobotRules("User-agent: *\nDisallow: /", agent: "biobridge").allows("/oai"))
        #expect(RobotRules("User-agent: *\nDisallow:", agent: "biobridge").allows("/oai"))
        #expect(RobotRules("nonsense", agent: "biobridge").allows("/oai"))
    }

    @Test("each site says it at its root, whatever its name or number")
    func robotsAddress() throws {
        for (address, place) in [
            ("http://[2001:db8::1]:8080/oai?verb=Identify#x", "http://[2001:db8::1]:8080/robots.txt"),
            ("https://library.example/a/b", "https://library.example/robots.txt"),
            ("https://library.example", "https://library.example/robots.txt"),
        ] {
            #expect(RobotRules.address(for: try #require(URL(string: address))) == place)
        }
        #expect(RobotRules.address(for: try #require(URL(string: "mailto:a@library.example"))) == nil)
        let closed = RobotRules("User-agent: *\nDisallow: /", agent: "biobridge")
        #expect(!closed.allows(try #require(URL(string: "https://library.example"))))
        #expect(!RobotRules.answered(503, Array("".utf8)).allows("/") && RobotRules.answered(404, []).allows("/"))
    }

    @Test("a resumption token is read as it was given, and no other text is one")
    func tokens() throws {
        let token = ResumptionToken(
            prefix: "oai_dc", set: "theme:CBD-SUBJECT-PA", from: "2026-01-01", until: "", after: 4711, cursor: 100)
        #expect(ResumptionToken(token.text) == token)
        #expect(
            token.text.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
            })
        for place in token.text.indices {
            var wrong = token.text
            wrong.replaceSubrange(place...place, with: wrong[place] == "A" ? "B" : "A")
            #expect(ResumptionToken(wrong) == nil, "\(wrong)")
        }
        for text in ["", "x", String(repeating: "A", count: 2000)] { #expect(ResumptionToken(text) == nil) }
    }

    @Test("strangers' XML with a document type, too deep or cut off is refused")
    func xml() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"
        let deep = String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
        for text in ["", "x", bomb, deep, "<a><b></a>", "<a>"] {
            #expect(throws: HarvestError.notXML, "\(text.prefix(20))") { try XMLTree.read(Data(text.utf8)) }
        }
        // A name that is not UTF-8 would end the process.
        #expect(throws: HarvestError.notXML) { try XMLTree.read(Data("<a b".utf8) + [0xFF] + Data("='c'/>".utf8)) }
    }
}
