public import SentenceVectors
public import TextAnalysis

/// How often a text in one language finds the same text among all texts of another: goal G1.
///
/// Nothing is learned from the file. How rare a word or concept is, is counted in the file, as any index does.
public struct RetrievalEvaluation {
    /// How much each view of two texts counts.
    public struct Weights: Codable, Hashable, Sendable {
        public var meaning = 1.0
        public var concepts = 0.2
        public var words = 0.15
        public var numbers = 0.1
        public var length = 0.1
        public var form = 0.05
        /// Each word finds its nearest by meaning; looked at for the best fifty.
        public var alignment = 1.0
        /// A candidate near to many queries is near to none: so much of its nearness to its `neighbours` nearest queries is
        /// taken away (CSLS; Conneau and others 2018). Only where all queries are there at once.
        public var hubness = 0.8
        public var neighbours = 2

        public init() {}
    }

    /// The figures of one way of comparing.
    public struct Method: Codable, Hashable, Sendable {
        public struct Direction: Codable, Hashable, Sendable {
            public var from: Language
            public var to: Language
            /// The share of texts that find their own first.
            public var foundFirst: Double
        }

        public var name: String
        public var mean: Double
        public var worst: Double
        public var directions: [Direction]
    }

    public struct Report: Codable, Hashable, Sendable {
        public var texts: Int
        /// Rows without a text in one of the languages, which are not scored.
        public var leftOut: Int
        /// The mean that knowing everything would reach: where two rows have the same text, one of them is found at most.
        public var ceiling: Double
        public var weights: Weights
        public var methods: [Method]
    }

    static let considered = 50

    /// - Parameters:
    ///   - text: tab-separated, with a column for each language's code.
    ///   - encoder: nil leaves out what needs the model.
    ///   - ablation: whether each view is also left out in turn.
    public static func run(
        _ text: String, encoder: SentenceEncoder?, weights: Weights = Weights(), ablation: Bool = false
    ) throws(EvaluationError) -> Report {
        let table = try Table(text)
        let languages = Language.allCases.filter { table.columns[$0.code] != nil }
        guard languages.count > 1 else { throw .missingColumn(Language.french.code) }
        let complete = table.rows.filter { row in
            languages.allSatisfy { table.cell(row, $0.code).contains { !$0.isWhitespace } }
        }
        guard complete.count > 1 else { throw .empty }
        let columns = languages.map { language in complete.map { table.cell($0, language.code) } }
        let tools = LanguageTools(encoder: encoder)
        var symbols = Symbols()
        var features: [TextFeatures] = []
        for (language, texts) in zip(languages, columns) {
            features.append(TextFeatures(texts, language: language, tools: tools, symbols: &symbols))
        }
        let wordVectors = encoder.map { encoder in features.map { WordAlignment.vectors($0, encoder) } }
        var methods: [(name: String, views: [View], together: Bool, directions: [Method.Direction])] = plans(
            hasModel: encoder != nil, ablation: ablation
        ).map { ($0.name, $0.views, $0.together, []) }
        for (a, from) in features.enumerated() {
            for (b, to) in features.enumerated() where a != b {
                let alignment = wordVectors.map { WordAlignment(from, to, vectors: ($0[a], $0[b])) }
                let scores = RetrievalScores(from, to, alignment, weights)
                for place in methods.indices {
                    let share = scores.foundFirst(methods[place].views, together: methods[place].together)
                    methods[place].directions.append(
                        Method.Direction(from: from.language, to: to.language, foundFirst: share))
                }
            }
        }
        return Report(
            texts: complete.count, leftOut: table.rows.count - complete.count,
            ceiling: columns.reduce(0) { $0 + Double(Set($1).count) } / Double(columns.count * complete.count),
            weights: weights,
            methods: methods.map { name, _, _, directions in
                let shares = directions.map(\.foundFirst)
                return Method(
                    name: name, mean: shares.reduce(0, +) / Double(shares.count), worst: shares.min() ?? 0,
                    directions: directions)
            })
    }

    enum View: String, CaseIterable {
        case meaning, concepts, words, numbers, length, form, alignment
    }

    private static func plans(
        hasModel: Bool, ablation: Bool
    ) -> [(name: String, views: [View], together: Bool)] {
        let all = View.allCases.filter { hasModel || ($0 != .meaning && $0 != .alignment) }
        var plans: [(name: String, views: [View], together: Bool)] = [
            ("words", [.words], false), ("concepts", [.concepts], false),
        ]
        if hasModel { plans.append(("vectors", [.meaning], false)) }
        plans.append(("all, each query by itself", all, false))
        plans.append(("all", all, true))
        if ablation {
            for view in all {
                plans.append(("all without \(view.rawValue)", all.filter { $0 != view }, true))
            }
        }
        return plans
    }
}
