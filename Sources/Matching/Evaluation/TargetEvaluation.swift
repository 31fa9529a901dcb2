public import SentenceVectors
public import TextAnalysis

/// How often the right target or goal is the first, or among the first three: goal G5.
public struct TargetEvaluation {
    public struct Figures: Codable, Hashable, Sendable {
        public var language: Language
        public var first: Double
        public var firstThree: Double
    }

    public struct Method: Codable, Hashable, Sendable {
        public var name: String
        public var first: Double
        public var firstThree: Double
        public var languages: [Figures]
    }

    /// A text whose target is not among the first three of the last method.
    public struct Miss: Codable, Hashable, Sendable {
        public var language: Language
        public var text: String
        /// As the file writes it.
        public var right: String
        /// As the file would write them, best first.
        public var firstThree: [String]
    }

    public struct Report: Codable, Hashable, Sendable {
        public var texts: Int
        public var methods: [Method]
        public var misses: [Miss]
    }

    /// - Parameter text: tab-separated: `gbf` (`target7`, `goalB`) and a column for each language's code.
    public static func run(_ text: String, encoder: SentenceEncoder?) throws(EvaluationError) -> Report {
        let table = try Table(text)
        var aims: [FrameworkAim] = []
        for (place, name) in try table.column("gbf").enumerated() {
            guard let aim = FrameworkAim(reportingName: name) else { throw .malformedLine(table.lines[place]) }
            aims.append(aim)
        }
        let languages = Language.allCases.filter { table.columns[$0.code] != nil }
        guard !languages.isEmpty else { throw .missingColumn(Language.english.code) }
        let tagger = TargetTagger(encoder: encoder)
        var plans: [(name: String, weights: TargetTagger.Weights)] = [
            ("concepts", .init(concepts: 1)),
            ("thesaurus", .init(thesaurus: 1)),
            ("words", .init(words: 1)),
            ("without vectors", .withoutMeaning),
        ]
        if encoder != nil {
            plans.append(("vectors", .init(meaning: 1)))
            plans.append(("all", .standard))
        }
        var methods: [Method] = []
        var misses: [Miss] = []
        for plan in plans {
            var figures: [Figures] = []
            misses = []
            for language in languages {
                let asked = zip(try table.column(language.code), aims).filter { text, _ in
                    text.contains { !$0.isWhitespace }
                }
                let ranks = asked.map { text, aim in
                    let found = tagger.rank(text, language: language, weights: plan.weights)
                    let rank = found.firstIndex { $0.aim == aim } ?? .max
                    if rank >= 3 {
                        misses.append(
                            Miss(
                                language: language, text: text, right: aim.reportingName,
                                firstThree: found.prefix(3).map(\.aim.reportingName)))
                    }
                    return rank
                }
                let count = Double(max(1, ranks.count))
                figures.append(
                    Figures(
                        language: language, first: Double(ranks.count { $0 == 0 }) / count,
                        firstThree: Double(ranks.count { $0 < 3 }) / count))
            }
            let count = Double(figures.count)
            methods.append(
                Method(
                    name: plan.name, first: figures.reduce(0) { $0 + $1.first } / count,
                    firstThree: figures.reduce(0) { $0 + $1.firstThree } / count, languages: figures))
        }
        return Report(texts: aims.count, methods: methods, misses: misses)
    }
}
