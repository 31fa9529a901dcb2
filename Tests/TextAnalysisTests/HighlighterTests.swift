import Testing
import TextAnalysis

struct HighlighterTests {
    private func marked(_ text: String, query: String, _ language: Language) -> [String] {
        let analyzer = Analyzer.of(language)
        return Highlighter(analyzer.readings(of: query)).pieces(of: text, analyzer: analyzer)
            .filter(\.isMarked).map(\.text)
    }

    @Test func inflectedWordsAreMarked() {
        #expect(marked("The Forests, the fores-try and a forest.", query: "forest", .english) == ["Forests", "forest"])
        #expect(marked("L’accès aux forêts", query: "acces foret", .french) == ["accès", "forêts"])
        #expect(marked("恢复红树林生态系统", query: "红树林", .chinese) == ["红树林"])
        #expect(marked("إدارة الغَابات", query: "غابة", .arabic) == ["الغَابات"])
    }

    @Test func piecesJoinedAreTheText() {
        let text = "<b>Forêt</b> & “红树林” \u{301} الغابات"
        for language in Language.allCases {
            let analyzer = Analyzer.of(language)
            let pieces = Highlighter(analyzer.readings(of: "forêt 红树林 الغابات b")).pieces(of: text, analyzer: analyzer)
            #expect(pieces.map(\.text).joined().unicodeScalars.elementsEqual(text.unicodeScalars))
            #expect(pieces.contains { $0.isMarked })
        }
    }

    @Test func anExcerptShowsWhatWasAskedFor() {
        let analyzer = Analyzer.of(.english)
        let filler = String(repeating: "Many other matters were discussed at length. ", count: 50)
        let text = filler + "Finally the mangrove forest was restored. " + filler
        let pieces = Highlighter(analyzer.readings(of: "mangroves forests")).excerpt(
            of: text, length: 160, analyzer: analyzer)
        #expect(pieces.filter(\.isMarked).map(\.text) == ["mangrove", "forest"])
        #expect(pieces.map(\.text.utf8.count).reduce(0, +) <= 160)
        #expect(
            Highlighter([]).excerpt(of: text, length: 160, analyzer: analyzer).map(\.text).joined().hasPrefix("Many"))
    }

    @Test func prefixesCountAsFound() {
        let analyzer = Analyzer.of(.english)
        let pieces = Highlighter([], prefixes: ["mangr"]).pieces(of: "Mangroves grow", analyzer: analyzer)
        #expect(pieces.map(\.text) == ["Mangroves", " grow"])
    }
}
