import Foundation
import SearchIndex
import TextAnalysis

/// The same search done as plainly as can be: every document, every clause, no index. What the index must agree with.
struct PlainScoring {
    let documents: [Document]
    let schema: Schema

    private func frequencies(_ document: Document, _ term: String) -> [Int] {
        schema.fields.indices.map { field in
            document.fields.filter { $0.field.place == field }
                .reduce(0) { $0 + $1.terms.count { $0.kind != .word && $0.text == term } }
        }
    }

    private func impact(_ document: Document, _ term: String) -> Double {
        var weighted = 0.0
        for (field, count) in frequencies(document, term).enumerated() {
            let length = document.fields.filter { $0.field.place == field }
                .reduce(0) { $0 + $1.terms.count { $0.kind != .word } }
            let rule = schema.fields[field]
            weighted +=
                Double(count)
                * (rule.weight / (1 - rule.lengthPenalty + rule.lengthPenalty * Double(length) / rule.usualLength))
        }
        if weighted == 0 { return 0 }
        return max(1, (255 * weighted / (schema.saturation + weighted)).rounded())
    }

    /// Keys with scores, best first, of the documents with at least one word.
    func ranking(_ clauses: [Query.Clause]) -> [(key: String, score: Double)] {
        var weights: [Query.Clause.Kind: Double] = [:]
        for clause in clauses { weights[clause.kind, default: 0] += clause.weight }
        var scores: [(key: String, score: Double)] = []
        var scales: [Query.Clause.Kind: Double] = [:]
        for (kind, weight) in weights {
            switch kind {
            case .term(let term):
                let frequency = Double(documents.count { frequencies($0, term).contains { $0 > 0 } })
                let rarity = log(1 + (Double(documents.count) - frequency + 0.5) / (frequency + 0.5))
                scales[kind] = (weight * rarity * (schema.saturation + 1) * 65_536 / 255).rounded() / 65_536
            case .facet: scales[kind] = (weight * 65_536).rounded() / 65_536
            case .prefix: break
            }
        }
        for document in documents {
            var score = 0.0
            var hasWord = false
            for (kind, scale) in scales {
                switch kind {
                case .term(let term):
                    let impact = impact(document, term)
                    if impact > 0 { hasWord = true }
                    score += scale * impact
                case .facet(let facet, let value):
                    if document.facets[facet]?.contains(value) == true { score += scale }
                case .prefix: break
                }
            }
            if hasWord { scores.append((document.key, score)) }
        }
        return scores.sorted { ($1.score, $0.key) < ($0.score, $1.key) }
    }
}
