import Testing
import TextAnalysis

/// Whatever comes in, terms come out in order, inside the text and on scalar borders, and in linear time.
struct AnalyzerPropertyTests {
    private func checkTerms(of text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let bytes = Array(text.utf8)
        func isBorder(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
        for language in Language.allCases {
            var position = 0
            for term in Analyzer.of(language).terms(in: text) {
                let isGood =
                    !term.text.isEmpty && !term.range.isEmpty && term.range.upperBound <= bytes.count
                    && isBorder(term.range.lowerBound) && isBorder(term.range.upperBound) && term.position >= 0
                    && term.text.utf8.count <= 600
                #expect(isGood, "\(language) \(term)", sourceLocation: sourceLocation)
                if term.kind == .word {
                    #expect(term.position >= position, sourceLocation: sourceLocation)
                    position = term.position
                }
            }
            for word in Analyzer.of(language).readings(of: text) {
                #expect(!word.readings.isEmpty && word.readings.allSatisfy { $0.weight > 0 && $0.weight <= 1 })
            }
        }
        let guess = LanguageGuess(text)
        #expect((0...1).contains(guess.confidence), sourceLocation: sourceLocation)
        for language in Language.allCases {
            var end = 0
            for range in SentenceSplitter(language: language).sentences(in: text) {
                #expect(range.lowerBound >= end && isBorder(range.lowerBound) && isBorder(range.upperBound))
                end = range.upperBound
            }
        }
    }

    @Test(arguments: 0..<60)
    func randomScalarsNeverBreakIt(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pools: [[UInt32]] = [
            Array(0x20...0x7F), Array(0xA0...0x24F), Array(0x300...0x36F), Array(0x400...0x4FF), Array(0x600...0x6FF),
            Array(0x2000...0x206F), Array(0x4E00...0x4F00), Array(0x3040...0x30FF), Array(0xE00...0xE7F),
            Array(0xFB00...0xFEFF), Array(0x1F300...0x1F6FF), Array(0xD800...0xDFFF), Array(0x20000...0x20100),
            [0, 0xFFFE],
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<300 {
            let pool = pools.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let value = pool.randomElement(using: &random) ?? 0x20
                text.append(Unicode.Scalar(value) ?? " ")
            }
        }
        checkTerms(of: String(text))
    }

    @Test(arguments: 0..<20)
    func brokenUTF8IsRepairedFirst(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed) + 1000)
        var bytes = Array("Les forêts — الغابات — 红树林 — леса R. mangle l’eau 1,000".utf8)
        for _ in 0..<10 {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        checkTerms(of: String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: [
        "", " ", "\u{0}", "'", "-", "l'", "'s", "’’’", "\u{301}", "\u{640}", "\u{FEFF}", "a-", "-a", "1,", "ﷺ", "👩‍👩‍👧",
    ])
    func smallOddities(text: String) { checkTerms(of: text) }

    /// A megabyte of one thing takes about ten times as long as 100 KB of it; a hundred times would be quadratic.
    @Test(arguments: [
        "a", "é", "ж", "ا", "森", "ไ", "か", "1", "'", "a'", "a-", "l'", "1,", "\u{301}", "a\u{301}", "A b ", "A. ", ".",
        "\n", "ﷺ",
    ])
    func timeIsLinear(unit: String) {
        func time(_ bytes: Int) -> Duration {
            let text = String(repeating: unit, count: bytes / unit.utf8.count)
            return ContinuousClock().measure {
                let terms = Analyzer.of(.french).terms(in: text)
                let sentences = SentenceSplitter(language: .french).sentences(in: text)
                #expect(terms.count <= 8 * bytes && sentences.count <= bytes)
                _ = LanguageGuess(text)
            }
        }
        // A busy machine may stretch one measurement, not each of several.
        let isLinear = (1...4).contains { _ in time(1_000_000) < time(100_000) * 60 + .milliseconds(500) }
        #expect(isLinear)
    }
}

/// The same numbers from the same seed, everywhere (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
