import Cooperation
import Localisation
import Testing
import TextAnalysis

@testable import Site

@Suite("Papers in words")
struct PaperWordsTests {
    @Test("every kind of paper is named in every language", arguments: Language.allCases)
    func kinds(language: Language) {
        let keys = Messages.standard.keys(in: language)
        for kind in PaperKind.allCases { #expect(keys.contains("paper.kind-\(kind.rawValue)"), "\(kind)") }
    }
}
