import Foundation

/// A query made ready: terms found, weights as whole numbers.
///
/// Scores are whole numbers while searching, so their sum is the same in any order: pruned search, plain search and the
/// explanation agree to the last bit.
struct Plan {
    struct Clause {
        enum Source {
            case term(String)
            case facet(FacetID, UInt32)
        }

        var source: Source
        var group: Int
        /// Of a term: what an impact of 1 counts. Of a facet: what having it counts.
        var weight: UInt32
        /// Where each segment keeps the term or the value; nil where it does not have it.
        var places: [Int?]

        var isTerm: Bool {
            if case .term = source { true } else { false }
        }
    }

    /// The sum of all clauses at their highest stays below this, so 32 bits hold any score.
    private static let highestSum = Double(UInt32.max / 2)

    let clauses: [Clause]
    /// The words of each group with words, for `Query.Match`.
    let groups: [[String]]
    var hasWords: Bool { !groups.isEmpty }
    /// A score of 1 is this whole number; a power of two.
    let unit: Double
    let formula: ImpactFormula

    /// - Parameter beside: what else counts, in points, at its most.
    init(_ query: Query, _ reader: Reader, beside: Double = 0) {
        var weights: [(source: Clause.Source, group: Int, weight: Double, places: [Int?])] = []
        var placeOfTerm: [String: Int] = [:]
        var placeOfFacet: [Query.Clause.Kind: Int] = [:]
        var wordsOfGroup: [Int: [String]] = [:]
        let documents = Double(reader.count)

        func add(term: String, _ clause: Query.Clause) {
            wordsOfGroup[clause.group, default: []].append(term)
            let known = reader.places(of: term)
            guard known.frequency > 0 else { return }
            let frequency = Double(known.frequency)
            // Robertson and Zaragoza 2009, section 3.4, kept above 0.
            let rarity = log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
            let weight = clause.weight * rarity * (reader.schema.saturation + 1)
            if let place = placeOfTerm[term] {
                weights[place].weight += weight
            } else {
                placeOfTerm[term] = weights.count
                weights.append((.term(term), clause.group, weight, known.places))
            }
        }

        for clause in query.clauses.prefix(Query.mostClauses) where clause.weight > 0 && clause.weight.isFinite {
            switch clause.kind {
            case .term(let term): add(term: term, clause)
            case .prefix(let prefix):
                wordsOfGroup[clause.group, default: []].append(contentsOf: [])
                for term in reader.expansions(of: prefix) { add(term: term, clause) }
            case .facet(let facet, let value):
                if let place = placeOfFacet[clause.kind] {
                    weights[place].weight += clause.weight
                } else {
                    placeOfFacet[clause.kind] = weights.count
                    let places = reader.states.map { $0.segment.facets.place(of: value, facet: facet.place) }
                    weights.append((.facet(facet, value), clause.group, clause.weight, places))
                }
            }
        }
        groups = wordsOfGroup.sorted { $0.key < $1.key }.map(\.value)
        var unit = 65_536.0
        // Each clause may be rounded up by 255 times a half.
        let sum = weights.reduce(max(0, query.vector?.weight ?? 0) + max(0, beside)) { $0 + $1.weight }
        while unit > 1e-9, sum * unit + Double(weights.count) * 256 > Self.highestSum { unit /= 2 }
        self.unit = unit
        formula = ImpactFormula(reader.schema)
        clauses = weights.map { source, group, weight, places in
            let divisor = if case .term = source { 255.0 } else { 1.0 }
            let whole = UInt32(max(1, (weight * unit / divisor).rounded()))
            return Clause(source: source, group: group, weight: whole, places: places)
        }
    }
}
