import Foundation
import TextAnalysis
import Testing

@testable import SearchIndex

/// The quick ranking finds exactly what scoring every document plainly finds.
struct RankingTests {
    /// A score of many parts, as its own bounds and as a plain sum over a document.
    private struct Rule {
        var clauses: [Query.Clause]
        var caps = [7.0, 5.0]
        var raise = 0.5
        var themes: [(value: UInt32, points: Double, isCommon: Bool)]
        var country: UInt32
        var missing: Double

        static let groups = 400

        func sum(of group: Int) -> Int { group % 2 }

        /// - Parameter values: what each clause counts for the document.
        func score(_ document: Document, words: [Double]) -> Double? {
            let themes = document.facets[Schema.theme] ?? []
            let countries = document.facets[Schema.country] ?? []
            var total = min(caps[0], words[0]) + min(caps[1], words[1]) * (countries.contains(country) ? 1 + raise : 1)
            var isCommon = words[0] > 0 || words[1] > 0
            for theme in self.themes where themes.contains(theme.value) {
                total += theme.points
                isCommon = isCommon || theme.isCommon
            }
            guard isCommon else { return nil }
            if themes.isEmpty { total -= missing }
            if let year = document.numbers[Schema.year] { total += (year - 2015) / 10 }
            total += Self.classValue(Self.group(document))
            return (total * 64).rounded() / 64
        }

        static func group(_ document: Document) -> Int {
            let countries = document.facets[Schema.country] ?? []
            return countries.contains(1) || countries.contains(2) ? 0 : countries.contains(3) ? 1 : 2
        }

        static func classValue(_ group: Int) -> Double { [6, 3, 0][group] }

        func ranking(limit: Int, perClass: Int, filter: Filter?) -> Ranking {
            var ranking = Ranking(
                clauses: clauses, sumOfGroup: (0..<Self.groups).map(sum(of:)),
                sums: [
                    .init(cap: caps[0]),
                    .init(cap: caps[1], raised: .facet(Schema.country, anyOf: [country]), raise: raise),
                ], limit: limit, limitPerClass: perClass)
            ranking.bonuses = themes.map {
                .init(.facet(Schema.theme, anyOf: [$0.value]), value: $0.points, isCommon: $0.isCommon)
            }
            ranking.bonuses.append(.init(.not(.facetCount(Schema.theme, 0...0)), value: missing))
            ranking.base = -missing
            ranking.classes = [
                .init(.facet(Schema.country, anyOf: [1, 2]), value: 6),
                .init(.facet(Schema.country, anyOf: [3]), value: 3),
            ]
            ranking.column = .init(key: "year") { $0.numbers[Schema.year].map { ($0 - 2015) / 10 } ?? 0 }
            ranking.rounding = 1.0 / 128
            ranking.filter = filter
            return ranking
        }
    }

    private func rule(_ corpus: inout Corpus, _ count: Int) -> Rule {
        var clauses: [Query.Clause] = []
        for group in 0..<count {
            let weight: Double = [0.1, 0.3, 0.8].randomElement(using: &corpus.random) ?? 1
            clauses.append(.init(.term(corpus.word()), weight: weight, group: group))
        }
        clauses.append(.init(.term("w0"), weight: 0.2, group: count))
        let themes: [(value: UInt32, points: Double, isCommon: Bool)] = [
            (100, 0.75, false), (103, 1.75, true), (106, 2.75, false),
        ]
        return Rule(
            clauses: clauses, themes: themes, country: UInt32.random(in: 0..<12, using: &corpus.random), missing: 1.5)
    }

    /// - Parameters:
    ///   - removing: one of so many documents is removed again.
    ///   - words: how many words are asked for in each round; more and more without it.
    private func check(
        _ all: [Document], batches: Int, rounds: Int, removing: Int = 0, words asked: Int? = nil, _ corpus: inout Corpus
    ) {
        let index = SearchIndex.filled(all, batches: batches)
        let gone = removing == 0 ? [] : all.enumerated().filter { $0.offset % removing == 0 }.map(\.element.key)
        if !gone.isEmpty { index.apply(gone.map { .remove(key: $0) }) }
        let reader = index.reader
        let documents = all.filter { document in !gone.contains(document.key) }
        let byKey = Dictionary(uniqueKeysWithValues: documents.map { ($0.key, $0) })
        for round in 0..<rounds {
            let rule = rule(&corpus, asked ?? 3 + 6 * round)
            let limit = [1, 10, 50][round % 3]
            let filter: Filter? = round % 2 == 0 ? nil : .not(.facet(Schema.country, anyOf: [0, 5]))
            // Every document, one by one, by the plain search's own parts.
            var all: [(key: String, score: Double)] = []
            let one = Query(clauses: rule.clauses, filter: filter, limit: .max)
            var words: [String: [Double]] = [:]
            for hit in reader.search(one).hits {
                var sums = [0.0, 0.0]
                for part in hit.parts { sums[rule.sum(of: part.group)] += part.value }
                words[hit.key] = sums
            }
            let excluded: Set<UInt32> = filter == nil ? [] : [0, 5]
            for document in documents where excluded.isDisjoint(with: document.facets[Schema.country] ?? []) {
                if let score = rule.score(document, words: words[document.key] ?? [0, 0]) {
                    all.append((document.key, score))
                }
            }
            all.sort { ($1.score, $0.key) < ($0.score, $1.key) }
            let outcome = reader.best(rule.ranking(limit: limit, perClass: 7, filter: filter)) { candidate in
                byKey[candidate.key].flatMap { rule.score($0, words: [candidate.sums[0], candidate.sums[1]]) }
            }
            #expect(outcome.best.map(\.key) == all.prefix(limit).map(\.key))
            #expect(outcome.best.map(\.score) == all.prefix(limit).map(\.score))
            for group in 0..<3 {
                let members = all.filter { byKey[$0.key].map(Rule.group) == group }.prefix(7)
                #expect(outcome.classes[group].map(\.key) == members.map(\.key))
            }
            for found in outcome.best {
                let values = reader.values(of: found, in: outcome, groups: Rule.groups)
                var sums = [0.0, 0.0]
                for (group, value) in values.enumerated() { sums[rule.sum(of: group)] += value }
                #expect(byKey[found.key].flatMap { rule.score($0, words: sums) } == found.score)
            }
        }
    }

