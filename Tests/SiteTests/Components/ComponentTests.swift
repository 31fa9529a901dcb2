import Foundation
import Localisation
import Testing
import TextAnalysis
import WebSupport

@testable import Site

@Suite("Components")
struct ComponentTests {
    let words = Words(.english)
    let hostile = "<b>\"O'Neill\" & \u{301}</b>"

    @Test("every component renders in every language, in that language's direction", arguments: Language.allCases)
    func specimens(language: Language) throws {
        let words = Words(language)
        let content = Specimens(words: words, today: Date(timeIntervalSince1970: 1_773_358_200), tiles: [benin]).html()
        let page = PageFrame(
            words: words, title: words("components.title"),
            addresses: Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, "/\($0.code)/components") }),
            content: content
        ).html().text
        #expect(page.contains("<html lang=\"\(language.code)\" dir=\"\(language.direction)\">"))
        #expect(page.contains("<a href=\"/\(language.code)/components\" lang=\"\(language.code)\""))
        #expect(!page.contains("components."), "a message is missing")
        #expect(!page.contains("{"), "a place is not filled")
        #expect(!page.contains("style=\""), "the security policy refuses inline styles")
    }

    @Test("ids on the page of components are unique, and everything referred to is there")
    func ids() {
        let page = Specimens(words: words, today: .now, tiles: [benin]).html().text
        let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count)
        let references = page.matches(of: /(?:aria-describedby|aria-labelledby|for)="([^"]+)"/)
            .flatMap { $0.1.split(separator: " ").map(String.init) }
        #expect(!references.isEmpty)
        #expect(Set(references).subtracting(ids) == [])
    }

    @Test("what people wrote is escaped everywhere")
    func escaping() {
        let pieces: [HTML] = [
            Link(text: hostile, address: "javascript:alert(1)").html(),
            Tag(text: hostile).html(), EmptyState(title: hostile, body: hostile).html(),
            Field(words: words, name: "a", label: hostile, hint: hostile, problem: hostile).text(hostile),
            Field(words: words, name: "a", label: hostile).area(hostile, mostWords: 3),
            Field(words: words, name: "a", label: hostile).select(
                [Choice(value: hostile, label: hostile)], chosen: nil),
            UserText(text: hostile).html(), UserText(text: hostile, language: .french).inline(),
            RegisterRow(title: HTML(text: hostile), address: hostile, facts: [hostile]).html(),
            StepLine(words: words, steps: [.init(name: hostile, state: .now, note: hostile)]).html(),
            ReasonBar(words: words, parts: [.init(reason: hostile, points: 1)], missing: [hostile]).html(),
            facts([(hostile, HTML(text: hostile))]),
            DataTable(caption: hostile, columns: [.init(title: hostile)], rows: [[HTML(text: hostile)]]).html(),
        ]
        for piece in pieces {
            #expect(!piece.text.contains(hostile))
            #expect(!piece.text.contains("O'Neill"))
            #expect(!piece.text.contains("javascript:"))
        }
    }

    @Test("a text keeps its paragraphs, and only web addresses become links")
    func userText() {
        let text = UserText(
            text: "One\ntwo\n\n\nSee https://www.cbd.int/tsc?a=1&b=2. Not javascript:x nor http://", language: .english)
        #expect(
            text.html().text == """
                <div class="user-text" lang="en" dir="ltr"><p dir="ltr">One
                two</p><p dir="ltr">See <a href="https://www.cbd.int/tsc?a=1&amp;b=2" rel="nofollow ugc noopener">\
                <bdi dir="ltr">https://www.cbd.int/tsc?a=1&amp;b=2</bdi></a>. Not javascript:x nor http://</p></div>
                """)
        #expect(UserText(text: " \n \n").html().text == "<div class=\"user-text\" dir=\"auto\"></div>")
    }

    @Test("the line of steps says each state in words and marks the present one")
    func steps() {
        let line = StepLine(
            words: words,
            steps: [
                .init(name: "Sent", state: .done), .init(name: "Position", state: .now, note: "until 12 March"),
                .init(name: "Closed", state: .next),
            ])
        let full = line.html().text
        #expect(full.components(separatedBy: "aria-current=\"step\"").count == 2)
        for word in [", done", ", now", ", to come"] { #expect(full.contains(word)) }
        let small = line.small().text
        #expect(small.contains("<b>Position</b>") && small.contains("until 12 March") && small.contains("Step 2 of 3"))
        #expect(StepLine(words: words, steps: []).small().isEmpty)
    }

    @Test("the map's table holds every value, highest first, and the legend every level")
    func map() {
        let map = TileMap(
            words: words, caption: "Needs", valueTitle: "Open",
            tiles: [benin, .init(code: "WS", name: "Samoa", column: 2, row: 1, value: 12, address: "/ws")],
            thresholds: [1, 3, 10]
        ).html().text
        #expect(map.contains("viewBox=\"0 0 60 40\""))
        #expect(map.contains("<a href=\"/ws\">Samoa</a>"))
        for words in ["1–2", "3–9", "10 or more"] { #expect(map.contains(words)) }
        let table = map.components(separatedBy: "<tbody").last ?? ""
        #expect(
            table.range(of: "Samoa")?.lowerBound ?? table.endIndex < table.range(of: "Benin")?.lowerBound
                ?? table.startIndex)
    }

    @Test("the reason bar adds up to what it says")
    func reasons() {
        let bar = ReasonBar(
            words: words,
            parts: [
                .init(reason: "Themes", points: 31.4), .init(reason: "Place", points: 12),
                .init(reason: "Late", points: -3),
            ])
        #expect(bar.html().text.contains("40 points"))
        #expect(bar.html().text.components(separatedBy: "height=\"10\"/>").count == 3, "what is negative is not drawn")
        #expect(ReasonBar(words: words, parts: []).html().text.contains("0 points"))
    }

    @Test("the pager shows the ends and the neighbours, and nothing for one page")
    func pager() {
        let pages = Pager(words: words, page: 6, pageCount: 42) { "/p\($0)" }.html().text
        for page in [1, 5, 6, 7, 42] { #expect(pages.contains("href=\"/p\(page)\"")) }
        #expect(pages.components(separatedBy: "…").count == 3)
        #expect(pages.contains("href=\"/p6\" aria-current=\"page\""))
        #expect(Pager(words: words, page: 1, pageCount: 1) { "\($0)" }.html().isEmpty)
        #expect(!Pager(words: words, page: 2, pageCount: 3) { "\($0)" }.html().text.contains("…"))
    }

    @Test("a problem is told beside its field and in the summary, which leads to it")
    func problems() {
        let field = Field(words: words, name: "mail", label: "Mail", problem: "Not an address").text("x").text
        #expect(field.contains("aria-invalid=\"true\"") && field.contains("aria-describedby=\"mail-problem\""))
        let summary = ErrorSummary(words: words, problems: [("mail", "Not an address")]).html().text
        #expect(summary.contains("<a href=\"#mail\">Not an address</a>") && summary.contains("role=\"alert\""))
        #expect(ErrorSummary(words: words, problems: []).html().isEmpty)
    }

    @Test("a message takes pieces of a page in its places")
    func pieces() {
        let html = words.html("common.reference", ["number": "<b>7F</b>"]).text
        #expect(html.hasSuffix("this number: <b>7F</b>"))
        #expect(words.html("common.most-words", count: 1).text == "Up to 1 word")
    }

    private var benin: TileMap.Tile { .init(code: "BJ", name: "Benin", column: 1, row: 0, value: 3, address: "/bj") }
}
