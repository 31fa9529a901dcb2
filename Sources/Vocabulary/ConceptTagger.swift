import Synchronization
public import TextAnalysis

/// A concept found in a text.
public struct ConceptTag: Hashable, Sendable {
    public var concept: ConceptID
    /// Where its name stands, in UTF-8 offsets.
    public var range: Range<Int>
    /// 1 where the name stands as the thesaurus writes it, a little less for an inflected form; concepts whose inflected
    /// names cannot be told apart share it.
    public var weight: Double

    public init(concept: ConceptID, range: Range<Int>, weight: Double) {
        self.concept = concept
        self.range = range
        self.weight = weight
    }
}

/// Finds the concepts of the thesaurus in texts, whatever name or inflected form is used.
///
/// Where names overlap the longest counts; of equal length the first. The time is linear in the text: from each word, no
/// more words are read than the longest name has. Any number of threads may use one tagger.
public final class ConceptTagger: Sendable {
    /// That of `Thesaurus.standard`. A language's names are read when it is first asked for.
    public static let standard = ConceptTagger(.standard)

    /// What a name inside a longer one counts.
    private static let nestedShare = 0.5
    /// What an inflected form counts.
    static let inflected = 0.9
    /// Words of a name stand no further apart than this: words without meaning of their own may lie between.
    private static let widestGap = 5

    private let thesaurus: Thesaurus
    private let lexicons = Mutex<[Language: ConceptLexicon]>([:])
    private let directory = Mutex<ConceptDirectory?>(nil)

    public init(_ thesaurus: Thesaurus) {
        self.thesaurus = thesaurus
    }

    /// The concepts in a text of one language, in order of place, apart from one another (but concepts that share a name's
    /// inflected form share its place).
    ///
    /// - Parameters:
    ///   - anyCase: whether `abs` may stand for `ABS`, and words of every day for concepts: in a query, not in prose.
    ///   - nested: whether names that stand inside longer ones count too, half: `mangrove` in `mangrove restoration`.
    public func tags(
        in text: String, language: Language, anyCase: Bool = false, nested: Bool = false
    ) -> [ConceptTag] {
        tags(in: text, Analyzer.of(language).analysed(text), language: language, anyCase: anyCase, nested: nested)
    }

    /// The same of a text whose words are read already.
    ///
    /// - Parameter words: all that the language's analyzer finds in it.
    public func tags(
        in text: String, _ words: [AnalysedWord], language: Language, anyCase: Bool = false, nested: Bool = false
    ) -> [ConceptTag] {
        let lexicon = lexicon(of: language)
        let tokens = ConceptTokens.tokens(of: text, words)
        let symbols = lexicon.symbols(of: tokens)
        var found: [Found] = []
        for start in tokens.indices {
            names(from: start, tokens, symbols, lexicon, text, anyCase, into: &found)
        }
        return Self.apart(found, count: tokens.count, nested: nested).flatMap { match in
            match.concepts.map { ConceptTag(concept: $0, range: match.range, weight: match.weight) }
        }
    }

    /// Concepts with a name that begins so in some language, those with the shortest names first: for typing.
    public func concepts(startingWith prefix: String, limit: Int) -> [ConceptID] {
        let directory = directory.withLock { directory in
            if let directory { return directory }
            let made = ConceptDirectory(thesaurus)
            directory = made
            return made
        }
        return directory.concepts(startingWith: Folding.fold(prefix), limit: limit)
    }

    private func lexicon(of language: Language) -> ConceptLexicon {
        lexicons.withLock { lexicons in
            if let lexicon = lexicons[language] { return lexicon }
            let analyzer = Analyzer.of(language)
            let lexicon = ConceptLexicon(
                thesaurus.names(in: language), language: language, analyzer: analyzer,
                everyday: thesaurus.everyday[language, default: [:]])
            lexicons[language] = lexicon
            return lexicon
        }
    }

    private struct Found {
        var tokens: Range<Int>
        var range: Range<Int>
        var concepts: [ConceptID]
        var weight: Double
    }

