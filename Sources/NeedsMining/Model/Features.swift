import CNeedKernels
import SentenceVectors
import TextAnalysis

/// A statement as the model sees it: few features of many, each in the place of its view.
struct Features: Sendable {
    /// Which part of the explanation a feature belongs to, by its place.
    enum Layout {
        static let base = 0
        static let cues = 1..<40
        static let form = 40..<64
        static let meaning = 64..<576
        static let heading = 576..<1024
        static let words = 1024..<9216
        static let letters = 9216..<25_600
        static let count = 25_600

        /// Holds where the section is known; the last of `form`.
        static let hasHeading = 63

        /// The views, in order; together all features.
        static let views = [base..<1, cues, form, meaning, heading, words, letters]
    }

    private(set) var index: [Int32] = [0]
    private(set) var values: [Float] = [1]
    /// Where the text has the words behind a feature.
    private(set) var ranges: [Int32: Range<Int>] = [:]
    private(set) var cues: [CueGroup: [Range<Int>]] = [:]

    /// - Parameters:
    ///   - heading: the section as coders of examples call it, not any heading of a document.
    ///   - words: whether single words and runs of letters count: only in the language the examples are in.
    ///   - vector: nil where meaning is not compared.
    init(_ text: String, language: Language, heading: String?, words usesWords: Bool, vector: Vector?) {
        let folded = FeatureTools.words(of: text, language)
        cues = Cues.standard.found(in: text, folded, language: language)
        for (place, group) in CueGroup.judging.enumerated() {
            guard let found = cues[group], !found.isEmpty else { continue }
            let feature = Int32(Layout.cues.lowerBound + place)
            add(feature, found.count > 1 ? 1.3 : 1)
            ranges[feature] = found[0]
        }
        addForm(text, folded, language)
        if let heading { addHeading(heading) }
        if usesWords {
            addWords(text, language)
            addLetters(text)
        }
        if let vector, !vector.isZero {
            for (place, value) in vector.elements.enumerated() {
                add(Int32(Layout.meaning.lowerBound + place), value)
            }
        }
    }

    private mutating func add(_ feature: Int32, _ value: Float) {
        index.append(feature)
        values.append(value)
    }

    /// The same with each feature made stronger or weaker.
    func scaled(by scale: [Float]) -> Features {
        var scaled = self
        for place in index.indices { scaled.values[place] = values[place] * scale[Int(index[place])] }
        return scaled
    }

    private mutating func addForm(_ text: String, _ words: [FoldedWord], _ language: Language) {
        let count = language == .chinese ? text.unicodeScalars.count / 2 : words.count
        let digits = text.unicodeScalars.count { $0.properties.numericType == .decimal }
        let lists = text.utf8.count { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ";") }
        let features: [Bool] = [
            count <= 4, (5...9).contains(count), (10...24).contains(count), (25...60).contains(count), count > 60,
            digits == 0, digits >= 4, text.utf8.contains(UInt8(ascii: "%")), lists > 0, lists > 2,
            text.unicodeScalars.first?.properties.isLowercase == true,
            cues[.done] != nil && cues[.need] == nil && cues[.lack] == nil,
            cues[.lack] != nil && (cues[.capacity] != nil || cues[.finance] != nil || cues[.information] != nil),
            cues[.need] != nil && (cues[.capacity] != nil || cues[.finance] != nil || cues[.technology] != nil),
        ]
        for (place, holds) in features.enumerated() where holds { add(Int32(Layout.form.lowerBound + place), 1) }
    }

    private mutating func addHeading(_ heading: String) {
        let hash = FeatureTools.hash(Folding.fold(heading))
        add(Int32(Layout.heading.lowerBound + Int(hash % UInt64(Layout.heading.count))), 1)
        add(Int32(Layout.hasHeading), 1)
    }

    private mutating func addWords(_ text: String, _ language: Language) {
        var seen: Set<Int32> = []
        var found: [(Int32, Range<Int>)] = []
        var previous: Term?
        for term in FeatureTools.terms(of: text, language) where term.kind == .stem {
            found.append((FeatureTools.bucket(term.text), term.range))
            if let last = previous, term.position - last.position <= 2 {
                found.append(
                    (FeatureTools.bucket(last.text + " " + term.text), last.range.lowerBound..<term.range.upperBound))
            }
            previous = term
        }
        let unique = found.filter { seen.insert($0.0).inserted }
        let value = 1 / Float(max(1, unique.count)).squareRoot()
        for (feature, range) in unique {
            add(feature, value)
            ranges[feature] = range
        }
    }

    /// Runs of three to five letters within words: they tell words that the stems keep apart.
    private mutating func addLetters(_ text: String) {
        let bytes = Array(Folding.fold(text).utf8)
        var grams = [Int32](repeating: 0, count: need_most_grams(bytes.count))
        let count = need_grams(
            bytes, bytes.count, Int32(Layout.letters.lowerBound), UInt32(Layout.letters.count), &grams)
        let value = 1 / Float(max(1, count)).squareRoot()
        index.append(contentsOf: grams[..<count])
        values.append(contentsOf: repeatElement(value, count: count))
    }
}

/// The analyzers all statements share.
enum FeatureTools {
    private static let analyzers = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { ($0, Analyzer.of($0)) })

    static func words(of text: String, _ language: Language) -> [FoldedWord] {
        language == .chinese
            ? [] : (analyzers[language]?.words(in: text) ?? []).map { FoldedWord(form: $0.form, range: $0.range) }
    }

    static func terms(of text: String, _ language: Language) -> [Term] { analyzers[language]?.terms(in: text) ?? [] }

    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    static func bucket(_ text: String) -> Int32 {
        Int32(Features.Layout.words.lowerBound + Int(hash(text) % UInt64(Features.Layout.words.count)))
    }
}
