import Cooperation
import Foundation
import SearchIndex
import SentenceVectors
import TextAnalysis
import Vocabulary

/// What is wanted, made ready for one state of the index: clauses with their weights, and what each stands for.
struct Question {
    /// What a group of clauses stands for.
    enum Group {
        case word(String)
        case concept(ConceptID)
        /// Above a concept that is wanted.
        case broader(ConceptID)

        var word: String? { if case .word(let word) = self { word } else { nil } }
        var concept: ConceptID? { if case .concept(let concept) = self { concept } else { nil } }
        var above: ConceptID? { if case .broader(let concept) = self { concept } else { nil } }
    }

    /// The sums of a ranking: words, and concepts with what lies above them.
    static let wordSum = 0
    static let conceptSum = 1

    static func sum(of group: Group) -> Int { group.word == nil ? conceptSum : wordSum }

    /// More words or concepts than this are not asked for: the rarest count.
    static let mostWords = 48
    static let mostConcepts = 24

    let wanted: Wanted
    let weights: Weights
    let concepts: ConceptProfile
    let textLanguages: Set<UInt32>
    let subjects: [SubjectID: Double]
    let targets: [FrameworkTarget: Double]
    let circles: CircleTable?
    let vector: IndexVector?
    var groups: [Group] = []
    /// For each group the first that stands for the same.
    var firstGroup: [Int] = []
    /// Words come first, then concepts, then what lies above them.
    var wordGroups = 0..<0
    var conceptGroups = 0..<0
    var broaderGroups: Range<Int> { conceptGroups.upperBound..<groups.count }
    var clauses: [Query.Clause] = []

    /// - Parameter meaning: its meaning where that is known; otherwise the encoder reads the texts.
    init(
        _ wanted: Wanted, _ weights: Weights, _ tools: LanguageTools, _ reader: Reader, meaning: IndexVector? = nil
    ) {
        self.wanted = wanted
        self.weights = weights
        circles = wanted.country.map(CircleTable.of)
        textLanguages = Set(wanted.texts.map { Code.of($0.language) })
        let texts = wanted.texts.map { ReadText($0.text, tools.analyzer($0.language), weight: $0.weight) }
        var concepts = ConceptProfile(texts, tagger: tools.tagger)
        concepts.weights = concepts.weights.filter { !PlainConcepts.all.contains($0.key) }
        for concept in wanted.concepts { concepts.weights[concept] = max(1, concepts.weights[concept] ?? 0) }
        self.concepts = concepts
        subjects = Self.subjects(wanted, concepts, weights)
        targets = Self.targets(wanted, concepts, weights)
        vector = meaning ?? tools.encoder.flatMap { Self.vector(wanted, $0) }
        let rarity = Rarity(reader)
        addWords(texts, rarity)
        addConcepts(rarity)
    }

    private static func subjects(
        _ wanted: Wanted, _ concepts: ConceptProfile, _ weights: Weights
    ) -> [SubjectID: Double] {
        if !wanted.subjects.isEmpty {
            let share = 1 / Double(wanted.subjects.count)
            return Dictionary(wanted.subjects.map { ($0, share) }) { first, _ in first }
        }
        let inferred = Themes.subjects(of: concepts, limit: 3)
        return Dictionary(
            uniqueKeysWithValues: inferred.map { ($0, weights.inferred / Double(inferred.count)) })
    }

    private static func targets(
        _ wanted: Wanted, _ concepts: ConceptProfile, _ weights: Weights
    ) -> [FrameworkTarget: Double] {
        if !wanted.targets.isEmpty {
            let sum = wanted.targets.values.sorted().reduce(0, +)
            return wanted.targets.mapValues { $0 / max(1, sum) }
        }
        return Themes.targets(of: concepts, limit: 3).mapValues { $0 * weights.inferred }
    }

    /// The mean of the texts in the language that has most of them.
    private static func vector(_ wanted: Wanted, _ encoder: SentenceEncoder) -> IndexVector? {
        let byLanguage = Dictionary(grouping: wanted.texts, by: \.language)
        func size(_ language: Language) -> Int {
            byLanguage[language, default: []].reduce(0) { $0 + $1.text.utf8.count }
        }
        guard let language = byLanguage.keys.sorted().max(by: { size($0) < size($1) }) else { return nil }
        let text = byLanguage[language, default: []].map(\.text).joined(separator: "\n")
        let vector = encoder.vector(for: text)
        return vector.isZero ? nil : IndexVector(vector.elements)
    }
}

/// How rare a term is in the index; Robertson and Zaragoza 2009, section 3.4, as `SearchIndex` has it.
struct Rarity {
    let reader: Reader
    private let documents: Double

    init(_ reader: Reader) {
        self.reader = reader
        documents = Double(reader.count)
    }

    /// 0 for a term that no document has.
    func of(_ term: String) -> Double {
        let frequency = Double(reader.frequency(of: term))
        return frequency > 0 ? log(1 + (documents - frequency + 0.5) / (frequency + 0.5)) : 0
    }
}
