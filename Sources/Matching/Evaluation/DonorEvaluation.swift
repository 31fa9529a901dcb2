import Foundation
import TextAnalysis

/// How well the donors of an expression are found from what donors gave to the others: goal G4.
///
/// Each expression with donors is left out in turn. A donor who gave to no other cannot be found; nothing is learned from
/// the one left out.
public struct DonorEvaluation {
    public struct Method: Codable, Hashable, Sendable {
        public var name: String
        /// One over the place of the first right donor, mean over expressions; 0 where none is found.
        public var meanReciprocalRank: Double
        /// The share of the donors that are among the first five, mean over expressions.
        public var recallAtFive: Double
        /// Its mean reciprocal rank over that of ranking by popularity.
        public var timesPopularity: Double
    }

    public struct Report: Codable, Hashable, Sendable {
        /// Expressions with donors.
        public var expressions: Int
        /// The mean reciprocal rank that knowing everything would reach.
        public var ceiling: Double
        public var methods: [Method]
    }

    public static func run(_ text: String) throws(EvaluationError) -> Report {
        let expressions = try DonorExpression.read(text).filter { !$0.donors.isEmpty }
        let cases = DonorCase.all(expressions)
        let everything = DonorModel(popularity: 1, language: 1, coFinancing: 1, likeness: 3)
        let plans: [(name: String, model: DonorModel?)] = [
            ("popularity", DonorModel(popularity: 1, language: 0, coFinancing: 0, likeness: 0)),
            ("with texts", DonorModel(popularity: 1, language: 0, coFinancing: 0, likeness: 3)),
            ("with language", DonorModel(popularity: 1, language: 1, coFinancing: 0, likeness: 0)),
            ("with co-financing", DonorModel(popularity: 1, language: 0, coFinancing: 1, likeness: 0)),
            ("chosen without the one left out", nil),
            ("all without co-financing", DonorModel(popularity: 1, language: 1, coFinancing: 0, likeness: 3)),
            ("all", everything),
        ]
        var methods: [Method] = []
        for plan in plans {
            let ranks = cases.indices.map { place in
                let others = cases.enumerated().filter { $0.offset != place }.map(\.element)
                return (plan.model ?? DonorModel.best(for: others)).rank(for: cases[place], from: others)
            }
            let reciprocal = zip(cases, ranks).map(Self.reciprocal)
            let recall = zip(cases, ranks).map { one, rank in
                Double(Set(rank.prefix(5)).intersection(one.donors).count) / Double(one.donors.count)
            }
            let mean = reciprocal.reduce(0, +) / Double(cases.count)
            methods.append(
                Method(
                    name: plan.name, meanReciprocalRank: mean, recallAtFive: recall.reduce(0, +) / Double(cases.count),
                    timesPopularity: mean / max(methods.first?.meanReciprocalRank ?? mean, 1e-9)))
        }
        // What nothing is learned from cannot be known; what follows is the bound of any ranking of known donors.
        let reachable = cases.indices.count { place in
            cases.indices.contains { $0 != place && !cases[$0].donors.isDisjoint(with: cases[place].donors) }
        }
        return Report(
            expressions: cases.count, ceiling: Double(reachable) / Double(cases.count), methods: methods)
    }

    /// One over the place of the first right donor; 0 where none is found.
    static func reciprocal(_ one: DonorCase, _ rank: [String]) -> Double {
        rank.firstIndex(where: one.donors.contains).map { 1 / Double($0 + 1) } ?? 0
    }
}

/// An expression as the model sees it.
struct DonorCase {
    let donors: Set<String>
    let language: Language?
    let hasCoFinancing: Bool
    let features: TextLikeness.Row

    static func all(_ expressions: [DonorExpression]) -> [DonorCase] {
        let tools = LanguageTools(encoder: nil)
        let languages = expressions.map { LanguageGuess($0.text).language }
        let rows = TextLikeness.rows(
            zip(expressions, languages).map { ($0.text, $1 ?? .english) }, tools: tools)
        return expressions.indices.map { place in
            DonorCase(
                donors: expressions[place].donors, language: languages[place],
                hasCoFinancing: expressions[place].hasCoFinancing, features: rows[place])
        }
    }
}

/// Ranks donors by how often they gave, and how much more often to expressions like this one.
struct DonorModel {
    var popularity: Double
    var language: Double
    var coFinancing: Double
    var likeness: Double
    /// So many imagined gifts to what is usual steady the shares of those who gave little.
    private static let steadiness = 2.0

    init(popularity: Double, language: Double, coFinancing: Double, likeness: Double) {
        self.popularity = popularity
        self.language = language
        self.coFinancing = coFinancing
        self.likeness = likeness
    }

    /// The combination that ranks these cases best, each left out in turn: what tuning would choose that has not seen the
    /// one it is then used on. Of equal ones the plainest.
    static func best(for cases: [DonorCase]) -> DonorModel {
        let plain = DonorModel(popularity: 1, language: 0, coFinancing: 0, likeness: 0)
        var best = (model: plain, sum: -1.0)
        for (language, coFinancing) in [(0.0, 0.0), (1, 0), (0, 1), (1, 1)] {
            let model = DonorModel(popularity: 1, language: language, coFinancing: coFinancing, likeness: 0)
            let sum = cases.indices.reduce(0.0) { sum, place in
                let others = cases.enumerated().filter { $0.offset != place }.map(\.element)
                return sum + DonorEvaluation.reciprocal(cases[place], model.rank(for: cases[place], from: others))
            }
            if sum > best.sum + 1e-9 { best = (model, sum) }
        }
        return best.model
    }

    func rank(for wanted: DonorCase, from known: [DonorCase]) -> [String] {
        let donors = Set(known.flatMap(\.donors)).sorted()
        let scored = donors.map { donor in
            let given = known.filter { $0.donors.contains(donor) }
            var score = popularity * log(Double(given.count) + 0.5)
            score += language * Self.lift(known, given) { $0.language == wanted.language }
            score += coFinancing * Self.lift(known, given) { $0.hasCoFinancing == wanted.hasCoFinancing }
            if likeness > 0 {
                let sum = given.reduce(0) { $0 + TextLikeness.between(wanted.features, $1.features) }
                score += likeness * sum / Double(given.count + 1)
            }
            return (donor: donor, score: score)
        }
        return scored.sorted { ($1.score, $0.donor) < ($0.score, $1.donor) }.map(\.donor)
    }

    /// The logarithm of how much commoner a trait is among those the donor gave to than among all.
    private static func lift(_ known: [DonorCase], _ given: [DonorCase], _ trait: (DonorCase) -> Bool) -> Double {
        let usual = Double(known.count(where: trait) + 1) / Double(known.count + 2)
        let here = (Double(given.count(where: trait)) + steadiness * usual) / (Double(given.count) + steadiness)
        return log(here / usual)
    }
}
