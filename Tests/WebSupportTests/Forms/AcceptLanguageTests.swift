import Testing
import WebSupport

@Suite("The language a browser asks for")
struct AcceptLanguageTests {
    private let codes = ["ar", "zh", "en", "fr", "ru", "es"]

    @Test(
        "The best of ours is taken",
        arguments: [
            ("fr", "fr"), ("fr-BJ,fr;q=0.9,en;q=0.8", "fr"), ("de,en;q=0.5", "en"), ("en;q=0.5,es;q=0.9", "es"),
            ("zh-Hans-CN", "zh"), ("zh-Hant-HK;q=0.9, en;q=0.8", "zh"), ("AR-eg", "ar"), ("pt, ru;q=1.0", "ru"),
            ("*", "ar"), ("*;q=0.1,es;q=0.2", "es"), ("ar;q=0,*", "zh"), ("es;q=0.8,fr;q=0.8", "es"),
            ("en ; q=0.3 , fr ; q=0.7", "fr"), (";;;,fr", "fr"), ("fr;q=x,en;q=0.1", "en"), ("en;q=5,ru", "ru"),
        ])
    func best(header: String, code: String) {
        #expect(AcceptLanguage.best(header, among: codes) == code)
    }

    @Test(
        "Where none is named there is none",
        arguments: ["", "de", "fr;q=0", "fra", "engels", ",,,", "q=1", "en\u{301}"])
    func none(header: String) {
        #expect(AcceptLanguage.best(header, among: codes) == nil)
    }

    @Test("Whatever comes, the answer is one of ours or none")
    func hostile() {
        var hostile = Hostile(
            seed: 5, pieces: ["en", "fr", "zh-Hans", "*", ";q=", "0.5", "1", ",", "-", " ", "nan", "inf", "é"])
        var found = 0
        for _ in 0..<5_000 {
            guard let code = AcceptLanguage.best(hostile.text(), among: codes) else { continue }
            #expect(codes.contains(code))
            found += 1
        }
        #expect(found > 100)
    }
}
