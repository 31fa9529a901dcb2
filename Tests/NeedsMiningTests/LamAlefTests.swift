import TextAnalysis
import Testing

@testable import Documents
@testable import NeedsMining

/// Here, not beside the reading of documents, for the Arabic texts that this module has.
@Suite("Lam and alef that poppler turned round")
struct LamAlefTests {
    /// What poppler makes of a text: each such pair the other way round.
    private func turned(_ text: String) -> String {
        let alefs: Set<Unicode.Scalar> = ["ا", "أ", "إ", "آ"]
        var scalars = Array(text.unicodeScalars)
        var place = 0
        while place + 1 < scalars.count {
            if scalars[place] == "ل", alefs.contains(scalars[place + 1]) {
                scalars.swapAt(place, place + 1)
                place += 1
            }
            place += 1
        }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test("Of our own Arabic statements all but one word in a hundred come back as they were")
    func restored() {
        let texts =
            NeedExample.own.filter { $0.language == .arabic }.map(\.text)
            + UnseenStatement.all.filter { $0.language == .arabic }.map(\.text)
        let whole = texts.joined(separator: "\n")
        let words = whole.split { " \n".contains($0) }
        let spoiled = turned(whole).split { " \n".contains($0) }
        let mended = LamAlef.mended(turned(whole)).split { " \n".contains($0) }
        #expect(mended.count == words.count)
        let wrong = zip(words, mended).filter { $0 != $1 }
        let before = zip(words, spoiled).count { $0 != $1 }
        #expect(before * 20 > words.count)
        #expect(wrong.count * 100 <= words.count, "\(wrong.count) of \(words.count), \(before) before: \(wrong)")
    }

    @Test("What is in order stays as it is")
    func inOrder() {
        let texts = (NeedExample.own.filter { $0.language == .arabic }.map(\.text)).joined(separator: "\n")
        #expect(LamAlef.mended(texts) == texts)
        #expect(LamAlef.mended("The lagoon has no boats.") == "The lagoon has no boats.")
        #expect(LamAlef.mended("") == "")
    }
}