    @Test(arguments: 0..<6)
    func findsExactlyTheBest(seed: Int) {
        var corpus = Corpus(seed: UInt64(seed) + 7_000, words: [20, 300, 2_000][seed % 3])
        check(corpus.documents(500), batches: [1, 4, 9][seed % 3], rounds: 8, &corpus)
    }

    /// Over many blocks, with terms and facets frequent enough to be kept as bits, and documents removed.
    @Test(arguments: 0..<2)
    func findsExactlyTheBestOfMany(seed: Int) {
        var corpus = Corpus(seed: UInt64(seed) + 8_000, words: 400)
        check(corpus.documents(14_000), batches: 2, rounds: 6, &corpus)
    }

    /// With documents removed from segments that stay as they are.
    @Test(arguments: [1, 3])
    func findsTheBestOfThoseThatAreLeft(batches: Int) {
        var corpus = Corpus(seed: UInt64(batches) + 9_000, words: 300)
        check(corpus.documents(5_000), batches: batches, rounds: 4, removing: 4, &corpus)
    }

    /// Most scores are the same: the order of keys decides, within a segment and between segments.
    @Test(arguments: [1, 5])
    func tiesGoToTheSmallerKey(batches: Int) {
        var corpus = Corpus(seed: UInt64(batches) + 9_100, words: 2)
        let documents = corpus.documents(6_000).map { document in
            var document = document
            document.fields = document.fields.map { FieldText(field: $0.field, terms: Array($0.terms.prefix(2))) }
            document.facets[Schema.theme] = [103]
            document.numbers = [:]
            return document
        }
        check(documents, batches: batches, rounds: 4, words: 2, &corpus)
    }

    /// Meaning is asked for where no document has a vector: then nothing is read of vectors, least of all past their end.
    @Test func meaningWithoutAnyVector() throws {
        var corpus = Corpus(seed: 9_150, words: 60)
        let documents = corpus.documents(3_000).map { document in
            var document = document
            document.vector = nil
            return document
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "ranking-\(UUID().uuidString).snapshot")
        defer { try? FileManager.default.removeItem(at: file) }
        try Snapshot.write(SearchIndex.filled(documents).reader, to: file)
        let reader = try Snapshot.open(file, schema: .library).reader
        let rule = rule(&corpus, 12)
        let byKey = Dictionary(uniqueKeysWithValues: documents.map { ($0.key, $0) })
        func score(_ candidate: Ranking.Candidate) -> Double? {
            byKey[candidate.key].flatMap { rule.score($0, words: [candidate.sums[0], candidate.sums[1]]) }
        }
        let plain = reader.best(rule.ranking(limit: 30, perClass: 7, filter: nil), score: score)
        var ranking = rule.ranking(limit: 30, perClass: 7, filter: nil)
        ranking.meaning = .init(corpus.vector(), most: 5, from: 0.1, to: 0.6)
        let found = reader.best(ranking) { $0.cosine == nil ? score($0) : nil }
        #expect(found.best.map(\.key) == plain.best.map(\.key))
        #expect(!found.best.isEmpty)
    }

