import Foundation
import NeedsMining
import Testing

@Suite("Fingerprint of a statement")
struct FingerprintTests {
    @Test("Case, accents, white space and punctuation do not count; words and figures do")
    func wordsAlone() throws {
        let one = NeedFingerprint(of: "Besoin de données, par région (2030).")
        #expect(one == NeedFingerprint(of: "besoin de DONNEES par\u{A0}région 2030"))
        #expect(one != NeedFingerprint(of: "Besoin de données, par région (2035)."))
        #expect(NeedFingerprint(one.description) == one)
        #expect(NeedFingerprint("xyz") == nil)
        #expect(try JSONDecoder().decode([NeedFingerprint].self, from: JSONEncoder().encode([one])) == [one])
    }
}
