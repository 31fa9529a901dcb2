import TextAnalysis

/// The names of one language as a tree of stems: a word leads from one place to the next, some places are ends of names.
struct ConceptLexicon: Sendable {
    struct Entry: Sendable {
        var concept: ConceptID
        /// The folded words without stop words.
        var surface: String
        /// All capitals, such as ABS: only such a word is it.
        var isAcronym: Bool
        /// The folded name, where stop words leave one word of it that alone means something else: "ser vivo".
        var whole: String?
        /// A word in it that is left out turns it round: "utilisation non durable".
        var negates = false
        /// What must stand around a word of every day.
        var everyday: EverydayName?
    }

    static let root: Int32 = 0
    /// A word may have several readings; more combinations than this of one name are not kept.
    private static let mostReadings = 24

    private let language: Language
    private var symbols: [String: Int32] = [:]
    private var edges: [Edge: Int32] = [:]
    /// By symbol where it leads from the root; the root itself where it leads nowhere.
    private var first: [Int32] = []
    private var ends: [Int32: [Entry]] = [:]
    private var count: Int32 = 1

    private struct Edge: Hashable {
        var from: Int32
        var symbol: Int32
    }

    init(
        _ names: [(name: String, concept: ConceptID)], language: Language, analyzer: Analyzer,
        everyday: [String: EverydayName] = [:]
    ) {
        self.language = language
        for (name, concept) in names {
            let tokens = ConceptTokens.tokens(of: name, analyzer: analyzer)
            guard !tokens.isEmpty else { continue }
            let entry = Entry(
                concept: concept, surface: Self.surface(tokens[...]),
                isAcronym: tokens.count == 1 && Self.isAcronym(name),
                whole: tokens.count == 1 && analyzer.words(in: name).count > 1 ? Folding.fold(name) : nil,
                negates: Self.negates(name, tokens[...], language), everyday: everyday[name])
            add(entry, tokens)
        }
        first = Array(repeating: Self.root, count: symbols.count)
        for (edge, child) in edges where edge.from == Self.root { first[Int(edge.symbol)] = child }
    }

    /// Whether a word that turns the meaning round stands between the words of a name in a text.
    func negates(_ text: String, _ tokens: ArraySlice<ConceptToken>) -> Bool {
        Self.negates(text, tokens, language)
    }

    private static func negates(_ text: String, _ tokens: ArraySlice<ConceptToken>, _ language: Language) -> Bool {
        guard let first = tokens.first, let last = tokens.last, !first.isHan,
            last.position - first.position > tokens.count - 1
        else { return false }
        let bytes = text.utf8.dropFirst(first.range.lowerBound).prefix(last.range.upperBound - first.range.lowerBound)
        return Negations.stand(in: String(decoding: bytes, as: UTF8.self), language)
    }

    static func surface(_ tokens: ArraySlice<ConceptToken>) -> String {
        tokens.map(\.form).joined(separator: " ")
    }

