import SentenceVectors

/// All scores between the texts of two languages, view by view.
struct RetrievalScores {
    typealias View = RetrievalEvaluation.View

    private let count: Int
    private let weights: RetrievalEvaluation.Weights
    /// By query, then candidate; already weighted.
    private var views: [View: [Float]] = [:]
    private let alignment: WordAlignment?
    /// Alignments found already, by query times count plus candidate.
    private let aligned = Memo()

    private final class Memo {
        var scores: [Int: Float] = [:]
    }

    init(
        _ from: TextFeatures, _ to: TextFeatures, _ alignment: WordAlignment?, _ weights: RetrievalEvaluation.Weights
    ) {
        count = from.count
        self.weights = weights
        self.alignment = alignment
        if !from.vectors.isEmpty {
            views[.meaning] = Self.each(count, weights.meaning) { from.vectors[$0].similarity(to: to.vectors[$1]) }
        }
        var concepts = Self.products(from.concepts, to.concepts)
        for left in 0..<count {
            for right in 0..<count where from.concepts[left].isEmpty || to.concepts[right].isEmpty {
                // Without concepts on both sides nothing is known; on one side it speaks against.
                concepts[left * count + right] = from.concepts[left].isEmpty && to.concepts[right].isEmpty ? 0.5 : 0.2
            }
        }
        views[.concepts] = concepts.map { $0 * Float(weights.concepts) }
        views[.words] = Self.products(from.stems, to.stems).map { $0 * Float(weights.words) }
        views[.numbers] = Self.each(count, weights.numbers) { left, right in
            let union = from.numbers[left].union(to.numbers[right]).count
            guard union > 0 else { return 0 }
            let shared = from.numbers[left].intersection(to.numbers[right]).count
            return shared == 0 ? -0.5 : Float(shared) / Float(union)
        }
        views[.length] = Self.each(count, weights.length) { -min(1, abs(from.lengths[$0] - to.lengths[$1])) }
        views[.form] = Self.each(count, weights.form) { -from.forms[$0].difference(to: to.forms[$1]) }
    }

    private static func each(_ count: Int, _ weight: Double, _ score: (Int, Int) -> Float) -> [Float] {
        var all: [Float] = []
        all.reserveCapacity(count * count)
        for left in 0..<count { for right in 0..<count { all.append(score(left, right) * Float(weight)) } }
        return all
    }

    /// All inner products of sparse rows.
    private static func products(_ left: [[Int: Float]], _ right: [[Int: Float]]) -> [Float] {
        var holders: [Int: [(row: Int, weight: Float)]] = [:]
        for (row, weights) in right.enumerated() {
            for (key, weight) in weights { holders[key, default: []].append((row, weight)) }
        }
        var all = [Float](repeating: 0, count: left.count * right.count)
        for (row, weights) in left.enumerated() {
            for (key, weight) in weights.sorted(by: { $0.key < $1.key }) {
                for holder in holders[key] ?? [] { all[row * right.count + holder.row] += weight * holder.weight }
            }
        }
        return all
    }

    /// The share of queries whose best candidate is their own; of equal scores the first counts.
    func foundFirst(_ wanted: [View], together: Bool) -> Double {
        var sums = [Float](repeating: 0, count: count * count)
        for view in wanted {
            guard let scores = views[view] else { continue }
            for place in sums.indices { sums[place] += scores[place] }
        }
        let aligns = wanted.contains(.alignment) && alignment != nil
        var best: [[(candidate: Int, score: Float)]] = (0..<count).map { query in
            Self.greatest(
                aligns || together ? RetrievalEvaluation.considered : 1, of: sums[query * count..<(query + 1) * count])
        }
        if aligns { for query in best.indices { align(query, &best[query]) } }
        if together { correctHubs(&best) }
        let right = best.enumerated().count { query, candidates in
            candidates.max { ($0.score, $1.candidate) < ($1.score, $0.candidate) }?.candidate == query
        }
        return Double(right) / Double(count)
    }

    /// The greatest of a row with their places, greatest first; of equal ones the first.
    private static func greatest(_ limit: Int, of row: ArraySlice<Float>) -> [(candidate: Int, score: Float)] {
        var best: [(candidate: Int, score: Float)] = []
        for (place, score) in row.enumerated() {
            if best.count == limit, let last = best.last, score <= last.score { continue }
            let position = best.firstIndex { $0.score < score } ?? best.count
            best.insert((place, score), at: position)
            if best.count > limit { best.removeLast() }
        }
        return best
    }

    private func align(_ query: Int, _ candidates: inout [(candidate: Int, score: Float)]) {
        guard let alignment else { return }
        for place in candidates.indices {
            let pair = query * count + candidates[place].candidate
            let score = aligned.scores[pair] ?? alignment.score(query, candidates[place].candidate)
            aligned.scores[pair] = score
            candidates[place].score += score * Float(weights.alignment)
        }
    }

    private func correctHubs(_ best: inout [[(candidate: Int, score: Float)]]) {
        var nearest = [[Float]](repeating: [], count: count)
        for candidates in best {
            for (candidate, score) in candidates { nearest[candidate].append(score) }
        }
        let penalties = nearest.map { scores in
            let top = scores.sorted(by: >).prefix(max(1, weights.neighbours))
            return top.isEmpty ? 0 : top.reduce(0, +) / Float(top.count) * Float(weights.hubness)
        }
        for query in best.indices {
            for place in best[query].indices { best[query][place].score -= penalties[best[query][place].candidate] }
        }
    }
}
