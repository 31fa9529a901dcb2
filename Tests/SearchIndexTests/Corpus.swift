import SearchIndex
import TextAnalysis

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

extension Schema {
    static let title = FieldID(0)
    static let body = FieldID(1)
    static let country = FacetID(0)
    static let theme = FacetID(1)
    static let year = NumberID(0)

    static let library = Schema(
        fields: [
            Field("title", weight: 3, lengthPenalty: 0.5, usualLength: 6),
            Field("body", weight: 1, lengthPenalty: 0.75, usualLength: 20),
        ], facets: ["country", "theme"], numbers: ["year"], vectorLength: 64)
}

/// Invented documents: a few frequent words, many rare ones.
struct Corpus {
    var random: SeededRandom
    var words = 300

    init(seed: UInt64, words: Int = 300) {
        random = SeededRandom(seed: seed)
        self.words = words
    }

    mutating func word() -> String {
        let unit = Double.random(in: 0..<1, using: &random)
        return "w\(Int(Double(words) * unit * unit * unit))"
    }

    mutating func terms(_ count: Int) -> [Term] {
        (0..<count).flatMap { position in
            let word = word()
            return [
                Term(text: word + "s", position: position, range: 0..<1, kind: .word),
                Term(text: word, position: position, range: 0..<1, kind: .stem),
            ]
        }
    }

    mutating func document(_ key: String) -> Document {
        var document = Document(
            key: key,
            fields: [
                FieldText(field: Schema.title, terms: terms(Int.random(in: 0...8, using: &random))),
                FieldText(field: Schema.body, terms: terms(Int.random(in: 0...40, using: &random))),
            ])
        document.facets[Schema.country] = [UInt32.random(in: 0..<12, using: &random)]
        document.facets[Schema.theme] = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            UInt32.random(in: 100..<110, using: &random)
        }
        if Bool.random(using: &random) {
            document.numbers[Schema.year] = Double(Int.random(in: 2000...2030, using: &random))
        }
        if Int.random(in: 0..<3, using: &random) > 0 { document.vector = vector() }
        return document
    }

    mutating func vector() -> Vector {
        Vector((0..<64).map { (_: Int) -> Float in Float.random(in: -1...1, using: &random) })
    }

    mutating func documents(_ count: Int, prefix: String = "d") -> [Document] {
        (0..<count).map { document("\(prefix)\($0)") }
    }

    mutating func clauses(_ count: Int) -> [Query.Clause] {
        (0..<count).map { group in
            let weight: Double = [0.3, 1.0, 1.0, 2.5].randomElement(using: &random) ?? 1
            if Int.random(in: 0..<6, using: &random) == 0 {
                return Query.Clause(
                    .facet(Schema.country, UInt32.random(in: 0..<14, using: &random)), weight: weight, group: group)
            }
            return Query.Clause(.term(word()), weight: weight, group: group)
        }
    }
}

extension SearchIndex {
    static func filled(_ documents: [Document], batches: Int = 1, schema: Schema = .library) -> SearchIndex {
        let index = SearchIndex(schema: schema)
        let size = max(1, (documents.count + batches - 1) / batches)
        for start in stride(from: 0, to: documents.count, by: size) {
            index.apply(documents[start..<min(start + size, documents.count)].map(Change.put))
        }
        return index
    }
}