    private func names(
        from start: Int, _ tokens: [ConceptToken], _ symbols: ConceptLexicon.Symbols, _ lexicon: ConceptLexicon,
        _ text: String, _ anyCase: Bool, into names: inout [Found]
    ) {
        var states = lexicon.starts(symbols.plain(start))
        // Most words begin no name.
        if states.isEmpty { return }
        var end = start + 1
        while !states.isEmpty {
            var entries: [ConceptLexicon.Entry] = []
            for state in states { entries.append(contentsOf: lexicon.entries(at: state)) }
            if let found = choose(entries, tokens[start..<end], lexicon, text, anyCase) {
                names.append(
                    Found(tokens: start..<end, range: found.range, concepts: found.concepts, weight: found.weight))
            }
            guard end < tokens.count, tokens[end].position - tokens[end - 1].position <= Self.widestGap else { break }
            states = lexicon.step(states, symbols.further(end))
            end += 1
        }
    }

    /// The concepts meant by words that lead to these names: those written just so; else all whose stems agree.
    private func choose(
        _ entries: [ConceptLexicon.Entry], _ tokens: ArraySlice<ConceptToken>, _ lexicon: ConceptLexicon,
        _ text: String, _ anyCase: Bool
    ) -> (concepts: [ConceptID], range: Range<Int>, weight: Double)? {
        guard !entries.isEmpty, let first = tokens.first, let last = tokens.last else { return nil }
        let range = first.range.lowerBound..<last.range.upperBound
        // A name of one or two Chinese characters must be words by itself, or it is found inside others.
        if first.isHan, tokens.count <= 2, !(first.startsWord && last.endsWord) { return nil }
        let surface = ConceptLexicon.surface(tokens)
        let negates = lexicon.negates(text, tokens)
        var concepts: [ConceptID] = []
        var isExact = false
        for entry in entries {
            if entry.isAcronym, !anyCase, !Self.isUpperCase(text, range) { continue }
            if let whole = entry.whole, !Self.stands(whole, around: range, in: text) { continue }
            let exact = entry.surface == surface
            if entry.isAcronym, !exact { continue }
            if !anyCase, let everyday = entry.everyday, !everyday.isMeant(by: surface, in: text, at: range) { continue }
            if entry.negates != negates { continue }
            if !exact, tokens.count == 1, !lexicon.mayInflect(entry.surface, as: first.form) { continue }
            if exact && !isExact {
                concepts = []
                isExact = true
            }
            if exact == isExact, !concepts.contains(entry.concept) { concepts.append(entry.concept) }
        }
        guard !concepts.isEmpty else { return nil }
        concepts.sort()
        return (concepts, range, (isExact ? 1 : Self.inflected) / Double(concepts.count))
    }

    /// Whether the whole name stands where one word of it does.
    private static func stands(_ name: String, around range: Range<Int>, in text: String) -> Bool {
        let start = max(0, range.lowerBound - name.utf8.count)
        let window = text.utf8.dropFirst(start).prefix(range.upperBound - start + name.utf8.count)
        return Folding.fold(String(decoding: window, as: UTF8.self)).contains(name)
    }

    private static func isUpperCase(_ text: String, _ range: Range<Int>) -> Bool {
        let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
        return !bytes.contains { (97...122).contains($0) }
    }

    /// The longest first; what overlaps one taken is left out, or counts half where it lies within.
    private static func apart(_ found: [Found], count: Int, nested: Bool) -> [Found] {
        var owner = Array(repeating: -1, count: count)
        var kept: [Found] = []
        let order = found.sorted { left, right in
            left.tokens.count == right.tokens.count
                ? left.tokens.lowerBound < right.tokens.lowerBound : left.tokens.count > right.tokens.count
        }
        for var match in order {
            let owners = Set(match.tokens.map { owner[$0] })
            if owners == [-1] {
                for place in match.tokens { owner[place] = kept.count }
                kept.append(match)
            } else if nested, owners.count == 1, let outer = owners.first,
                Set(match.concepts).isDisjoint(with: kept[outer].concepts)
            {
                match.weight *= nestedShare
                kept.append(match)
            }
        }
        return kept.sorted { left, right in
            (left.tokens.lowerBound, right.tokens.upperBound) < (right.tokens.lowerBound, left.tokens.upperBound)
        }
    }
}
