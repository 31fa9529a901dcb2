/// One pass over one text: from the scanner's raw words to analysed ones.
struct AnalysisWalk {
    /// Longer compounds are read by their parts only.
    private static let mostParts = 5
    private static let longestCompound = 96
    /// Unspaced stretches are segmented in pieces of this many bytes, so that time and memory stay linear.
    private static let longestStretch = 6_000
    private static let elisions: Set<String> = [
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu",
    ]

    let bytes: UnsafeBufferPointer<UInt8>
    let tools: AnalysisTools
    private var position = 0
    private var compound: [RawWord] = []
    private var previous: RawWord?

    init(bytes: UnsafeBufferPointer<UInt8>, tools: AnalysisTools) {
        self.bytes = bytes
        self.tools = tools
    }

    mutating func run(_ visit: (AnalysedWord) -> Void) {
        var scanner = WordScanner(bytes)
        while let raw = scanner.next() {
            switch raw.script {
            case .han, .unspaced: unspaced(raw, visit)
            default: spaced(raw, visit)
            }
        }
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // MARK: Scripts with spaces

    private mutating func spaced(_ raw: RawWord, _ visit: (AnalysedWord) -> Void) {
        var raw = raw
        if raw.script == .latin, let after = raw.afterApostrophe, isElision(raw.range.lowerBound..<after) {
            position += 1
            raw.range = after..<raw.range.upperBound
        }
        var word = analysed(raw)
        if let name = scientificName(endingIn: raw) { word.extras.append(name) }
        if raw.tiesToNext || !compound.isEmpty {
            if compound.count <= Self.mostParts { compound.append(raw) }
            if !raw.tiesToNext {
                word.extras.append(contentsOf: compoundTerms())
                compound.removeAll(keepingCapacity: true)
            }
        }
        previous = raw
        position += 1
        if word.readings.first?.isEmpty == false { visit(word) }
    }

    private func analysed(_ raw: RawWord) -> AnalysedWord {
        if raw.script == .number {
            let number = NumberForm.plain(text(raw.range))
            return AnalysedWord(
                form: number, position: position, range: raw.range, kind: .number, readings: [number],
                isStopWord: false)
        }
        let known = tools.read(spelling(raw.range), script: raw.script, hasDigits: raw.hasDigits)
        return AnalysedWord(
            form: known.form, position: position, range: raw.range, kind: .stem, readings: known.stems,
            isStopWord: known.isStopWord)
    }

    /// A word's text, cut where it is too long to be one.
    private func spelling(_ range: Range<Int>) -> String {
        let limit = AnalysisTools.longestWord * 4
        if range.count <= limit { return text(range) }
        var end = range.lowerBound + limit
        while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return text(range.lowerBound..<end)
    }

    private func isElision(_ prefixAndApostrophe: Range<Int>) -> Bool {
        guard prefixAndApostrophe.count <= 10 else { return false }
        let letters = bytes[prefixAndApostrophe].prefix { $0 < 0x80 && $0 != 0x27 && $0 != 0x60 }
        return Self.elisions.contains(Folding.lowercased(String(decoding: letters, as: UTF8.self)))
    }

    /// `co-operation` joined, so that it is found as `cooperation`.
    private func compoundTerms() -> [Term] {
        guard let first = compound.first, let last = compound.last, (2...Self.mostParts).contains(compound.count),
            compound.contains(where: { $0.script != .number })
        else { return [] }
        let range = first.range.lowerBound..<last.range.upperBound
        guard range.count <= Self.longestCompound else { return [] }
        let joined = compound.map { text($0.range) }.joined()
        let script = compound.first { $0.script != .number }?.script ?? .latin
        let known = tools.read(joined, script: script, hasDigits: compound.contains(where: \.hasDigits))
        let start = position - compound.count + 1
        return known.stems.map { Term(text: $0, position: start, range: range, kind: .compound) }
    }

    private func scientificName(endingIn species: RawWord) -> Term? {
        guard let genus = previous, genus.script == .latin, species.script == .latin,
            genus.range.upperBound < species.range.lowerBound,
            let name = ScientificName.read(
                genus: bytes[genus.range], between: bytes[genus.range.upperBound..<species.range.lowerBound],
                species: bytes[species.range])
        else { return nil }
        return Term(
            text: name, position: position - 1, range: genus.range.lowerBound..<species.range.upperBound,
            kind: .scientificName)
    }

    // MARK: Scripts without spaces

    private mutating func unspaced(_ raw: RawWord, _ visit: (AnalysedWord) -> Void) {
        previous = nil
        compound.removeAll(keepingCapacity: true)
        var start = raw.range.lowerBound
        while start < raw.range.upperBound {
            var end = min(start + Self.longestStretch, raw.range.upperBound)
            while end < raw.range.upperBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
            stretch(start..<end, bigrams: raw.script == .han, visit)
            start = end
        }
    }

    private mutating func stretch(_ range: Range<Int>, bigrams: Bool, _ visit: (AnalysedWord) -> Void) {
        let (units, offsets) = utf16(bytes, in: range)
        var start = 0
        var before: (character: Range<Int>, isStopWord: Bool)?
        for end in tools.breaks.ends(units) {
            let place = offsets[start]..<offsets[end]
            start = end
            if place.isEmpty { continue }
            let known = tools.read(spelling(place), script: .han, hasDigits: false)
            if known.form.isEmpty { continue }
            var word = AnalysedWord(
                form: known.form, position: position, range: place, kind: .stem, readings: known.stems,
                isStopWord: known.isStopWord)
            if bigrams {
                let characters = characterRanges(place)
                if let before, !before.isStopWord, !word.isStopWord, let first = characters.first {
                    word.extras.append(bigram(before.character, first, position: position - 1))
                }
                if characters.count > 2 {
                    for (left, right) in zip(characters, characters.dropFirst()) {
                        word.extras.append(bigram(left, right, position: position))
                    }
                }
                if let last = characters.last { before = (last, word.isStopWord) }
            }
            position += 1
            visit(word)
        }
    }

    /// Two characters, whatever marks stand between.
    private func bigram(_ left: Range<Int>, _ right: Range<Int>, position: Int) -> Term {
        let range = left.lowerBound..<right.upperBound
        return Term(text: Folding.fold(text(range)), position: position, range: range, kind: .bigram)
    }

    private func characterRanges(_ range: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = decodeScalar(bytes, at: offset)
            if ScalarClasses.shared[scalar] == .han { ranges.append(offset..<offset + length) }
            offset += length
        }
        return ranges
    }
}
