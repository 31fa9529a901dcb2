import TextAnalysis

/// Puts what is said several times together.
enum Repetitions {
    /// Statements that share so much of their words are one.
    private static let likeness = 0.8

    static func joined(_ needs: [PotentialNeed]) -> [PotentialNeed] {
        var result: [PotentialNeed] = []
        var exact: [NeedFingerprint: Int] = [:]
        var words: [Set<String>] = []
        var holders: [String: [Int]] = [:]
        for need in needs {
            let own = Set(
                FeatureTools.terms(of: need.text, need.language).filter { $0.kind == .stem || $0.kind == .number }.map(
                    \.text))
            let place = exact[need.id] ?? alike(own, words, holders)
            if let place {
                result[place].passages += need.passages
                // The surest wording speaks for all.
                if need.score > result[place].score {
                    let passages = result[place].passages
                    result[place] = need
                    result[place].passages = passages
                }
                exact[need.id] = place
                continue
            }
            exact[need.id] = result.count
            for word in own { holders[word, default: []].append(result.count) }
            words.append(own)
            result.append(need)
        }
        return result
    }

    private static func alike(_ own: Set<String>, _ words: [Set<String>], _ holders: [String: [Int]]) -> Int? {
        guard own.count >= 4 else { return nil }
        var shared: [Int: Int] = [:]
        for word in own {
            let places = holders[word] ?? []
            if places.count <= 200 { for place in places { shared[place, default: 0] += 1 } }
        }
        let close = shared.filter { Double($0.value) / Double(own.union(words[$0.key]).count) >= likeness }
        return close.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
