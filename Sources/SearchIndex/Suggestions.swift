import TextAnalysis

extension Reader {
    /// The most frequent terms that words beginning so lead to; at most `mostExpansions`. The beginning is folded.
    public func expansions(of prefix: String) -> [String] {
        guard !prefix.isEmpty else { return [] }
        var frequencies: [String: Int] = [:]
        for state in states {
            for form in state.segment.forms.range(prefix: prefix) {
                for term in state.segment.terms(ofForm: form) where state.frequency(of: term) > 0 {
                    frequencies[state.segment.terms.string(term), default: 0] += state.frequency(of: term)
                }
            }
        }
        return Self.mostFrequent(frequencies, Self.mostExpansions)
    }

    /// Words of the index that begin so, the most frequent first: what a search box offers.
    public func completions(of prefix: String, limit: Int) -> [String] {
        guard !prefix.isEmpty else { return [] }
        var frequencies: [String: Int] = [:]
        for state in states {
            for form in state.segment.forms.range(prefix: prefix) {
                let frequency = state.frequency(ofForm: form)
                if frequency > 0 { frequencies[state.segment.forms.string(form), default: 0] += frequency }
            }
        }
        return Self.mostFrequent(frequencies, limit)
    }

    /// "Did you mean": words of the index within one edit (two from six letters), nearest and then most frequent first.
    ///
    /// Empty where the word itself is in the index.
    public func suggestions(for word: String, limit: Int = 3) -> [String] {
        let letters = Array(word.unicodeScalars)
        guard letters.count >= 3, letters.count <= 64 else { return [] }
        let edits = letters.count >= 6 ? 2 : 1
        var copy = word
        let wanted = copy.withUTF8 { LetterSet.of($0) }
        var found: [String: (distance: Int, frequency: Int)] = [:]
        for state in states {
            let segment = state.segment
            for form in 0..<segment.forms.count {
                // One edit changes at most two letters of the set.
                if (segment.formLetters[form] ^ wanted).nonzeroBitCount > 2 * edits { continue }
                let text = segment.forms.string(form)
                guard let distance = EditDistance.between(letters, Array(text.unicodeScalars), limit: edits) else {
                    continue
                }
                let frequency = state.frequency(ofForm: form)
                if frequency > 0 { found[text] = (distance, (found[text]?.frequency ?? 0) + frequency) }
            }
        }
        if found[word] != nil { return [] }
        return found.sorted { left, right in
            if left.value.distance != right.value.distance { return left.value.distance < right.value.distance }
            if left.value.frequency != right.value.frequency { return left.value.frequency > right.value.frequency }
            return precedes(left.key, right.key)
        }.prefix(limit).map(\.key)
    }

    private static func mostFrequent(_ frequencies: [String: Int], _ limit: Int) -> [String] {
        frequencies.sorted { left, right in
            left.value == right.value ? precedes(left.key, right.key) : left.value > right.value
        }.prefix(limit).map(\.key)
    }
}

extension Segment {
    func terms(ofForm form: Int) -> [Int] {
        (formTermStarts[form]..<formTermStarts[form + 1]).map { Int(formTerms[Int($0)]) }
    }
}

extension SegmentState {
    /// How many documents have a term this word leads to.
    func frequency(ofForm form: Int) -> Int { segment.terms(ofForm: form).map { frequency(of: $0) }.max() ?? 0 }
}
