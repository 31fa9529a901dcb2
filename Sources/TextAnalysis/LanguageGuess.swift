import CLanguageDetector

/// Which of the six languages a text is in, as well as can be told.
public struct LanguageGuess: Hashable, Sendable {
    /// The likeliest of the six; nil where the text has no letters that speak for any of them.
    public var language: Language?
    /// 0 (nothing known) to 1 (certain).
    public var confidence: Double
    /// The share of belief of every language that has some, likeliest first; sums to 1 where not empty.
    public var candidates: [Candidate]
    /// The ISO 639 code of another language, where the text seems to be in none of the six.
    public var foreignLanguage: String?

    public struct Candidate: Hashable, Sendable {
        public var language: Language
        public var share: Double

        public init(language: Language, share: Double) {
            self.language = language
            self.share = share
        }
    }

    /// Guesses from the script, CLD2, common words, letters and endings; the last three decide on short texts.
    ///
    /// Only the first 32 KB are looked at.
    public init(_ text: String) {
        var text = text
        let (evidence, detected) = text.withUTF8 { bytes in
            var end = min(bytes.count, 32_768)
            while end < bytes.count, end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            let start = UnsafeBufferPointer(rebasing: bytes[..<end])
            return (ScriptEvidence(start), Self.detect(start))
        }
        self.init(evidence, detected, sample: String(text.unicodeScalars.prefix(2_000)))
    }

    private init(_ evidence: ScriptEvidence, _ detected: Detection, sample: String) {
        language = nil
        confidence = 0
        candidates = []
        foreignLanguage = detected.foreign
        guard let script = evidence.leading else { return }
        switch script {
        case .cyrillic: decide([.russian: 1], trust: evidence.hasForeignCyrillic ? 0.4 : 0.97)
        case .arabic: decide([.arabic: 1], trust: evidence.hasForeignArabic ? 0.4 : 0.97)
        case .han: decide([.chinese: 1], trust: evidence.kana > 0 ? 0.3 : 0.97)
        case .latin: decideLatin(detected, letters: evidence.latin, sample: sample)
        default: return
        }
        if let foreignLanguage, detected.isReliable, evidence.leadingCount >= 20 {
            confidence = min(confidence, 0.35)
            self.foreignLanguage = foreignLanguage
        } else {
            foreignLanguage = nil
        }
    }

    private mutating func decideLatin(_ detected: Detection, letters: Int, sample: String) {
        let isShort = letters < 100 || !detected.isReliable
        var points = LatinEvidence.points(sample, looksAtEndings: isShort)
        for (language, percent) in detected.percent {
            // CLD2 is right on sentences; on a word or two it knows little, and sometimes says otherwise.
            let length = min(1, Double(letters) / 60)
            points[language, default: 0] += Double(percent) / 100 * (detected.isReliable ? 6 : 2) * length
        }
        let top = points.values.max() ?? 0
        guard top > 0 else {
            // A bare Latin word: English is the likeliest by far, and little is known.
            decide([.english: 0.4, .french: 0.3, .spanish: 0.3], trust: 0.4)
            return
        }
        let latin: [Language] = [.english, .french, .spanish]
        var shares: [Language: Double] = [:]
        for language in latin { shares[language] = LatinEvidence.exponential((points[language] ?? 0) - top) }
        decide(shares, trust: 1)
    }

    private mutating func decide(_ shares: [Language: Double], trust: Double) {
        let sum = shares.values.reduce(0, +)
        candidates = shares.map { Candidate(language: $0.key, share: $0.value / sum) }
            .sorted { ($1.share, $0.language) < ($0.share, $1.language) }
        language = candidates.first?.language
        confidence = min(trust, candidates.first?.share ?? 0)
    }

    private struct Detection {
        var percent: [Language: Int] = [:]
        var isReliable = false
        var foreign: String?
    }

    private static func detect(_ bytes: UnsafeBufferPointer<UInt8>) -> Detection {
        var detection = Detection()
        let guess = bytes.withMemoryRebound(to: CChar.self) { bb_language_detect($0.baseAddress, Int32($0.count)) }
        detection.isReliable = guess.is_reliable != 0
        let answers = [
            (guess.code.0, guess.percent.0), (guess.code.1, guess.percent.1), (guess.code.2, guess.percent.2),
        ]
        for (place, (code, percent)) in answers.enumerated() {
            guard let code, percent > 0 else { continue }
            let name = String(cString: code)
            if let language = Language(rawValue: String(name.prefix(2))) {
                detection.percent[language, default: 0] += Int(percent)
            } else if place == 0, name != "un", percent >= 60 {
                detection.foreign = name
            }
        }
        return detection
    }
}
