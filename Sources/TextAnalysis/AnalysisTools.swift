/// The stateful tools of one analysis at a time: stemmers, ICU's iterator and the words seen before.
///
/// Unchecked because libstemmer and ICU keep state: an `Analyzer` lends one set to one call at a time.
final class AnalysisTools: @unchecked Sendable {
    /// What is known of one spelling.
    struct Word {
        var form: String
        var stems: [String]
        var isStopWord: Bool
    }

    /// A word longer than this many scalars is cut for comparing; its range stays whole.
    static let longestWord = 64
    private static let cacheLimit = 50_000

    private let language: Language
    private let latin: Stemmer
    private let russian = Stemmer("russian")
    let breaks: BreakIterator
    private let stops: Set<String>
    private var seen: [String: Word] = [:]

    init(language: Language) {
        self.language = language
        latin = Stemmer(Self.algorithm(language))
        breaks = BreakIterator(words: language == .chinese ? "zh" : "en")
        stops = StopWords.of(language)
    }

    private static func algorithm(_ language: Language) -> String {
        switch language {
        case .french: "french"
        case .spanish: "spanish"
        // Latin words in texts of the other scripts are English more often than anything else.
        case .arabic, .chinese, .english, .russian: "english"
        }
    }

    /// Reads one spelling: its folded form, its stems (likeliest first) and whether it is a stop word.
    func read(_ spelling: String, script: RawWord.Script, hasDigits: Bool) -> Word {
        if let word = seen[spelling] { return word }
        let lower = Self.withoutPossessive(Folding.lowercased(spelling))
        let plain = String(lower.unicodeScalars.prefix(Self.longestWord))
        let form = String(Folding.folded(plain).unicodeScalars.filter { $0 != "'" }.prefix(Self.longestWord))
        let stems = hasDigits ? [form] : stems(plain, form, script)
        let word = Word(form: form, stems: stems, isStopWord: stops.contains(form))
        if seen.count >= Self.cacheLimit { seen.removeAll(keepingCapacity: true) }
        seen[spelling] = word
        return word
    }

    func isStopWord(_ form: String) -> Bool { stops.contains(form) }

    private func stems(_ lower: String, _ form: String, _ script: RawWord.Script) -> [String] {
        var stems: [String]
        switch script {
        case .latin where language == .french || language == .spanish:
            // People write with and without accents, and the two ways give different stems.
            stems = [Folding.folded(latin.stem(lower)), latin.stem(form)]
            if language == .spanish, form == lower, form.hasSuffix("cion") || form.hasSuffix("sion") {
                // Never right without the accent, often written so.
                stems.append(Folding.folded(latin.stem(String(form.dropLast(2)) + "ón")))
            }
            if language == .spanish, Self.pluralsLikeVerbs.contains(where: form.hasSuffix), form.utf8.count > 5 {
                // `taller` loses its end like a verb, `talleres` only that of the plural.
                stems.append(latin.stem(String(form.dropLast(2))))
            }
        case .latin: stems = [latin.stem(form)]
        case .cyrillic: stems = [russian.stem(form)]
        case .arabic: stems = ArabicStemmer.readings(form)
        case .han, .unspaced, .letter, .number: stems = [form]
        }
        stems.removeAll(where: \.isEmpty)
        if stems.isEmpty { return [form] }
        return stems.enumerated().filter { index, stem in !stems[..<index].contains(stem) }.map(\.element)
    }

    private static let pluralsLikeVerbs = ["ares", "eres", "ires"]

    private static func withoutPossessive(_ lower: String) -> String {
        let lower = String(String.UnicodeScalarView(lower.unicodeScalars.map(Self.plainApostrophe)))
        return lower.hasSuffix("'s") ? String(lower.dropLast(2)) : lower
    }

    private static func plainApostrophe(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.value != 0x27 && ScalarClasses.shared[scalar] == .apostrophe ? "'" : scalar
    }
}
