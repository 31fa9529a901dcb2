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
    private(set) var groups: [Group] = []
    private(set) var clauses: [Query.Clause] = []

    /// - Parameter meaning: its meaning where that is known; otherwise the encoder reads the texts.
    init(
        _ wanted: Wanted, _ weights: Weights, _ tools: LanguageTools, _ reader: Reader, meaning: IndexVector? = nil
    ) {
        self.wanted = wanted
        self.weights = weights
        circles = wanted.country.map(CircleTable.of)
        textLanguages = Set(wanted.texts.map { Code.of($0.language) })
        var concepts = Self.concepts(of: wanted, tools.tagger)
        concepts.weights = concepts.weights.filter { !PlainConcepts.all.contains($0.key) }
        for concept in wanted.concepts { concepts.weights[concept] = max(1, concepts.weights[concept] ?? 0) }
        self.concepts = concepts
        subjects = Self.subjects(wanted, concepts, weights)
        targets = Self.targets(wanted, concepts, weights)
        vector = meaning ?? tools.encoder.flatMap { Self.vector(wanted, $0) }
        let rarity = Rarity(reader)
        addWords(tools, rarity)
        addConcepts(rarity)
    }

    private static func concepts(of wanted: Wanted, _ tagger: ConceptTagger) -> ConceptProfile {
        let byLanguage = Dictionary(grouping: wanted.texts, by: \.language)
        return ConceptProfile(
            translations: byLanguage.sorted { $0.key < $1.key }.map { language, texts in
                (language, texts.map { ($0.text, $0.weight) })
            }, tagger: tagger)
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

    // MARK: Clauses

    private struct Word {
        var readings: TermReadings
        /// As its writer has it, for the explanation.
        var spelling: String
        var amount: Double
        var mass = 0.0
    }

    private mutating func addWords(_ tools: LanguageTools, _ rarity: Rarity) {
        var words: [String: Word] = [:]
        for text in wanted.texts {
            let analyzer = tools.analyzer(text.language)
            // Where one asks from is told by the place; its name in common tells no more.
            let home = wanted.country.map { Set(analyzer.terms(in: $0.country.name(in: text.language)).map(\.text)) }
            for readings in analyzer.readings(of: text.text) {
                guard let first = readings.readings.first, !PlainWords.have(first.text, text.language),
                    home?.contains(first.text) != true
                else { continue }
                let word = Word(readings: readings, spelling: Self.spelling(text.text, readings), amount: 0)
                words[first.text, default: word].amount += text.weight
            }
        }
        var known: [(key: String, word: Word)] = []
        for (key, word) in words {
            var word = word
            word.amount = 1 + log2(max(1, word.amount)) / 2
            word.mass = word.amount * (word.readings.readings.map { rarity.of($0.text) }.max() ?? 0)
            if word.mass > 0 { known.append((key, word)) }
        }
        known.sort { ($1.word.mass, $0.key) < ($0.word.mass, $1.key) }
        let full = known.prefix(Int(weights.fullWords)).reduce(0) { $0 + $1.word.mass }
        guard full > 0 else { return }
        // Found once in running text of usual length, a term counts once its rarity: full are the rarest few.
        let scale = weights.words / full
        for (_, word) in known.prefix(Self.mostWords) {
            for reading in word.readings.readings {
                clauses.append(
                    Query.Clause(
                        .term(reading.text), weight: scale * word.amount * reading.weight, group: groups.count))
            }
            groups.append(.word(word.spelling))
        }
    }

    private static func spelling(_ text: String, _ readings: TermReadings) -> String {
        String(decoding: text.utf8.dropFirst(readings.range.lowerBound).prefix(readings.range.count), as: UTF8.self)
    }

    private mutating func addConcepts(_ rarity: Rarity) {
        var masses: [(concept: ConceptID, amount: Double, mass: Double)] = concepts.weights.map { concept, weight in
            let amount = 1 + log2(max(1, weight)) / 2
            return (concept, amount, amount * rarity.of(Code.term(concept)))
        }
        masses.sort { ($1.mass, $0.concept) < ($0.mass, $1.concept) }
        let known = masses.filter { $0.mass > 0 }
        let full = known.prefix(Int(weights.fullConcepts)).reduce(0) { $0 + $1.mass }
        if full > 0 {
            let scale = weights.concepts / full
            for (concept, amount, _) in known.prefix(Self.mostConcepts) {
                clauses.append(
                    Query.Clause(.term(Code.term(concept)), weight: scale * amount, group: groups.count))
                groups.append(.concept(concept))
            }
        }
        addBroader(rarity)
    }

    /// What lies above: half, a quarter, and never as much as the concepts themselves.
    private mutating func addBroader(_ rarity: Rarity) {
        let above = concepts.broader(in: .standard).filter { concepts.weights[$0.key] == nil }
        var masses = above.map { (concept: $0.key, share: min(1, $0.value), rarity: rarity.of(Code.term($0.key))) }
        masses.sort { ($1.share * $1.rarity, $0.concept) < ($0.share * $0.rarity, $1.concept) }
        let known = masses.filter { $0.rarity > 0 }.prefix(Self.mostConcepts)
        let full = known.prefix(Int(weights.fullConcepts)).reduce(0) { $0 + $1.rarity }
        guard full > 0 else { return }
        for (concept, share, _) in known {
            clauses.append(
                Query.Clause(
                    .term(Code.term(concept)), weight: weights.concepts * share / full / 2, group: groups.count))
            groups.append(.broader(concept))
        }
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
