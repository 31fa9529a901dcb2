/// Filters as sets of documents of one segment.
extension SegmentState {
    func documents(_ filter: Filter, _ schema: Schema) -> Bitmap {
        filter.isLasting
            ? Bitmap(size: segment.count, words: Array(lasting(FilterKey(filter), schema).elements))
            : evaluated(filter, schema)
    }

    /// The same of a lasting filter, remembered.
    func lasting(_ filter: FilterKey, _ schema: Schema) -> Column<UInt64> {
        segment.filters.set(filter) { evaluated(filter.filter, schema) }
    }

    /// The documents that are not removed and that a filter lets through.
    func allowed(_ filter: FilterKey?, _ schema: Schema) -> Column<UInt64> {
        if let filter, filter.isLasting, dead == nil { return lasting(filter, schema) }
        var allowed = live
        if let filter {
            if filter.isLasting {
                allowed.formIntersection(lasting(filter, schema).base)
            } else {
                allowed.formIntersection(documents(filter.filter, schema))
            }
        }
        return Column(allowed.words)
    }

    private func evaluated(_ filter: Filter, _ schema: Schema) -> Bitmap {
        var set = Bitmap(size: segment.count)
        switch filter {
        case .facet(let facet, let values):
            for value in values {
                if let place = segment.facets.place(of: value, facet: facet.place) {
                    if let bits = segment.facets.bits(place, words: segment.rowWords) {
                        set.formUnion(bits)
                    } else {
                        set.insert(segment.facets.list(place))
                    }
                }
            }
        case .facetCount(let facet, let range):
            guard facet.place >= 0, facet.place < schema.facets.count else { break }
            for doc in 0..<segment.count
            where range.contains(segment.facets.row(doc, facet: facet.place, of: schema.facets.count).count) {
                set.insert(doc)
            }
        case .number(let number, let range):
            let width = schema.numbers.count
            guard number.place >= 0, number.place < width else { break }
            for doc in 0..<segment.count where range.contains(segment.numbers[doc * width + number.place]) {
                set.insert(doc)
            }
        case .keys(let keys):
            for key in keys { if let doc = segment.keys.index(of: key) { set.insert(doc) } }
        case .term(let term): set = documents(anyOf: [term])
        case .phrase(let phrase): set = documents(phrase)
        case .hasVector:
            let docs = segment.vectors.docs
            set.insert(UnsafeBufferPointer(start: docs.base, count: docs.count))
        case .all(let filters):
            set = Bitmap(size: segment.count, full: true)
            for filter in filters { set.formIntersection(documents(filter, schema)) }
        case .any(let filters):
            for filter in filters { set.formUnion(documents(filter, schema)) }
        case .not(let filter):
            set = documents(filter, schema)
            set.invert()
        }
        return set
    }

    func documents(anyOf terms: [String]) -> Bitmap {
        var set = Bitmap(size: segment.count)
        for term in terms {
            guard let place = segment.term(term) else { continue }
            if let bits = segment.bits(of: place) {
                set.formUnion(bits)
            } else {
                set.insert(segment.docs(segment.postings(of: place)))
            }
        }
        return set
    }

    /// Documents with as many of the groups of words as the query asks for.
    func documents(matching groups: [[String]], _ match: Query.Match) -> Bitmap {
        let wanted =
            switch match {
            case .any: 1
            case .all: groups.count
            case .atLeast(let number): min(max(1, number), groups.count)
            }
        if wanted <= 1 { return documents(anyOf: groups.flatMap(\.self)) }
        if wanted == groups.count {
            var set = Bitmap(size: segment.count, full: true)
            for group in groups { set.formIntersection(documents(anyOf: group)) }
            return set
        }
        var counts = Array(repeating: UInt16(0), count: segment.count)
        for group in groups { documents(anyOf: group).forEach { counts[$0] += 1 } }
        var set = Bitmap(size: segment.count)
        for (doc, count) in counts.enumerated() where Int(count) >= wanted { set.insert(doc) }
        return set
    }

    /// Documents with all the words are found by postings, then read word by word.
    private func documents(_ phrase: Phrase) -> Bitmap {
        var set = Bitmap(size: segment.count)
        let words = phrase.words.map { word in
            (terms: Set(word.readings.compactMap { segment.term($0) }), distance: word.distance)
        }
        guard !words.isEmpty, words.allSatisfy({ !$0.terms.isEmpty }) else { return set }
        var candidates = live
        for word in phrase.words { candidates.formIntersection(documents(anyOf: word.readings)) }
        if words.count == 1 { return candidates }
        candidates.forEach { doc in
            // For each word, the places (field and position) where the phrase would begin.
            var starts: [Set<Int>] = Array(repeating: [], count: words.count)
            segment.forEachToken(of: doc) { token in
                for (index, word) in words.enumerated() where word.terms.contains(token.term) {
                    starts[index].insert(token.field << 32 | (token.position - word.distance + 1))
                }
            }
            let common = starts.dropFirst().reduce(starts[0]) { $0.intersection($1) }
            if !common.isEmpty { set.insert(doc) }
        }
        return set
    }
}