    private static func isAcronym(_ name: String) -> Bool {
        (2...6).contains(name.utf8.count)
            && name.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    private mutating func add(_ entry: Entry, _ tokens: [ConceptToken]) {
        var places: [Int32] = [Self.root]
        for (index, token) in tokens.enumerated() {
            var next: [Int32] = []
            for place in places {
                for stem in token.stems where next.count < Self.mostReadings {
                    for target in targets(from: place, stem, beginsAnew: index > 0 && token.beginsAnew)
                    where !next.contains(target) {
                        next.append(target)
                    }
                }
            }
            places = next
        }
        for place in places { ends[place, default: []].append(entry) }
    }

    /// Where a name has a comma or bracket, a text may have it too or not.
    private mutating func targets(from place: Int32, _ stem: String, beginsAnew: Bool) -> [Int32] {
        let target = child(of: place, stem)
        return beginsAnew ? [target, child(of: place, Self.separated(stem))] : [target]
    }

    private static func separated(_ stem: String) -> String { "," + stem }

    private mutating func child(of place: Int32, _ stem: String) -> Int32 {
        let symbol = symbols[stem] ?? Int32(symbols.count)
        symbols[stem] = symbol
        let edge = Edge(from: place, symbol: symbol)
        if let child = edges[edge] { return child }
        edges[edge] = count
        defer { count += 1 }
        return count
    }

    /// Whether one word can be a form of another of the same stem. In Spanish the last vowel tells apart what the stem does
    /// not: `costa` is no form of `costo`.
    func mayInflect(_ name: String, as form: String) -> Bool {
        guard language == .spanish, let left = Self.gender(name), let right = Self.gender(form) else { return true }
        return left == right
    }

    private static func gender(_ word: String) -> Character? {
        let singular = word.hasSuffix("s") ? word.dropLast() : word[...]
        guard let last = singular.last, last == "a" || last == "o" else { return nil }
        return last
    }

    /// The readings of words that some name has: where a word is the first of a name, and where it goes on with one. Of all
    /// words in one array: most have one reading or none.
    struct Symbols {
        fileprivate var all: [Int32] = []
        fileprivate var words: [(plain: Range<Int>, further: Range<Int>)] = []

        func plain(_ word: Int) -> ArraySlice<Int32> { all[words[word].plain] }
        func further(_ word: Int) -> ArraySlice<Int32> { all[words[word].further] }
    }

    func symbols(of tokens: [ConceptToken]) -> Symbols {
        var found = Symbols()
        found.all.reserveCapacity(tokens.count * 2)
        found.words.reserveCapacity(tokens.count)
        for token in tokens {
            let start = found.all.count
            for stem in token.stems { if let symbol = symbols[stem] { found.all.append(symbol) } }
            let plain = start..<found.all.count
            guard token.beginsAnew else {
                found.words.append((plain, plain))
                continue
            }
            for stem in token.stems { if let symbol = symbols[Self.separated(stem)] { found.all.append(symbol) } }
            found.words.append((plain, plain.upperBound..<found.all.count))
        }
        return found
    }

    /// Where a name may begin with a word, in any of its readings.
    func starts(_ symbols: ArraySlice<Int32>) -> [Int32] {
        var next: [Int32] = []
        for symbol in symbols {
            let child = first[Int(symbol)]
            if child != Self.root, !next.contains(child) { next.append(child) }
        }
        return next
    }

    /// Where a word leads from these places, in any of its readings.
    func step(_ places: [Int32], _ symbols: ArraySlice<Int32>) -> [Int32] {
        var next: [Int32] = []
        for symbol in symbols {
            for place in places {
                if let child = edges[Edge(from: place, symbol: symbol)], !next.contains(child) { next.append(child) }
            }
        }
        return next
    }

    func entries(at place: Int32) -> [Entry] { ends[place, default: []] }
}

/// All names of all languages in order, for finding them by their beginning.
struct ConceptDirectory: Sendable {
    private let names: [(name: String, concept: ConceptID)]

    init(_ thesaurus: Thesaurus) {
        names = Language.allCases.flatMap { language in
            thesaurus.names(in: language).map { (Folding.fold($0.name), $0.concept) }
        }.sorted { ($0.name, $0.concept) < ($1.name, $1.concept) }
    }

    func concepts(startingWith prefix: String, limit: Int) -> [ConceptID] {
        guard !prefix.isEmpty else { return [] }
        var low = 0
        var high = names.count
        while low < high {
            let middle = (low + high) / 2
            if names[middle].name < prefix { low = middle + 1 } else { high = middle }
        }
        let matching = names[low...].prefix { $0.name.hasPrefix(prefix) }
        var concepts: [ConceptID] = []
        for (_, concept) in matching.sorted(by: { ($0.name.utf8.count, $0.concept) < ($1.name.utf8.count, $1.concept) })
        where !concepts.contains(concept) && concepts.count < limit {
            concepts.append(concept)
        }
        return concepts
    }
}