    /// More frequent words than there are steps in a byte: the others are added up exactly.
    @Test func moreFrequentWordsThanRows() {
        var corpus = Corpus(seed: 9_200, words: 40)
        let documents = corpus.documents(12_000).map { document in
            var document = document
            // Six hundred words, each in every twentieth document or so.
            let extra = (0..<30).map { position in
                let word = "x\(Int.random(in: 0..<600, using: &corpus.random))"
                return Term(text: word, position: position, range: 0..<1, kind: .stem)
            }
            document.fields.append(FieldText(field: Schema.body, terms: extra))
            return document
        }
        let reader = SearchIndex.filled(documents).reader
        let clauses = (0..<400).map { Query.Clause(.term("x\($0)"), weight: 0.1 + Double($0 % 7), group: $0) }
        var ranking = Ranking(
            clauses: clauses, sumOfGroup: Array(repeating: 0, count: 400), sums: [.init(cap: 1_000)], limit: 20)
        let outcome = reader.best(ranking) { $0.sums[0] > 0 ? ($0.sums[0] * 64).rounded() / 64 : nil }
        ranking.limit = documents.count
        let all = reader.best(ranking) { $0.sums[0] > 0 ? ($0.sums[0] * 64).rounded() / 64 : nil }
        #expect(all.scored > 11_900)
        #expect(outcome.best.map(\.key) == all.best.prefix(20).map(\.key))
        let hits = reader.search(Query(clauses: clauses, limit: .max, wantsParts: false)).hits
        let plain = hits.map { (key: $0.key, score: ($0.score * 64).rounded() / 64) }
            .sorted { ($1.score, $0.key) < ($0.score, $1.key) }
        #expect(outcome.best.map(\.key) == plain.prefix(20).map(\.key))
        #expect(outcome.best.map(\.score) == plain.prefix(20).map(\.score))
    }

    /// More filters than a byte has steps for: those without a row count for everybody, which is never too little.
    @Test func moreFiltersThanRows() {
        var corpus = Corpus(seed: 9_400)
        let documents = corpus.documents(4_000)
        let reader = SearchIndex.filled(documents, batches: 2).reader
        var values: [(value: UInt32, points: Double)] = []
        for number in 0..<260 { values.append((UInt32(100 + number % 10), Double(number * 7 % 64) / 64)) }
        var ranking = Ranking(clauses: [], sumOfGroup: [], sums: [], limit: 15)
        for item in values {
            let filter = Filter.facet(Schema.theme, anyOf: [item.value])
            ranking.bonuses.append(Ranking.Bonus(filter, value: item.points, isCommon: true))
        }
        let byKey = Dictionary(uniqueKeysWithValues: documents.map { ($0.key, $0) })
        func score(_ document: Document) -> Double? {
            let themes = document.facets[Schema.theme] ?? []
            var sum = 0.0
            for item in values where themes.contains(item.value) { sum += item.points }
            return sum > 0 ? sum : nil
        }
        let best = reader.best(ranking) { byKey[$0.key].flatMap(score) }.best
        let all = documents.compactMap { document in score(document).map { (key: document.key, score: $0) } }
            .sorted { ($1.score, $0.key) < ($0.score, $1.key) }
        #expect(best.map(\.key) == all.prefix(15).map(\.key))
        #expect(best.map(\.score) == all.prefix(15).map(\.score))
    }

    /// A need without a word known, and with nothing at all.
    @Test func askingForNothingFindsNothing() {
        var corpus = Corpus(seed: 9_300)
        let reader = SearchIndex.filled(corpus.documents(3_000)).reader
        var ranking = Ranking(clauses: [], sumOfGroup: [], sums: [], limit: 10, limitPerClass: 5)
        #expect(reader.best(ranking) { _ in 1 }.best.isEmpty)
        ranking.clauses = [.init(.term("no such word"), group: 0)]
        ranking.sumOfGroup = [0]
        ranking.sums = [.init(cap: 5)]
        #expect(reader.best(ranking) { _ in 1 }.best.isEmpty)
        ranking.bonuses = [.init(.facet(Schema.theme, anyOf: [103]), value: 2, isCommon: true)]
        let best = reader.best(ranking) { _ in 2 }.best
        #expect(best.count == 10)
        #expect(best.allSatisfy { $0.stored.facets.has(103, Schema.theme) })
        #expect(SearchIndex(schema: .library).reader.best(ranking) { _ in 2 }.best.isEmpty)
    }

    /// With meaning, whose first guess is from signs: the best by score are not missed.
    @Test func meaningIsGuessedWellEnough() {
        var corpus = Corpus(seed: 77, words: 300)
        let documents = corpus.documents(6_000)
        let reader = SearchIndex.filled(documents).reader
        var found = 0
        var wanted = 0
        for round in 0..<10 {
            let rule = rule(&corpus, 4 + round)
            var ranking = rule.ranking(limit: 20, perClass: 0, filter: nil)
            ranking.meaning = .init(corpus.vector(), most: 10, from: 0.1, to: 0.6)
            let byKey = Dictionary(uniqueKeysWithValues: documents.map { ($0.key, $0) })
            func score(_ candidate: Ranking.Candidate) -> Double? {
                let words = byKey[candidate.key].flatMap {
                    rule.score($0, words: [candidate.sums[0], candidate.sums[1]])
                }
                let meaning = candidate.cosine.map { 10 * min(1, max(0, ($0 - 0.1) / 0.5)) } ?? 0
                return words.map { (($0 + meaning) * 64).rounded() / 64 }
            }
            ranking.rounding = 2.0 / 64
            let best = reader.best(ranking, score: score).best
            ranking.limit = documents.count
            let all = reader.best(ranking, score: score).best.prefix(20)
            wanted += all.count
            found += Set(all.map(\.key)).intersection(best.map(\.key)).count
        }
        #expect(wanted == 200)
        #expect(found >= 198, "\(found) of \(wanted)")
    }
}
