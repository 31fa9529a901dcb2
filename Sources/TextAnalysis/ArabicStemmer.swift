/// Light stemming of Arabic after the light10 scheme of Larkey, Ballesteros and Connell (2007), on folded words.
///
/// Where a first letter may be a particle or part of the word (و and, ل for, ب by, ال the), both readings are kept:
/// what a document means is not lost, and a query finds it either way.
enum ArabicStemmer {
    private static let articles = ["وال", "بال", "كال", "فال", "ولل", "لل", "ال"].map { Array($0.unicodeScalars) }
    private static let suffixes = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"].map { Array($0.unicodeScalars) }
    private static let waw: Unicode.Scalar = "و"
    private static let particles: Set<Unicode.Scalar> = ["ل", "ب"]

    /// The stems of a folded word, likeliest first; never empty.
    static func readings(_ word: String) -> [String] {
        let letters = Array(word.unicodeScalars)
        var readings: [[Unicode.Scalar]] = []
        if let article = articles.first(where: { letters.starts(with: $0) && letters.count - $0.count >= 2 }) {
            readings.append(Array(letters.dropFirst(article.count)))
            // التزام is a word of its own: the article is part of it.
            if article.count == 2, letters.count >= 5, letters[2] == "ت" { readings.append(letters) }
        } else if let first = letters.first, first == waw, letters.count >= 4 {
            let rest = Array(letters.dropFirst())
            if let second = rest.first, particles.contains(second), rest.count >= 4 {
                readings.append(Array(rest.dropFirst()))
            }
            readings.append(rest)
            readings.append(letters)
        } else if let first = letters.first, particles.contains(first), letters.count >= 4 {
            readings.append(letters)
            readings.append(Array(letters.dropFirst()))
        } else {
            readings.append(letters)
        }
        var stems: [String] = []
        for reading in readings {
            let stem = withoutSuffixes(reading)
            if !stems.contains(stem) { stems.append(stem) }
        }
        return stems
    }

    private static func withoutSuffixes(_ letters: [Unicode.Scalar]) -> String {
        var letters = letters[...]
        for suffix in suffixes
        where letters.count - suffix.count >= 2 && letters.suffix(suffix.count).elementsEqual(suffix) {
            letters = letters.dropLast(suffix.count)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }
}
