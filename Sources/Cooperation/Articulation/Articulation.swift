public import TextAnalysis
public import Vocabulary

/// Reads a need while it is being written and says what is still unclear (N2), by rules over the words of its language.
///
/// The rules are for advice: they err on the side of silence. The figures below were set by reading the needs of the
/// demonstration in six languages; the tests hold good and poor examples of each.
public struct Articulation: Sendable {
    /// Fewer words than these cannot say who lacks what.
    public static let fewestWords = 20
    /// Words to a sentence above which one loses the thread.
    public static let longestSentence = 45
    /// That many general words make a text suspect of saying nothing.
    static let manyGeneralWords = 3

    private let problem: String
    private let how: String
    private let results: String
    private let assistance: [AssistanceTypeID]
    private let reader: CueReader
    private let language: Language

    /// - Parameters:
    ///   - problem: what is lacking.
    ///   - how: how the help wished for would help, of all kinds together.
    ///   - results: expected results and objectives.
    ///   - language: that of the texts.
    public init(
        problem: String, how: String = "", results: String = "", assistance: [AssistanceTypeID] = [],
        language: Language
    ) {
        self.problem = problem
        self.how = how
        self.results = results
        self.assistance = assistance
        self.language = language
        reader = CueReader.of(language)
    }

    /// In the order of the form; empty where nothing is written yet, or nothing is unclear.
    public var advice: [Advice] {
        if problem.trimmingBlanks.isEmpty { return [] }
        let count = WordCount.words(in: problem)
        var advice: [Advice] = []
        if count < Self.fewestWords { advice.append(Advice(.tooShort, field: "problem", count: count)) }
        if let words = vagueWords { advice.append(Advice(.tooVague, field: "problem", words: words)) }
        if reader.found(.barrier, in: problem).isEmpty { advice.append(Advice(.noBarrier, field: "problem")) }
        if let longest = longestSentence, longest > Self.longestSentence {
            advice.append(Advice(.longSentences, field: "problem", count: longest))
        }
        if results.trimmingBlanks.isEmpty, reader.found(.result, in: problem + "\n" + how).isEmpty {
            advice.append(Advice(.noResult, field: "how-1"))
        }
        return advice + money
    }

    /// Money is hoped for where there is none, or nothing else is asked for.
    private var money: [Advice] {
        let asksForMoney = assistance.filter { $0.isFunding }
        if !assistance.isEmpty, asksForMoney.count == assistance.count {
            return [Advice(.moneyAlone, field: "assistance-1")]
        }
        guard asksForMoney.isEmpty else { return [] }
        let words = reader.found(.money, in: [problem, how, results].joined(separator: "\n"))
        return words.isEmpty ? [] : [Advice(.moneyUnasked, field: "assistance-1", words: Array(words.prefix(4)))]
    }

    /// The general words of a text that has hardly any other; nil where it says enough of its own.
    private var vagueWords: [String]? {
        let general = reader.found(.general, in: problem)
        guard general.count >= Self.manyGeneralWords, particulars < max(2, general.count / 2) else { return nil }
        return Array(general.prefix(4))
    }

    /// What only this need has: ecosystems, species, places, threats, methods by name, and figures.
    private var particulars: Int {
        let concepts = ConceptTagger.standard.tags(in: problem, language: language).filter { tag in
            guard let concept = Thesaurus.standard[tag.concept] else { return false }
            return !concept.broader.isEmpty && Self.telling.contains(concept.facet)
        }
        return Set(concepts.map(\.concept)).count + figures
    }

    private static let telling: Set<ConceptFacet> = [
        .ecosystem, .taxon, .process, .place, .threat, .method, .instrument, .technology, .measure,
    ]

    private var figures: Int {
        problem.split { !$0.isNumber }.count
    }

    private var longestSentence: Int? {
        let bytes = Array(problem.utf8)
        return SentenceSplitter(language: language).sentences(in: problem)
            .map { WordCount.words(in: String(decoding: bytes[$0], as: UTF8.self)) }.max()
    }
}

extension AssistanceTypeID {
    /// Money or help to find it.
    var isFunding: Bool { description == "funding" || description.hasPrefix("funding.") }
}
