import TextAnalysis

/// Words without a concept of their own that turn what they stand in into its opposite. They are stop words, but
/// "sustainable use" and "utilisation non durable" must not be one.
enum Negations {
    private static let words: [Language: Set<String>] = [
        .english: ["not", "no", "non", "without"], .french: ["non", "sans", "pas"], .spanish: ["no", "sin"],
        .russian: ["не", "без"], .arabic: ["غير", "بدون", "دون", "عدم"],
    ]

    static func stand(in text: String, _ language: Language) -> Bool {
        guard let known = words[language] else { return false }
        return Folding.fold(text).split { !$0.isLetter }.contains { known.contains(String($0)) }
    }
}
