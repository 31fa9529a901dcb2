import Testing
import WebSupport

@Suite("A piece of a page")
struct HTMLTests {
    @Test(
        "Text of anybody is escaped, also when an accent follows", arguments: ["", "\u{301}", "\u{200D}", "\u{FE0F}"])
    func escaping(mark: String) {
        let entities = ["\"": "&quot;", "'": "&#39;", "<": "&lt;", ">": "&gt;", "&": "&amp;"]
        for (sign, entity) in entities {
            let text = "a" + sign + mark + "b"
            let page: HTML = "<p title=\"\(text)\">\(text)</p>"
            let escaped = "a" + entity + mark + "b"
            #expect(page.bytes == Array("<p title=\"\(escaped)\">\(escaped)</p>".utf8))
        }
    }

    @Test("A null byte becomes the replacement character")
    func nullByte() {
        let page: HTML = "\("a\0b" as String)"
        #expect(page.text == "a\u{FFFD}b")
    }

    @Test("A piece goes into another as it is; nothing is escaped twice")
    func nesting() {
        let name = "Bénin & Togo"
        let inner: HTML = "<b>\(name)</b>"
        let page: HTML = "<p>\(inner)</p>"
        #expect(page.text == "<p><b>Bénin &amp; Togo</b></p>")
    }

    @Test("A list is written one after another, and literals in it are pieces")
    func lists() {
        let themes = ["a<b", "c"]
        let page: HTML = "<ul>\(themes.map { "<li>\($0)</li>" })</ul>"
        #expect(page.text == "<ul><li>a&lt;b</li><li>c</li></ul>")
        #expect(themes.map { HTML(text: $0) }.joined(separator: ", ").text == "a&lt;b, c")
        #expect(HTML(text: "<") + "<br>" == "&lt;<br>")
    }

    @Test("What is missing writes nothing")
    func optionals() {
        let nobody: String? = nil
        let somebody: String? = "Ana <ana@example.org>"
        let page: HTML =
            "[\(nobody)][\(somebody)][\(nobody.map { "<b>\($0)</b>" })][\(somebody.map { "<b>\($0)</b>" })]"
        #expect(page.text == "[][Ana &lt;ana@example.org&gt;][][<b>Ana &lt;ana@example.org&gt;</b>]")
    }

    @Test("A choice between literals is a piece, a choice between texts is text", arguments: [true])
    func choices(isLate: Bool) {
        let word = "<late>"
        let page: HTML = """
            \(isLate ? "<b>!</b>" : "")\(isLate ? word : "")\(if: isLate, "<i>\(word)</i>")\(if: !isLate, "no")\
            \(if: isLate, "<u>1</u>", else: "2")
            """
        #expect(page.text == "<b>!</b>&lt;late&gt;<i>&lt;late&gt;</i><u>1</u>")
    }

    @Test("What is not chosen is not made", arguments: [true])
    func laziness(isChosen: Bool) {
        var made = 0
        func piece() -> HTML {
            made += 1
            return "x"
        }
        let page: HTML = "\(if: !isChosen, piece())\(if: isChosen, piece(), else: piece())"
        #expect(page.text == "x")
        #expect(made == 1)
    }

    @Test("Attributes bring their own space and quotes, or do not appear")
    func attributes() {
        let hint: String? = "\"x\""
        let none: String? = nil
        let page: HTML = """
            <input\(attribute: "checked", if: true)\(attribute: "disabled", if: false)\(attribute: "title", hint)\
            \(attribute: "lang", none)\(classes: ["late": true, "new": false, "mine": true])\(classes: ["x": false])>
            """
        #expect(page.text == "<input checked title=\"&quot;x&quot;\" class=\"late mine\">")
    }

    @Test("Integers are ASCII digits whatever the language")
    func integers() {
        let page: HTML = "<td colspan=\"\(12)\">\(UInt8(7))\(-3)</td>"
        #expect(page.text == "<td colspan=\"12\">7-3</td>")
    }

    @Test("A constant of ours goes out as it is, a person's text is set apart")
    func rawAndDirection() {
        let page: HTML = "\(raw: "&nbsp;")\(bdi: "مانجروف <")"
        #expect(page.text == "&nbsp;<bdi>مانجروف &lt;</bdi>")
    }

    @Test(
        "An address that would run a script never reaches href, src or action",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
            "java\nscript:x", "data:text/html,x", "vbscript:x", "\u{1}javascript:x", "file:///etc/passwd",
        ])
    func scriptAddresses(address: String) {
        let page: HTML =
            "<a href=\"\(address)\"><img src='\(address)'><form action=\"\(address)\"><a\(attribute: "href", address)>"
        #expect(page.text == "<a href=\"#\"><img src='#'><form action=\"#\"><a href=\"#\">")
    }

    @Test(
        "Local and web addresses go through",
        arguments: ["/needs/7?a=1", "?page=2", "#top", "needs/7", "https://www.cbd.int/a:b", "mailto:a@b.int", ""])
    func plainAddresses(address: String) {
        let page: HTML = "<a href=\"\(address)\">\(address)</a>"
        #expect(page.text == "<a href=\"\(address)\">\(address)</a>")
    }

    @Test("Of a page of some 37 kB every byte arrives")
    func wholePage() {
        let rows = (0..<300).map { number -> HTML in
            let title = "Besoin n° \(number) <mangroves>"
            return
                "<tr><td>\(number)</td><td><a href=\"/fr/needs/\(number)\">\(title)</a></td><td>Bénin &amp; Togo</td></tr>\n"
        }
        let page: HTML = "<table>\(rows)</table>"
        #expect(page.bytes.count == 15 + rows.reduce(0) { $0 + $1.bytes.count })
        #expect(page.text.hasSuffix("<td>Bénin &amp; Togo</td></tr>\n</table>"))
    }
}
